using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>Gradients by dual numbers, one infinitesimal for each entry of the parameter.</summary>
internal static class Gradients
{
    /// <summary>Entry ij is the coefficient of ε_ij of the body where the parameter is its value plus Σ ε_ij E_ij.</summary>
    public static Matrix Of(Evaluator evaluator, Gradient gradient, Scope scope) =>
        Of(evaluator, evaluator.Evaluate(gradient.At, scope), at => evaluator.Evaluate(gradient.Body, new Scope(scope).Bind(gradient.Bound, at))[0, 0]);

    /// <summary>The gradient, at a value, of a function of a matrix that is given as a rule.</summary>
    public static Matrix Of(Evaluator evaluator, Matrix at, Func<Matrix, Polynomial> body)
    {
        var (ring, count) = (evaluator.Ring, at.Rows * at.Columns);
        var first = ring.TakeInfinitesimals(count);
        try
        {
            var moved = Matrix.Of(at.Rows, at.Columns, (i, j) => at[i, j] + Polynomial.Of(Monomial.Infinitesimal(first + (i * at.Columns) + j), 1));
            var value = body(moved);
            return Matrix.Of(at.Rows, at.Columns, (i, j) => Coefficient(value, 1UL << (first + (i * at.Columns) + j)));
        }
        finally
        {
            ring.ReturnInfinitesimals(count);
        }
    }

    private static Polynomial Coefficient(Polynomial value, ulong bit)
    {
        var terms = new List<KeyValuePair<Monomial, Rational>>();
        foreach (var (monomial, coefficient) in value.Terms)
        {
            if ((monomial.Infinitesimals & bit) != 0)
            {
                terms.Add(new(monomial with { Infinitesimals = monomial.Infinitesimals & ~bit }, coefficient));
            }
        }

        return Polynomial.OfDistinct(terms);
    }
}
