namespace Verify.Cli.Input;

/// <summary>Suggests the names that a mistyped one may have meant.</summary>
public static class NearNames
{
    private const int Most = 3;

    /// <summary>The nearest names, at most three, nearest first; those that are far off only where none is near.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known)
    {
        var ranked = known.Distinct().Select(other => (Name: other, Distance: Distance(name, other))).OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).ToList();
        var near = ranked.Where(other => other.Distance <= Math.Max(2, name.Length / 3)).ToList();
        return [.. (near.Count > 0 ? near : ranked).Take(Most).Select(other => other.Name)];
    }

    /// <summary>Letters to insert, delete or replace (Levenshtein), case ignored; 1 where one name begins with the other.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 0 && b.Length > 0 && (a.StartsWith(b, StringComparison.OrdinalIgnoreCase) || b.StartsWith(a, StringComparison.OrdinalIgnoreCase)))
        {
            return 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
