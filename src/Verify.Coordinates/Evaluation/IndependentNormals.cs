using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Gaussian vectors with a rational covariance C = L D L' (no square roots) as mean + L z with independent z_i ~ N(0, D_i), so that a monomial's expectation
/// is the product of E[z_i^2k] = D_i^k (2k - 1)!! and odd powers give 0.
/// </summary>
internal sealed class IndependentNormals
{
    private const int VariablesPerUnit = 8;

    private readonly PolynomialRing _ring;
    private readonly Rational[,] _factor;
    private readonly List<(int Column, Rational Variance)> _sources = [];

    /// <summary>Factors the covariance; one that is not psd throws <see cref="UndefinedException"/>.</summary>
    public IndependentNormals(PolynomialRing ring, Rational[,] covariance)
    {
        _ring = ring;
        var n = covariance.GetLength(0);
        var rest = (Rational[,])covariance.Clone();
        _factor = new Rational[n, n];
        for (var k = 0; k < n; k++)
        {
            var variance = rest[k, k];
            if (variance.Sign < 0 || (variance.IsZero && Enumerable.Range(k, n - k).Any(i => !rest[i, k].IsZero)))
            {
                throw new UndefinedException("a covariance that is not positive semidefinite");
            }

            if (variance.IsZero)
            {
                continue;
            }

            _sources.Add((k, variance));
            for (var i = k; i < n; i++)
            {
                _factor[i, k] = rest[i, k] / variance;
            }

            for (var i = k; i < n; i++)
            {
                for (var j = k; j < n; j++)
                {
                    rest[i, j] -= _factor[i, k] * variance * _factor[j, k];
                }
            }
        }
    }

    /// <summary>The expectation of what the rest makes of the vector (or, with rows, of a matrix of iid rows).</summary>
    public Matrix Integrate(Matrix mean, int? iidRows, Func<Matrix, Matrix> rest)
    {
        var (n, rows) = (mean.Rows, iidRows ?? 1);
        var count = rows * _sources.Count;
        var first = _ring.TakeVariables(count);
        try
        {
            Polynomial Entry(int row, int i) => _sources.Select((source, index) => Polynomial.Of(Monomial.Of(first + (row * _sources.Count) + index), _factor[i, source.Column]))
                .Aggregate(mean[i, 0], (sum, term) => sum + term);
            var value = rest(iidRows is null ? Matrix.Of(n, 1, (i, _) => Entry(0, i)) : Matrix.Of(rows, n, Entry));
            return value.Map(entry => Integrate(entry, first, count));
        }
        finally
        {
            _ring.ReturnVariables(count);
        }
    }

    private Polynomial Integrate(Polynomial integrand, int first, int count)
    {
        _ring.Work.Spend((long)integrand.Terms.Length * (1 + (count / VariablesPerUnit)));
        var sum = new Dictionary<Monomial, Rational>();
        foreach (var (monomial, coefficient) in integrand.Terms)
        {
            var (moment, rest) = (coefficient, monomial);
            for (var variable = first; variable < first + count && !moment.IsZero; variable++)
            {
                var exponent = monomial[variable];
                if (exponent > 0)
                {
                    moment *= Moment(exponent, _sources[(variable - first) % _sources.Count].Variance);
                    rest = rest.With(variable, 0);
                }
            }

            if (!moment.IsZero)
            {
                sum[rest] = sum.GetValueOrDefault(rest) + moment;
            }
        }

        return Polynomial.OfDistinct(sum);
    }

    private static Rational Moment(int exponent, Rational variance)
    {
        var moment = exponent % 2 == 0 ? Rational.One : Rational.Zero;
        for (var k = 1; k < exponent && exponent % 2 == 0; k += 2)
        {
            moment *= variance * k;
        }

        return moment;
    }
}
