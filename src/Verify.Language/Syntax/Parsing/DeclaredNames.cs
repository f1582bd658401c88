namespace Verify.Language.Syntax;

/// <summary>The names that a faulty statement was to declare, so that their use is not reported as well.</summary>
internal static class DeclaredNames
{
    private static readonly string[] Declaring = ["dim", "scalar", "matrix", "vector", "param", "random"];

    /// <summary>The names before the colon, bound or equals sign, as far as there are any.</summary>
    public static IEnumerable<string> Of(StatementTokens statement)
    {
        var tokens = statement.Tokens;
        if (tokens[0].Is("let"))
        {
            return tokens[1].Kind == TokenKind.Name ? [tokens[1].Text] : [];
        }

        return !Declaring.Any(tokens[0].Is) ? []
            : tokens.Skip(1).TakeWhile(token => !token.Is(":") && !token.Is("~")).Where(token => token.Kind == TokenKind.Name).Select(token => token.Text);
    }
}
