using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Expectations of centred vectors whose covariance has entries that are not numbers (another random symbol, an infinitesimal), or of which two moments are all
/// that is known: the monomial's first factor is paired with each other one (Isserlis 1918).
/// </summary>
internal sealed class Pairings(PolynomialRing ring, Matrix covariance, int? degreeLimit)
{
    private readonly Dictionary<Monomial, Polynomial> _moments = [];

    /// <summary>The expectation of what the rest makes of the vector (or, with rows, of a matrix of iid rows).</summary>
    public Matrix Integrate(Matrix mean, int? iidRows, Func<Matrix, Matrix> rest)
    {
        var (n, rows) = (mean.Rows, iidRows ?? 1);
        var first = ring.TakeVariables(rows * n);
        try
        {
            Polynomial Entry(int row, int i) => mean[i, 0] + Polynomial.Of(Monomial.Of(first + (row * n) + i), 1);
            var value = rest(iidRows is null ? Matrix.Of(n, 1, (i, _) => Entry(0, i)) : Matrix.Of(rows, n, Entry));
            return value.Map(entry => Integrate(entry, first, rows, n));
        }
        finally
        {
            ring.ReturnVariables(rows * n);
        }
    }

    private Polynomial Integrate(Polynomial integrand, int first, int rows, int n)
    {
        var terms = new List<(Polynomial Moment, Polynomial Others)>(integrand.Terms.Length);
        foreach (var (monomial, coefficient) in integrand.Terms)
        {
            var (product, rest) = (Polynomial.Of(coefficient), monomial);
            for (var row = 0; row < rows; row++)
            {
                var own = Monomial.One;
                for (var i = 0; i < n; i++)
                {
                    var variable = first + (row * n) + i;
                    own = own.With(i, monomial[variable]);
                    rest = rest.With(variable, 0);
                }

                product = ring.Multiply(product, Moment(own, n));
            }

            if (!product.IsZero)
            {
                terms.Add((product, Polynomial.Of(rest, 1)));
            }
        }

        return ring.SumOfProducts(terms.Count, k => terms[k]);
    }

    private Polynomial Moment(Monomial monomial, int n)
    {
        if (monomial.IsOne)
        {
            return Polynomial.One;
        }

        if (_moments.TryGetValue(monomial, out var known))
        {
            return known;
        }

        if (degreeLimit is { } limit && Enumerable.Range(0, n).Sum(i => monomial[i]) > limit)
        {
            throw new NotTreatedException("an expectation that the given moments do not determine");
        }

        var first = Enumerable.Range(0, n).First(i => monomial[i] > 0);
        var others = monomial.With(first, monomial[first] - 1);
        var sum = Polynomial.Zero;
        for (var i = 0; i < n; i++)
        {
            if (others[i] > 0)
            {
                var rest = Moment(others.With(i, others[i] - 1), n);
                sum += ring.Multiply(covariance[first, i], rest).Scale(others[i]);
            }
        }

        return _moments[monomial] = sum;
    }
}
