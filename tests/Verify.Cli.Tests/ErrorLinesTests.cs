using Verify.Cli.Output;
using Verify.Language;
using Verify.Language.Reading;

namespace Verify.Cli.Tests;

public sealed class ErrorLinesTests
{
    [Theory]
    [InlineData("let a = b + c", 9, 1, "  let a = b + c\n          ^\n")]
    [InlineData("let a = bcd", 9, 3, "  let a = bcd\n          ^~~\n")]
    [InlineData("ŷ = Λ b", 7, 1, "  ŷ = Λ b\n        ^\n")]
    [InlineData("y\u0302 = b", 6, 1, "  y\u0302 = b\n      ^\n")]
    [InlineData("𝛌 = b", 5, 1, "  𝛌 = b\n      ^\n")]
    [InlineData("\"重み\" b", 6, 1, "  \"重み\" b\n         ^\n")]
    [InlineData("let a =", 8, 1, "  let a =\n         ^\n")]
    [InlineData("let a =", 99, 5, "  let a =\n         ^\n")]
    [InlineData("a\u001b[31m b", 7, 1, "  a\uFFFD[31m b\n        ^\n")]
    public void The_caret_stands_under_the_place(string line, int column, int length, string expected)
    {
        var text = Print(new(new("x.claim", 3, column), "what is wrong", line, length));
        Assert.Equal($"x.claim:3:{column}: error: what is wrong\n{expected}", text);
    }

    [Fact]
    public void A_long_line_is_shown_around_the_place()
    {
        var line = new string('(', 50_000) + "b" + new string(')', 50_000);
        var shown = Print(new(new("x.claim", 1, 50_001), "what is wrong", line, 50_000)).Split('\n');
        Assert.True(shown[1].Length < 110);
        Assert.Equal('b', shown[1][shown[2].IndexOf('^')]);
    }

    [Fact]
    public void A_path_as_a_whole_has_no_line() =>
        Assert.Equal("gone: error: no such file or folder\n", Print(new(new("gone", 1, 1), "no such file or folder", "", 0)));

    private static string Print(Diagnostic error)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ErrorLines.Print(writer, [error]);
        return writer.ToString();
    }
}
