using System.Text;

namespace Verify.Language.Syntax;

/// <summary>
/// Unicode's canonical composition (NFC; Unicode Standard, section 3.11), so that ŷ is one name whether it was typed as one character or as two.
/// The runtime's own needs a library that a fresh machine may lack; without it, it silently does nothing.
/// </summary>
internal static class CanonicalForm
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TailCount = 28;

    private static readonly Lazy<CanonicalTables> Tables = new(CanonicalTables.Load);

    /// <summary>The text in NFC. Units that are no characters (lone surrogates) become U+FFFD.</summary>
    public static string Compose(string text)
    {
        // Below the first combining mark, every character is composed and every text of them in order.
        if (text.All(unit => unit < '\u0300'))
        {
            return text;
        }

        var runes = new List<int>();
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, runes);
        }

        Reorder(runes);
        var composed = new StringBuilder();
        Join(runes).ForEach(rune => composed.Append(new Rune(rune)));
        return composed.ToString();
    }

    /// <summary>The text with every composed character as its letter and marks.</summary>
    public static string Decompose(string text)
    {
        var runes = new List<int>();
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, runes);
        }

        return string.Concat(runes.Select(rune => new Rune(rune).ToString()));
    }

    private static void Decompose(int rune, List<int> into)
    {
        if (rune - HangulBase is >= 0 and < LeadCount * VowelCount * TailCount and var syllable)
        {
            into.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            into.Add(VowelBase + (syllable / TailCount % VowelCount));
            if (syllable % TailCount != 0)
            {
                into.Add(TailBase + (syllable % TailCount));
            }
        }
        else if (Tables.Value.Parts.TryGetValue(rune, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, into);
            }
        }
        else
        {
            into.Add(rune);
        }
    }

    /// <summary>Sorts each run of marks by class; marks of one class keep their order.</summary>
    private static void Reorder(List<int> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            var end = start;
            while (end < runes.Count && ClassOf(runes[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = runes.GetRange(start, end - start).OrderBy(ClassOf).ToList();
                runes.RemoveRange(start, end - start);
                runes.InsertRange(start, sorted);
            }

            start = end;
        }
    }

    private static List<int> Join(List<int> runes)
    {
        var result = new List<int>();
        var starter = -1;
        foreach (var rune in runes)
        {
            // A mark joins the last starter unless another of at least its class stands between.
            var blocked = starter < result.Count - 1 && (ClassOf(result[^1]) == 0 || ClassOf(result[^1]) >= ClassOf(rune));
            if (starter >= 0 && !blocked && Pair(result[starter], rune) is { } whole)
            {
                result[starter] = whole;
                continue;
            }

            result.Add(rune);
            starter = ClassOf(rune) == 0 ? result.Count - 1 : starter;
        }

        return result;
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < LeadCount and var lead && second - VowelBase is >= 0 and < VowelCount and var vowel)
        {
            return HangulBase + (((lead * VowelCount) + vowel) * TailCount);
        }

        if (first - HangulBase is >= 0 and < LeadCount * VowelCount * TailCount and var syllable && syllable % TailCount == 0
            && second - TailBase is > 0 and < TailCount and var tail)
        {
            return first + tail;
        }

        return Tables.Value.Wholes.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static int ClassOf(int rune) => Tables.Value.Classes.GetValueOrDefault(rune);
}
