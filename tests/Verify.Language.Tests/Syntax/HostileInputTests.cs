using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Reading;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Language.Tests.Syntax;

/// <summary>Whatever the bytes, the parser answers soon, with errors that have a place.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Pieces =
    [
        "claim", "let", "\"", "(", ")", "[", "]", ":=", ";", ",", "E", "tr", "grad", "min", "flow", "lim", "'", "^", "²", "⁻", "-", "1", "/", "x", "Λ", "~", "normal",
        ":", "|", "->", "=", "at", "as", "assuming", "conserved", "along", "by", "\n", "\n  ", " ", "#", "\t", "\uFEFF", "\u0302", "inf", "use", "dim", ">=", "∘", "é", "\0", "\uD800",
    ];

    [Fact]
    public void AnyPiecesOfTheLanguageAreReadOrRefused() => Prop.ForAll(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text => IsSound(Parser.Parse("a.claim", text))).Holds(5000);

    [Fact]
    public void AnyBytesAreReadOrRefused() => Prop.ForAll(
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(),
        bytes => SourceReader.TryDecode("a.claim", bytes, out var source, out var error)
            ? IsSound(Parser.Parse(source, _ => []))
            : error.Message.Contains("not UTF-8") && !error.Message.Contains('\n')).Holds(3000);

    public static TheoryData<string, string> Large => new()
    {
        { "nested parentheses", "let y = " + new string('(', 100_000) + "1" + new string(')', 100_000) },
        { "opening parentheses", "let y = " + new string('(', 100_000) },
        { "nested brackets", "let y = " + string.Concat(Enumerable.Repeat("[x, ", 100_000)) },
        { "nested calls", "let y = " + string.Concat(Enumerable.Repeat("tr(E[", 50_000)) + "1" + string.Concat(Enumerable.Repeat("])", 50_000)) },
        { "a numeral of a million digits", "let y = " + new string('7', 1_000_000) },
        { "a long exponent", "let y = 2^" + new string('7', 1_000_000) },
        { "many minus signs", "let y = " + new string('-', 100_000) + "1" },
        { "many transposes", "let y = x" + new string('\'', 100_000) },
        { "a long product", "let y = " + string.Concat(Enumerable.Repeat("x ", 100_000)) },
        { "many quotients", "let y = x" + string.Concat(Enumerable.Repeat("/x", 100_000)) },
        { "many faulty lines", string.Concat(Enumerable.Repeat("let y = ?\n", 50_000)) },
        { "one long faulty line", "let y = " + string.Concat(Enumerable.Repeat("? é ", 100_000)) },
        { "combining marks", "let y = x" + new string('\u0301', 100_000) + " ?" },
        { "mixed combining marks", "let y = x" + string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000)) + " ?" },
        { "many substitutions", "let y = x" + string.Concat(Enumerable.Repeat("[a := 1]", 100_000)) },
        { "one unclosed text", "title \"" + new string('a', 500_000) },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public void ALargeInputIsRefused(string what, string text)
    {
        var parsed = Parser.Parse(what, text);
        Assert.True(IsSound(parsed));
        Assert.NotEmpty(parsed.Errors);
        Assert.All(parsed.Errors, error => Assert.True(DiagnosticText.Render(error).Length < 1000));
    }

    /// <summary>A long sum is flat and no fault.</summary>
    [Fact]
    public void ASumMayBeLong()
    {
        var parsed = Parser.Parse("a.claim", "let y = x" + string.Concat(Enumerable.Repeat(" + x", 100_000)));
        Assert.Empty(parsed.Errors);
        Assert.Equal(2, ((LetSyntax)parsed.Statements.Single()).Body.Height);
    }

    [Fact]
    public void DeepestAllowedExpressionsArePrintedAndCompared()
    {
        var text = "show " + string.Concat(Enumerable.Repeat("tr(-", 250)) + "x" + string.Concat(Enumerable.Repeat("')", 250));
        var (one, two) = (Parser.Parse("a.claim", text), Parser.Parse("a.claim", text));
        Assert.Empty(one.Errors);
        Assert.Equal(one.Statements.Single(), two.Statements.Single());
        Assert.Equal(text, StatementPrinter.Print(one.Statements.Single()));
    }

    private static bool IsSound(ParsedFile parsed) => parsed.Errors.All(error =>
        error.Message.Length is > 0 and < 400 && !error.Message.Contains('\n') && error.Length > 0
        && error.Place.Line >= 1 && error.Place.Line <= parsed.Source.LineCount
        && error.Place.Column >= 1 && error.Place.Column <= error.SourceLine.EnumerateRunes().Count() + 1);
}
