using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>The files of proofs/ in small parts that stand alone, from the shortest to the longest: each claim with the declarations that it rests on, also those of settings; each statement of a list with what is below it.</summary>
internal static class Slices
{
    private static readonly string[] Openings = ["dim", "scalar", "matrix", "vector", "index", "param", "random", "let"];

    /// <summary>Of claim files.</summary>
    public static IReadOnlyList<string> OfClaims(IEnumerable<string> paths) => InOrder(paths.SelectMany(path =>
    {
        var statements = StatementsOf(path);
        return statements.Select((statement, at) => IsDeclaration(statement) ? null : WithDeclarations(statement, statements.Take(at))).OfType<string>();
    }));

    /// <summary>Of lists of statements.</summary>
    public static IReadOnlyList<string> OfPapers(IEnumerable<string> paths) => InOrder(paths.SelectMany(path => Grouped(File.ReadAllText(path))));

    private static string WithDeclarations(string text, IEnumerable<string> before)
    {
        var used = WordsOf(text).ToHashSet();
        Stack<string> kept = new([text]);
        foreach (var declaration in before.Where(IsDeclaration).Reverse())
        {
            if (DeclaredBy(declaration).Any(used.Contains))
            {
                kept.Push(declaration);
                used.UnionWith(WordsOf(declaration));
            }
        }

        return string.Concat(kept);
    }

    /// <summary>One of them; short ones more often.</summary>
    public static string Draw(IReadOnlyList<string> slices, SeededDraw draw) => slices[draw.Below(1 + draw.Below(slices.Count))];

    private static IReadOnlyList<string> InOrder(IEnumerable<string> slices) => [.. slices.Distinct().OrderBy(slice => slice.Length).ThenBy(slice => slice, StringComparer.Ordinal)];

    private static List<string> StatementsOf(string path) => [.. Grouped(File.ReadAllText(path)).SelectMany(statement =>
        statement.Split('"') is ["use ", var name, ..] && Path.Combine(Path.GetDirectoryName(path)!, name + ".setting") is var setting && File.Exists(setting) ? StatementsOf(setting) : [statement])];

    // A line with the indented ones below it.
    private static List<string> Grouped(string text)
    {
        List<string> groups = [];
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            if (line[0] is ' ' or '\t' && groups.Count > 0)
            {
                groups[^1] += line + "\n";
            }
            else
            {
                groups.Add(line + "\n");
            }
        }

        return groups;
    }

    private static bool IsDeclaration(string statement) => Openings.Any(opening => statement.StartsWith(opening + " ", StringComparison.Ordinal));

    /// <summary>The names that a declaration declares.</summary>
    public static IEnumerable<string> DeclaredBy(string declaration)
    {
        var words = Pieces.Of(declaration).Where(piece => !Pieces.IsGap(piece)).Skip(1);
        return declaration.StartsWith("let ", StringComparison.Ordinal) ? words.Take(1) : words.TakeWhile(word => word is "," || Pieces.IsWord(word)).Where(Pieces.IsWord);
    }

    /// <summary>What may be a name in a text.</summary>
    public static IEnumerable<string> WordsOf(string text) => Pieces.Of(text).Where(Pieces.IsWord);
}
