using System.Collections.Immutable;
using System.Text.Json;

namespace Verify.Faults.Injection;

/// <summary>What a faulty tool reported.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Claims">The claims that it did not find to hold.</param>
/// <param name="Unread">How many errors of files there were.</param>
/// <param name="Trouble">What it wrote where it left no report, otherwise empty.</param>
internal sealed record FaultyRun(int Status, ImmutableArray<LostClaim> Claims, int Unread, string Trouble)
{
    /// <summary>Whether a claim became a conflict, or was judged the wrong way round. Being undecided, breaking down and refusing to read are not enough.</summary>
    public bool Caught => Claims.Any(claim => claim.Catches);

    /// <summary>The claims that catch the fault.</summary>
    public IEnumerable<LostClaim> Catching => Claims.Where(claim => claim.Catches);

    /// <summary>Reads the JSON report.</summary>
    public static FaultyRun Read(int status, string? report, string printed)
    {
        if (report is null)
        {
            return new(status, [], 0, printed.Length > 2000 ? printed[..2000] : printed);
        }

        using var json = JsonDocument.Parse(report);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().Where(claim => !claim.GetProperty("holds").GetBoolean()).Select(LostClaim.Read);
        return new(status, [.. claims], json.RootElement.GetProperty("errors").GetArrayLength(), "");
    }
}
