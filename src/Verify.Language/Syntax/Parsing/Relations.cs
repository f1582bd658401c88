namespace Verify.Language.Syntax;

/// <summary>The relations and their signs.</summary>
internal static class Relations
{
    private static readonly (string Sign, Relation Relation)[] Signs =
    [
        ("=", Relation.Equal), ("!=", Relation.NotEqual), ("<", Relation.Less),
        ("<=", Relation.LessOrEqual), (">", Relation.Greater), (">=", Relation.GreaterOrEqual),
    ];

    /// <summary>Whether a relation comes next.</summary>
    public static bool IsAt(TokenCursor cursor) => Signs.Any(pair => cursor.Current.Is(pair.Sign));

    /// <summary>The relation of a sign.</summary>
    public static Relation Of(Token sign) => Signs.First(pair => sign.Is(pair.Sign)).Relation;

    /// <summary>The sign of a relation.</summary>
    public static string SignOf(Relation relation) => Signs.First(pair => pair.Relation == relation).Sign;
}
