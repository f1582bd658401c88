using Verify.Language.Reading;

namespace Verify.Language.Tests.Reading;

public sealed class DiagnosticTextTests
{
    [Theory]
    [InlineData("let a = b + c", 9, 1, "  3 | let a = b + c\n    |         ^")]
    [InlineData("let a = bcd", 9, 3, "  3 | let a = bcd\n    |         ^^^")]
    [InlineData("ŷ = Λ b", 7, 1, "  3 | ŷ = Λ b\n    |       ^")]
    [InlineData("y\u0302 = b", 6, 1, "  3 | y\u0302 = b\n    |     ^")]
    [InlineData("𝛌 = b", 5, 1, "  3 | 𝛌 = b\n    |     ^")]
    [InlineData("\"重み\" b", 6, 1, "  3 | \"重み\" b\n    |        ^")]
    [InlineData("let a =", 8, 1, "  3 | let a =\n    |        ^")]
    [InlineData("let a =", 99, 5, "  3 | let a =\n    |        ^")]
    [InlineData("a\u001b[31m b", 7, 1, "  3 | a\uFFFD[31m b\n    |       ^")]
    public void The_caret_stands_under_the_place(string line, int column, int length, string expected)
    {
        var text = DiagnosticText.Render(new(new("x.claim", 3, column), "what is wrong", line, length));
        Assert.Equal($"x.claim:3:{column}: error: what is wrong\n{expected}", text);
    }

    [Fact]
    public void A_long_line_is_shown_around_the_place()
    {
        var line = new string('(', 50_000) + "b" + new string(')', 50_000);
        var shown = DiagnosticText.Render(new(new("x.claim", 1, 50_001), "what is wrong", line, 50_000)).Split('\n');
        Assert.True(shown[1].Length < 110);
        Assert.Equal('b', shown[1][shown[2].IndexOf('^')]);
    }

    [Fact]
    public void A_path_as_a_whole_has_no_line() =>
        Assert.Equal("gone: error: no such file or folder", DiagnosticText.Render(new(new("gone", 1, 1), "no such file or folder", "", 0)));
}
