using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Language.Tests.Syntax;

/// <summary>Print, parse, same tree.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void APrintedExpressionParsesToItself() => Prop.ForAll(SurfaceTrees.Arbitrary, expression =>
    {
        var text = SyntaxPrinter.Print(expression);
        var parsed = Parse($"show {text}");
        return (parsed.Errors.IsEmpty && ((ShowSyntax)parsed.Statements.Single()).Expression.Equals(expression))
            .Label($"{text}   {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
    }).Holds(3000);

    [Fact]
    public void APrintedStatementParsesToItself() => Prop.ForAll(SurfaceStatements.Statements.ToArbitrary(), statement =>
    {
        var text = StatementPrinter.Print(statement);
        var parsed = Parse(text);
        return (parsed.Errors.IsEmpty && parsed.Statements.Single().Equals(statement))
            .Label($"{text}   {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
    }).Holds(3000);

    /// <summary>The generator's statements are told apart by equality, or the properties above would hold of anything.</summary>
    [Fact]
    public void DifferentTreesAreDifferent() => Prop.ForAll(SurfaceTrees.Expressions.Two().ToArbitrary(), pair =>
        pair.Item1.Equals(pair.Item2) == (SyntaxPrinter.Print(pair.Item1) == SyntaxPrinter.Print(pair.Item2))).Holds(1000);

    /// <summary>Each pair differs, and the printer leaves out no parenthesis that would make them one text, nor adds one to the plain form.</summary>
    [Theory]
    [InlineData("a b c", "a (b c)")]
    [InlineData("a - b + c", "a - (b + c)")]
    [InlineData("-a b", "-(a b)")]
    [InlineData("-x^2", "(-x)^2")]
    [InlineData("A B'", "(A B)'")]
    [InlineData("1/2", "1/(2)")]
    [InlineData("1/2 x", "1/(2 x)")]
    [InlineData("a/b/c", "a/(b/c)")]
    [InlineData("a/N * I", "a/(N I)")]
    [InlineData("x^2 / 3", "x^(2/3)")]
    [InlineData("L[a := 0] + M", "(L + M)[a := 0]")]
    [InlineData("2 * 3", "23")]
    [InlineData("x A", "x [A]")]
    [InlineData("A ∘ B C", "A ∘ (B C)")]
    [InlineData("a - b", "a (-b)")]
    public void TheCanonicalTextIsTheOneAsWritten(string one, string other)
    {
        Assert.Equal(one, Canonical(one));
        Assert.Equal(other, Canonical(other));
    }

    private static string Canonical(string text) => SyntaxPrinter.Print(((ShowSyntax)Parse($"show {text}").Statements.Single()).Expression);

    private static ParsedFile Parse(string text)
    {
        var parsed = Parser.Parse(new SourceText("test.claim", "use \"functions\"\n" + text), _ => SurfaceTrees.Functions);
        return parsed with { Statements = parsed.Statements.RemoveAt(0) };
    }
}
