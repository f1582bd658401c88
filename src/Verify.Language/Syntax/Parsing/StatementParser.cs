using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>Parses one statement.</summary>
internal sealed class StatementParser(TokenCursor cursor, CallableNames functions)
{
    private readonly ExpressionParser _expressions = new(cursor, functions);

    /// <summary>The whole statement, up to its end.</summary>
    public StatementSyntax Parse()
    {
        var first = cursor.Current;
        var declarations = new DeclarationParser(cursor, _expressions);
        StatementSyntax statement = first.Kind == TokenKind.Reserved ? first.Text switch
        {
            "title" => Quoted((text, span) => new TitleSyntax(text, span), "the title"),
            "source" => Quoted((text, span) => new SourceSyntax(text, span), "the source"),
            "use" => Quoted((text, span) => new UseSyntax(text, span), "the name of a setting"),
            "dim" => declarations.Dimensions(),
            "scalar" => declarations.Scalars(),
            "matrix" => declarations.Matrices(),
            "vector" => declarations.Vectors(),
            "param" => declarations.Parameters(),
            "random" => declarations.Randoms(),
            "let" => Let(),
            "show" => Show(),
            "claim" or "refute" => new ClaimParser(cursor, _expressions).Claim(),
            _ => throw NoStatement(),
        }
        : DeclaredNames.IsIndex(first, cursor.Ahead(1)) ? declarations.Indices()
        : throw NoStatement();

        return cursor.Current.Kind == TokenKind.End ? statement : throw Trailing();
    }

    private StatementSyntax Quoted(Func<QuotedSyntax, TextSpan, StatementSyntax> make, string what)
    {
        var first = cursor.Take();
        var text = cursor.ExpectQuoted(what);
        return make(text, cursor.From(first));
    }

    private StatementSyntax Let()
    {
        var first = cursor.Take();
        var name = cursor.ExpectName("the name that is defined");
        if (!cursor.TryTake("("))
        {
            cursor.Expect("=", $"and the definition of '{name.Name}'");
            var value = _expressions.Parse();
            return new LetSyntax(name, value, cursor.From(first));
        }

        var arguments = cursor.ExpectNames("the name of an argument");
        cursor.Expect(")", "after the arguments");
        cursor.Expect("=", $"and the definition of '{name.Name}'");
        var body = new ExpressionParser(cursor, functions.Hiding(arguments.Select(argument => argument.Name))).Parse();
        return new FunctionSyntax(name, arguments, body, cursor.From(first));
    }

    private ShowSyntax Show()
    {
        var first = cursor.Take();
        var expression = _expressions.Parse();
        return new(expression, cursor.From(first));
    }

    private ParseFailure NoStatement() => cursor.Unexpected(
        "a statement, which begins with title, source, dim, scalar, matrix, vector, param, random, let, use, show, claim or refute");

    private ParseFailure Trailing() => cursor.Current.IsStatementWord
        ? new(cursor.Current.Span, $"'{cursor.Current.Text}' begins a statement: put it on a line of its own")
        : cursor.Unexpected("the end of the statement, or an operator");
}
