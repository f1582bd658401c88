using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>Where statements end, and that a faulty one leaves its neighbours alone.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public void EveryErrorOfAFileIsReportedAndEverySoundStatementKept()
    {
        var parsed = Parser.Parse("a.claim", """
            dim d
            matrix A : d × d, big
            let y = (1 + [A, A]
            let z = tr(A] + 1
            claim "one": A = = A
            let s = A ? A + 2 3
            claim "two": A = A
            """);
        Assert.Equal([(2, 19), (3, 9), (4, 11), (5, 18), (6, 11)], parsed.Errors.Select(error => (error.Place.Line, error.Place.Column)));
        Assert.Equal(["dim d", "claim \"two\": A = A"], parsed.Statements.Select(StatementPrinter.Print));
        Assert.Equal(["A", "s", "y", "z"], parsed.LostNames.Order());
    }

    [Fact]
    public void AStatementGoesOnInABracketAndOnDeeperLines()
    {
        var parsed = Parser.Parse("a.claim", """
              let a = 1 +
                # a comment
            # another

                2
              let b = (
            3
             )
              claim "c": a = b
               assuming a > 0,
                b > 0
              param u :
                scalar
            """);
        Assert.Empty(parsed.Errors);
        Assert.Equal(["let a = 1 + 2", "let b = 3", "claim \"c\": a = b assuming a > 0, b > 0", "param u : scalar"], parsed.Statements.Select(StatementPrinter.Print));
    }

    [Fact]
    public void AnUnclosedBracketIsReportedWhereItWasOpened()
    {
        var error = Assert.Single(Parser.Parse("a.claim", "let a = 1\nlet y = tr(A + (B)\n  + C\nlet z = 2\n").Errors);
        Assert.Equal((2, 11), (error.Place.Line, error.Place.Column));
        Assert.Equal("this '(' is never closed", error.Message);
    }

    [Theory]
    [InlineData("let a = 1\n  let b = 2", 2, 3, "indented deeper")]
    [InlineData("let a = 1\n b", 2, 2, "")]
    [InlineData("let a = b)", 1, 10, "closes nothing")]
    [InlineData("let a =\n1", 1, 8, "the end of the statement")]
    [InlineData("let\ta = 1", 1, 4, "a tab")]
    [InlineData("let a = 1\r\nlet b = 1 ?\r\nlet c = 1", 2, 11, "means nothing")]
    [InlineData("let 𝐱̄ŷ = 𝐱 ?", 1, 13, "means nothing")]
    public void ALayoutFaultHasItsPlace(string text, int line, int column, string message)
    {
        var errors = Parser.Parse("a.claim", text).Errors;
        if (message.Length == 0)
        {
            Assert.Empty(errors);
            return;
        }

        Assert.Contains(errors, error => error.Place.Line == line && error.Place.Column == column && error.Message.Contains(message));
    }

    [Fact]
    public void ANameBeforeParenthesesIsACallExactlyWhereItIsADefinitionWithArguments()
    {
        var parsed = Parser.Parse("a.claim", "let f(u) = u(u + 1)\nlet g = f(f) + h(f)\n");
        Assert.Empty(parsed.Errors);
        var body = ((LetSyntax)parsed.Statements[1]).Body;
        Assert.IsType<CallSyntax>(((SumSyntax)body).First);
        Assert.IsType<ProductSyntax>(((SumSyntax)body).Rest[0].Operand);
    }
}
