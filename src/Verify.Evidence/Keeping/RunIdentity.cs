using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Verify.Coordinates;
using Verify.Language;
using Verify.Simulation;
using Verify.Symbolics;

namespace Verify.Evidence.Keeping;

/// <summary>What the findings of a run depend on beside its claims, in a line.</summary>
internal static class RunIdentity
{
    private static readonly Assembly[] Parts =
        [typeof(Claim).Assembly, typeof(SymbolicRoute).Assembly, typeof(CoordinatesRoute).Assembly, typeof(SimulationRoute).Assembly, typeof(RunIdentity).Assembly];

    /// <summary>The version and the build of the tool, how many claims share the risk, and every setting but the number of threads.</summary>
    public static string Of(RunSettings settings, int claims)
    {
        var told = settings.RouteSettings;
        var sizes = string.Join(' ', told.FixedDimensions.OrderBy(size => size.Key, StringComparer.Ordinal).Select(size => $"{size.Key}={size.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"verify {typeof(RunIdentity).Assembly.GetName().Version?.ToString(3)} build {Build()}, claims {claims}, seed {told.Seed}, risk {settings.Risk:R}, margin {told.Margin:R}, ")
            + string.Create(CultureInfo.InvariantCulture, $"routes {string.Join(',', settings.Routes.Select(route => route.Name))}, at {(sizes.Length > 0 ? sizes : "no sizes")}, work {told.WorkLimit}");
    }

    // The compiler gives the same code the same identifier, and other code another.
    private static string Build() =>
        Convert.ToHexStringLower(SHA256.HashData([.. Parts.SelectMany(part => part.ManifestModule.ModuleVersionId.ToByteArray())]).AsSpan(0, 6));
}
