using Verify.Language;
using Verify.Language.Blocks;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Rules;

/// <summary>Determinants: normal forms have the value of what they are of, and true and false equations are told apart.</summary>
public sealed class DeterminantTests
{
    public static TheoryData<string> Scalars =>
    [
        "det(A B)",
        "det(3 A' Λ^2 B^-1)",
        "det(-σ/2 * A) / det(A)^2",
        "det(Λ^(1/2) A Λ^(-1/2))",
        "det(X' X Λ)",
        "det(A + B)^2 det((A + B)^-1)",
        "det(σ I + x y')",
        "det(σ I - 3 x y' A)",
        "det((I + x x')^-1)",
        "det((1 + s^2) (I + 0 * A))",
        "det(s/t * I + 0 * A)",
        "det([Λ, x; y', s])",
        "det([A, x; 0, s])",
        "det([s, x'; y, Λ])",
        "det(σ I - [0, x; x', 0])",
        "det(-σ I - [0, x; x', 0])",
        "det([A, 0; B, Λ])",
        "grad(det(A U B); U)[U := A + B]",
    ];

    [Theory]
    [MemberData(nameof(Scalars))]
    public void The_normal_form_has_the_value(string text)
    {
        var written = SoundFile.Read(Claims.Setting + $"show {text}\n").Shows.Single().Expression;
        using var algebra = Algebra.Enter(1_000_000);
        var blockFree = BlockElimination.Of(written).Value!;
        var at = new Instance(5, [.. written.FreeDimensions.Order().Select((dimension, i) => (dimension, 3 + i))]);
        var (expected, value) = (ValueOf(blockFree, at), FormValue.Of(NormalForms.FormOf(blockFree), at));
        Assert.True(Dense.Distance(expected, value) <= 1e-6 * (1 + Dense.Norm(expected)), $"{value[0, 0]} for {expected[0, 0]}");
        Assert.True(Dense.Distance(value, ValueOf(NormalForms.Of(blockFree), at)) <= 1e-6 * (1 + Dense.Norm(expected)), "as an expression again");
    }

    // Only the one knows gradients, only the other roots of matrices.
    private static double[,] ValueOf(Expr expression, Instance at) => expression is Gradient ? PlainValues.Of(expression, at) : ExprValue.Of(expression, at);

    [Theory]
    [InlineData("det(A B) = det(B) det(A')")]
    [InlineData("det(A^-1) = 1 / det(A)")]
    [InlineData("det(2 A) = det(2 * (I + 0 * A)) det(A)")]
    [InlineData("det(6 A) = det(2 A) det(3 B) / det(B)")]
    [InlineData("det(I + x y') = 1 + y' x")]
    [InlineData("σ det(σ I - [0, x; x', 0]) = det(σ * (I + 0 * A)) (σ^2 - x' x)")]
    [InlineData("det([A, x; 0, s]) = s det(A)")]
    [InlineData("det([Λ, x; y', s]) = det(Λ) (s - y' Λ^-1 x)")]
    [InlineData("det(Λ^2) > 0")]
    [InlineData("grad(det(U); U) = det(U) (U^-1)'")]
    [InlineData("negatives(Λ + 2 x x') = 0")]
    [InlineData("negatives(-Λ - P) = d")]
    public void A_true_statement_is_proved(string statement) => Assert.Equal(Outcome.Proved, Claims.Examine(statement).Outcome);

    [Theory]
    [InlineData("det(A + B) = det(A) + det(B)")]
    [InlineData("det(2 A) = 2 det(A)")]
    [InlineData("det(A) > 0")]
    [InlineData("det(-A) = det(A)")]
    [InlineData("det([A, B; B, A]) = det(A)^2 - det(B)^2")]
    [InlineData("negatives(P - Λ) = 0")]
    [InlineData("negatives(A) = 0")]
    [InlineData("det(Q) = 1")]
    public void A_false_statement_is_not_proved(string statement) => Assert.NotEqual(Outcome.Proved, Claims.Examine(statement).Outcome);
}
