using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>The tokens of one statement.</summary>
/// <param name="Tokens">At least one token, then an end.</param>
/// <param name="Substitutions">The indices of the opening brackets that contain <c>:=</c> at their own level.</param>
/// <param name="IsSound">Whether every token is one and the brackets match; otherwise the error has been reported.</param>
internal sealed record StatementTokens(ImmutableArray<Token> Tokens, ImmutableHashSet<int> Substitutions, bool IsSound)
{
    /// <summary>Whether the statement is a definition with arguments.</summary>
    public bool DefinesFunction => Tokens is [var let, { Kind: TokenKind.Name }, var open, ..] && let.Is("let") && open.Is("(");
}
