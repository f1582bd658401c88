using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Evaluation;

/// <summary>
/// Gradients against difference quotients: (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12h is the derivative, exactly, of a polynomial of degree at most 4 in one entry.
/// Through inverses the quotient is exact to h⁴.
/// </summary>
public sealed class GradientTests
{
    private const string Setting = """
        dim d, N
        matrix Λ : d × d, spd
        matrix A, B, C : d × d
        random x : d ~ normal(Λ)
        param  U : d × d
        param  V : d × N
        param  p : d

        """;

    public static TheoryData<string, string, bool> Functions => new()
    {
        { "tr(A U B U')", "U", true },
        { "tr(A U)^2 + tr(U U)", "U", true },
        { "tr(U A U' B) tr(U)", "U", true },
        { "p' U p + p' p", "p", true },
        { "tr(V V' A)", "V", true },
        { "E[(x' U x)^2]", "U", true },
        { "[p', 1] [U, p; p', 2] [p; 1]", "p", true },
        { "tr(diag(U) U ∘ A)", "U", true },
        { "tr((Λ + U U')^-1)", "U", false },
        { "tr(A (Λ + p p')^-2 B)", "p", false },
        { "1/(1 + p' p)", "p", false },
        { "sqrt((1 + p' p)^2)", "p", true },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void GradientsAreDifferenceQuotients(string function, string parameter, bool isPolynomial)
    {
        var file = SoundFile.Read(Setting + $"show grad({function}; {parameter})\nshow {function}");
        var (gradient, body) = (file.Shows[0].Expression, file.Shows[1].Expression);
        Prop.ForAll(Gen.Choose(1, 100000).ToArbitrary(), seed =>
        {
            var instance = Evaluating.InstanceOf(Expr.Times(body, Expr.TraceOf(Expr.Times(gradient, Expr.TransposeOf(gradient)))), name => name == "d" ? 2 : 3, (ulong)seed);
            var exact = new Evaluator(instance, Evaluating.Ring(2)).Evaluate(gradient).ToRational();
            var symbol = instance.Values.Keys.Single(s => s.Name == parameter);
            var (i, j) = (seed % exact.GetLength(0), seed / 7 % exact.GetLength(1));
            var step = isPolynomial ? (Rational)1 : new(1, 1000);
            Rational At(int steps)
            {
                var moved = (Rational[,])instance.Values[symbol].Clone();
                moved[i, j] += step * steps;
                return ValueOf(body, instance.With(symbol, moved));
            }

            var quotient = (At(-2) - (8 * At(-1)) + (8 * At(1)) - At(2)) / (12 * step);
            return isPolynomial ? quotient == exact[i, j] : (quotient - exact[i, j]).Abs() < new Rational(1, 1_000_000);
        }).Holds(12);
    }

    private static Rational ValueOf(Expr body, Instance instance) => new Evaluator(instance, Evaluating.Ring(2)).Evaluate(body)[0, 0].Value;
}
