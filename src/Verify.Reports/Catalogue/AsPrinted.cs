using Verify.Evidence;
using Verify.Language;

namespace Verify.Reports.Catalogue;

/// <summary>Statements that are wrong as printed, paired by name with how they read corrected: a <c>refute "NAME, as printed"</c> and a <c>claim "NAME, corrected"</c> of one file.</summary>
internal static class AsPrinted
{
    private const string Printed = ", as printed";
    private const string Corrected = ", corrected";

    /// <summary>Whether the claim is what a paper prints and the tool is to refute.</summary>
    public static bool IsPrinted(Claim claim) => !claim.ExpectedTrue && claim.Name.EndsWith(Printed, StringComparison.Ordinal);

    /// <summary>The name that both of a pair begin with.</summary>
    public static string Subject(ClaimReport printed) => printed.Claim.Name[..^Printed.Length];

    /// <summary>What a file has as printed, each with its correction where there is one.</summary>
    public static IEnumerable<(ClaimReport Printed, ClaimReport? Corrected)> PairsOf(FileReport file) => file.Claims
        .Where(claim => IsPrinted(claim.Claim))
        .Select(printed => (printed, file.Claims.FirstOrDefault(claim => claim.Claim.ExpectedTrue && claim.Claim.Name == Subject(printed) + Corrected)));
}
