using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>How errors look: the carets stand under what is meant, whatever the line holds.</summary>
public sealed class RenderedErrorTests
{
    [Fact]
    public void ThePlaceTheLineAndTheCarets() => Assert.Equal(
        """
        loss.claim:2:9: error: two numerals side by side can be read in two ways: write 2 * 3 or 23
          2 | let y = 2 3
            |         ^^^
        """,
        Rendered("dim d\nlet y = 2 3\n"));

    [Theory]
    [InlineData("let ŷ = ?", "         ^")]
    [InlineData("let y\u0302 = ?", "         ^")]
    [InlineData("let 字 = ?", "          ^")]
    [InlineData("let 𝐱 = ?", "         ^")]
    [InlineData("title \"\u202E\" ?", "           ^")]
    public void TheCaretCountsColumnsOfTheTerminal(string text, string carets) => Assert.EndsWith(" |" + carets, Rendered(text));

    [Fact]
    public void ALongLineIsCutAroundTheCaret()
    {
        var lines = Rendered("let y = " + new string('a', 5000) + " ? " + new string('b', 5000)).Split('\n');
        Assert.InRange(lines[1].Length, 90, 120);
        Assert.Equal('?', lines[1][lines[2].IndexOf('^')]);
        Assert.StartsWith("  1 | …aaa", lines[1]);
        Assert.EndsWith("bbb…", lines[1]);
    }

    [Fact]
    public void AnUnderlineStaysOnItsLine()
    {
        var lines = Rendered("let y = [A, B; C +\n  D]").Split('\n');
        Assert.EndsWith("^^^", lines[2]);
        Assert.Equal(lines[1].Length, lines[2].Length);
    }

    private static string Rendered(string text) => DiagnosticText.Render(Parser.Parse("loss.claim", text).Errors[0]);
}
