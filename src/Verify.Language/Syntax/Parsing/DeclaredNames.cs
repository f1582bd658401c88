namespace Verify.Language.Syntax;

/// <summary>The names that statements declare; of a faulty statement those that it was to declare, so that their use is not reported as well.</summary>
internal static class DeclaredNames
{
    private static readonly string[] Declaring = ["dim", "scalar", "matrix", "vector", "param", "random"];

    /// <summary>Whether a statement with these first tokens declares indices: no other begins with a name, so that <c>index</c> need not be reserved.</summary>
    public static bool IsIndex(Token first, Token second) => first is { Kind: TokenKind.Name, Text: "index" } && second.Kind == TokenKind.Name;

    /// <summary>The names before the colon, bound or equals sign, as far as there are any.</summary>
    public static IEnumerable<string> Of(StatementTokens statement)
    {
        var tokens = statement.Tokens;
        if (tokens[0].Is("let"))
        {
            return tokens[1].Kind == TokenKind.Name ? [tokens[1].Text] : [];
        }

        return Declaring.Any(tokens[0].Is) || IsIndex(tokens[0], tokens[1]) ? InList(tokens) : [];
    }

    // What begins an item of the list; the names in a bound are no declarations.
    private static IEnumerable<string> InList(IReadOnlyList<Token> tokens)
    {
        var depth = 0;
        for (var i = 1; i < tokens.Count && !(depth == 0 && (tokens[i].Is(":") || tokens[i].Is("~"))); i++)
        {
            depth += tokens[i].Is("(") || tokens[i].Is("[") ? 1 : tokens[i].Is(")") || tokens[i].Is("]") ? -1 : 0;
            if (tokens[i].Kind == TokenKind.Name && depth == 0 && (i == 1 || tokens[i - 1].Is(",")))
            {
                yield return tokens[i].Text;
            }
        }
    }

    /// <summary>The names that a statement declares.</summary>
    public static IEnumerable<string> Of(StatementSyntax statement) => statement switch
    {
        DimensionsSyntax dimensions => dimensions.Dimensions.Select(dimension => dimension.Name.Name),
        ScalarsSyntax scalars => scalars.Scalars.Select(scalar => scalar.Name.Name),
        MatricesSyntax matrices => matrices.Names.Select(name => name.Name),
        VectorsSyntax vectors => vectors.Names.Select(name => name.Name),
        ParametersSyntax parameters => parameters.Names.Select(name => name.Name),
        RandomsSyntax randoms => randoms.Names.Select(name => name.Name),
        LetSyntax definition => [definition.Name.Name],
        FunctionSyntax definition => [definition.Name.Name],
        _ => [],
    };
}
