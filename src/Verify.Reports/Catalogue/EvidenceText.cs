using System.Globalization;
using Verify.Evidence;
using Verify.Language.Printing;
using Verify.Language.Routes;

namespace Verify.Reports.Catalogue;

/// <summary>What several claims rest on together, for one row of a page.</summary>
internal static class EvidenceText
{
    /// <summary><c>proved</c>, <c>proved 3, supported 1</c>: the verdicts of claims, and how many near misses are refuted.</summary>
    public static string Verdicts(IReadOnlyCollection<ClaimReport> claims)
    {
        var stated = Counted(claims.Where(claim => claim.Claim.ExpectedTrue).Select(Verdict));
        var printed = Counted(claims.Where(claim => !claim.Claim.ExpectedTrue).Select(Verdict));
        return (printed, stated) switch
        {
            ("", _) => stated,
            (_, "") => printed,
            _ => claims.Any(claim => AsPrinted.IsPrinted(claim.Claim)) ? $"as printed {printed}; corrected {stated}" : $"{stated}; near misses {printed}",
        };
    }

    /// <summary><c>symbolic proved; coordinates agrees 2, not treated 1</c>: the outcomes of each route.</summary>
    public static string Routes(IReadOnlyCollection<ClaimReport> claims) => string.Join("; ", claims.SelectMany(claim => claim.Routes)
        .GroupBy(route => route.Route)
        .Select(group => $"{group.Key} {Counted(group.Select(route => route.Finding.Outcome.Word()))}"));

    /// <summary><c>; ratio found 0.922</c>: how near the sides of each inequality came to each other, at most; empty where none was looked for.</summary>
    public static string Ratios(IEnumerable<ClaimReport> claims)
    {
        var ratios = claims.Where(claim => claim.Claim.ExpectedTrue).SelectMany(claim => claim.Routes)
            .Select(route => route.Finding.BestRatio).OfType<BestRatio>()
            .Select(best => best.Value.ToString("0.###", CultureInfo.InvariantCulture)).ToList();
        return ratios.Count == 0 ? "" : $"; {(ratios.Count == 1 ? "ratio" : "ratios")} found {string.Join(", ", ratios)}";
    }

    /// <summary>What the claims assume, each assumption once.</summary>
    public static string Assumed(IEnumerable<ClaimReport> claims) =>
        string.Join(", ", claims.SelectMany(claim => WhatIsAssumed.Of(claim.Claim)).Distinct().Select(Markdown.Code));

    private static string Verdict(ClaimReport claim) => claim.Verdict.Word() + (claim.Holds ? "" : " (not as expected)");

    private static string Counted(IEnumerable<string> words)
    {
        var groups = words.GroupBy(word => word).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        return groups is [var only] ? only.Key : string.Join(", ", groups.Select(group => $"{group.Key} {group.Count()}"));
    }
}
