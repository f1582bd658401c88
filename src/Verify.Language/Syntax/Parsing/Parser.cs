using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>Text to surface tree.</summary>
public static class Parser
{
    /// <summary>Parses a text that uses no other file's definitions with arguments. Never throws, whatever the text.</summary>
    public static ParsedFile Parse(string path, string text) => Parse(new SourceText(path, text), _ => []);

    /// <summary>
    /// Parses a text. A name before parentheses is a call where the name is a definition with arguments (of this file, or of a setting that
    /// it uses), and a product otherwise; <paramref name="functionsOf"/> gives the names of such definitions for the setting named by a <c>use</c>,
    /// <paramref name="declaredBy"/> all names that it declares.
    /// </summary>
    public static ParsedFile Parse(SourceText source, Func<string, IEnumerable<string>> functionsOf, Func<string, IEnumerable<string>>? declaredBy = null)
    {
        var errors = new ErrorList();
        var split = StatementSplitter.Split(Lexer.Tokens(source, errors), source, errors).ToList();
        var used = split.Where(statement => statement.Tokens is [var use, { Kind: TokenKind.Quoted }, ..] && use.Is("use")).Select(statement => statement.Tokens[1].Text).ToList();
        var functions = split.Where(statement => statement.DefinesFunction).Select(statement => statement.Tokens[1].Text)
            .Concat(used.SelectMany(functionsOf)).ToImmutableHashSet();
        var callable = new CallableNames(functions, split.SelectMany(DeclaredNames.Of).Concat(used.SelectMany(declaredBy ?? (_ => []))).ToImmutableHashSet());

        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        var lost = ImmutableHashSet.CreateBuilder<string>();
        foreach (var tokens in split.TakeWhile(_ => !errors.IsFull))
        {
            if (ParseSound(tokens, callable, source, errors) is { } statement)
            {
                statements.Add(statement);
            }
            else
            {
                lost.UnionWith(DeclaredNames.Of(tokens));
            }
        }

        return new(source, statements.ToImmutable(), lost.ToImmutable(), errors.InOrder());
    }

    private static StatementSyntax? ParseSound(StatementTokens tokens, CallableNames functions, SourceText source, ErrorList errors)
    {
        if (!tokens.IsSound)
        {
            return null;
        }

        try
        {
            return new StatementParser(new(tokens), functions).Parse();
        }
        catch (ParseFailure failure)
        {
            errors.Add(source.Error(failure.Span, failure.Message));
            return null;
        }
    }
}
