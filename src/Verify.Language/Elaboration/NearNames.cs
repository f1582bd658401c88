namespace Verify.Language.Elaboration;

/// <summary>Which known name a mistyped one may have meant.</summary>
internal static class NearNames
{
    /// <summary>
    /// The candidate with the fewest letters inserted, dropped, replaced or exchanged with a neighbour, where these are at most one, or a third of the name;
    /// letters of another case count nothing. The first in ordinal order among equals, null where none is near.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) => candidates
        .Distinct()
        .Select(candidate => (Candidate: candidate, Distance: Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(near => near.Distance <= Math.Max(1, name.Length / 3) && near.Distance < Math.Max(name.Length, near.Candidate.Length))
        .OrderBy(near => near.Distance).ThenBy(near => near.Candidate, StringComparer.Ordinal)
        .FirstOrDefault().Candidate;

    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return a == b ? 0 : int.MaxValue;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
