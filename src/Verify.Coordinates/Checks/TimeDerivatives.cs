using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>Derivatives in time, at the start of a gradient flow, of a matrix that depends on the parameters; everything polynomial in them.</summary>
internal static class TimeDerivatives
{
    /// <summary>
    /// The derivatives of orders 0 to the given one, by dg/dt = -Σ ∂F/∂p ∂g/∂p. The polynomials are written around the start and cut at the degree that
    /// can still reach the constant term.
    /// </summary>
    public static ImmutableArray<Matrix> Of(Evaluator evaluator, Flow flow, IReadOnlyList<Matrix> start, Expr quantity, int orders)
    {
        var (ring, count) = (evaluator.Ring, start.Sum(value => value.Rows * value.Columns));
        var first = ring.TakeVariables(count);
        try
        {
            var next = first;
            var moved = new List<KeyValuePair<Symbol, Matrix>>();
            foreach (var (parameter, value) in flow.Parameters.Zip(start))
            {
                var offset = next;
                moved.Add(new(parameter, Matrix.Of(value.Rows, value.Columns, (i, j) => value[i, j] + Polynomial.Of(Monomial.Of(offset + (i * value.Columns) + j), 1))));
                next += value.Rows * value.Columns;
            }

            var variables = Enumerable.Range(first, count).ToArray();
            var loss = Cut(evaluator.EvaluateAt(flow.Loss, moved)[0, 0], variables, orders + 1);
            var slopes = variables.Select(variable => Derivative(loss, variable)).ToArray();
            var current = evaluator.EvaluateAt(quantity, moved);
            var derivatives = ImmutableArray.CreateBuilder<Matrix>();
            for (var order = 0; order <= orders; order++)
            {
                derivatives.Add(current.Map(entry => Cut(entry, variables, 0)));
                var left = orders - order;
                current = current.Map(entry => Rate(ring, Cut(entry, variables, left), slopes, variables, left - 1));
            }

            return derivatives.ToImmutable();
        }
        finally
        {
            ring.ReturnVariables(count);
        }
    }

    private static Polynomial Rate(PolynomialRing ring, Polynomial quantity, Polynomial[] slopes, int[] variables, int degree) => degree < 0 ? Polynomial.Zero : variables
        .Select((variable, i) => ring.Multiply(Cut(slopes[i], variables, degree), Derivative(quantity, variable)))
        .Aggregate(Polynomial.Zero, (sum, term) => sum - Cut(term, variables, degree));

    private static Polynomial Cut(Polynomial polynomial, int[] variables, int degree) => polynomial.Where(monomial => variables.Sum(v => monomial[v]) <= degree);

    private static Polynomial Derivative(Polynomial polynomial, int variable)
    {
        var terms = new List<KeyValuePair<Monomial, Rational>>();
        foreach (var (monomial, coefficient) in polynomial.Terms)
        {
            if (monomial[variable] is > 0 and var exponent)
            {
                terms.Add(new(monomial.With(variable, exponent - 1), coefficient * exponent));
            }
        }

        return Polynomial.OfDistinct(terms);
    }
}
