using System.Text.Json;

namespace Verify.Faults.Injection;

/// <summary>A claim of proofs/, all of which hold, that a faulty tool does not find to hold.</summary>
/// <param name="File">Its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsClaim">Whether it is a <c>claim</c>, which is true, and not a <c>refute</c>, which is false.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Outcomes">What each route found.</param>
/// <param name="Reason">Why the verdict is no better, in the tool's words.</param>
internal sealed record LostClaim(string File, string Name, bool IsClaim, string Verdict, IReadOnlyDictionary<string, string> Outcomes, string Reason)
{
    /// <summary>A conflict, or the wrong one of true and false.</summary>
    public bool Catches => Verdict is "conflict" or "refuted" or "proved" or "supported";

    /// <summary>Which routes found what, in a few words.</summary>
    public string How => Verdict switch
    {
        "conflict" when By("proved") is { Length: > 0 } proving && By("disagrees") is { Length: > 0 } against => $"conflict: {proving} proves, against {against}",
        "conflict" => $"conflict: {By("undecided")} finds that its data do not fit",
        "refuted" => $"true claim refuted by {By("disagrees")}" + (By("agrees") is { Length: > 0 } other ? $", not by {other}" : ""),
        "proved" or "supported" => $"false statement accepted by {By("proved", "agrees")}",
        _ => $"{Verdict}: {Reason}",
    };

    /// <summary>Reads the claim from a JSON report.</summary>
    public static LostClaim Read(JsonElement claim) => new(
        claim.GetProperty("file").GetString()!,
        claim.GetProperty("name").GetString()!,
        claim.GetProperty("expect").GetString() == "true",
        claim.GetProperty("verdict").GetString()!,
        claim.GetProperty("routes").EnumerateArray().ToDictionary(route => route.GetProperty("route").GetString()!, route => route.GetProperty("outcome").GetString()!),
        claim.TryGetProperty("reason", out var reason) ? reason.GetString()! : "");

    private string By(params string[] outcomes) => string.Join(" and ", Outcomes.Where(route => outcomes.Contains(route.Value)).Select(route => route.Key));
}
