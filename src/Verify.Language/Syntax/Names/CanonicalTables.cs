using System.Globalization;

namespace Verify.Language.Syntax;

/// <summary>Unicode's canonical decompositions and combining classes, read from the two lists beside this file.</summary>
internal sealed record CanonicalTables(
    IReadOnlyDictionary<int, int[]> Parts,
    IReadOnlyDictionary<(int First, int Second), int> Wholes,
    IReadOnlyDictionary<int, int> Classes)
{
    public static CanonicalTables Load()
    {
        var parts = new Dictionary<int, int[]>();
        var wholes = new Dictionary<(int, int), int>();
        foreach (var line in Lines("CanonicalDecompositions"))
        {
            var (whole, written) = (Hex(line.Split(':')[0]), line.Split(':')[1]);
            var pieces = parts[whole] = [.. written.TrimEnd('!').Split(' ').Select(Hex)];
            if (!written.EndsWith('!'))
            {
                wholes[(pieces[0], pieces[1])] = whole;
            }
        }

        var classes = new Dictionary<int, int>();
        foreach (var line in Lines("CombiningClasses"))
        {
            var (range, number) = (line.Split(' ')[0], int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            for (var rune = Hex(range.Split("..")[0]); rune <= Hex(range.Split("..")[1]); rune++)
            {
                classes[rune] = number;
            }
        }

        return new(parts, wholes, classes);
    }

    private static IEnumerable<string> Lines(string list)
    {
        using var reader = new StreamReader(typeof(CanonicalTables).Assembly.GetManifestResourceStream(list)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
