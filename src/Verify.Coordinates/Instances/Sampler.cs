using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>Generic values of symbols: small numbers without accidental symmetry, zeros or commutation, within what the declaration allows.</summary>
/// <param name="RootOrder">Eigenvalues of spd matrices are powers of this order, so that their roots stay rational; 1 where no root is taken.</param>
/// <param name="NeedsSpectrum">Whether singular values and eigenvalues must be rational.</param>
internal sealed record Sampler(int RootOrder, bool NeedsSpectrum)
{
    /// <summary>A value of a symbol at a size.</summary>
    public Rational[,] Draw(Symbol symbol, int rows, int columns, SplitMix random)
    {
        if (symbol.Shape.IsScalar)
        {
            return new[,] { { DrawScalar(symbol.Range, random) } };
        }

        return symbol.Is(MatrixAttributes.UnitVector) ? DrawUnit(rows, random)
            : symbol.Is(MatrixAttributes.Orthogonal) ? DrawOrthogonal(symbol, rows, random)
            : symbol.Is(MatrixAttributes.Diagonal) ? RationalMatrix.Diagonal(rows, i => symbol.Is(MatrixAttributes.PositiveSemidefinite) ? DrawPositive(random) : random.NonZero(4))
            : symbol.Is(MatrixAttributes.PositiveDefinite) ? DrawDefinite(rows, rows, random)
            : symbol.Is(MatrixAttributes.PositiveSemidefinite) ? DrawDefinite(rows, random.Integer(0, 1) == 0 ? rows : Math.Max(1, rows - 1), random)
            : symbol.Is(MatrixAttributes.Symmetric) ? DrawSymmetric(rows, random)
            : NeedsSpectrum && rows > 1 && columns > 1 && random.Integer(0, 2) > 0 ? DrawWithSpectrum(rows, columns, random)
            : RationalMatrix.Of(rows, columns, (_, _) => random.NonZero(3));
    }

    /// <summary>A scalar of a range; integers and halves first, then fractions of a short range.</summary>
    public static Rational DrawScalar(ScalarRange range, SplitMix random)
    {
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var value = new Rational(random.NonZero(4), random.Integer(1, 3));
            if (range.Contains(value))
            {
                return value;
            }
        }

        // A point inside a bounded range, or beyond the one bound there is.
        var share = new Rational(random.Integer(1, 4), 5);
        return (range.Lower, range.Upper) switch
        {
            ({ } low, { } high) => low == high ? low : low + ((high - low) * share),
            ({ } low, null) => low + random.Integer(1, 3) + share,
            (null, { } high) => high - random.Integer(1, 3) - share,
            _ => share,
        };
    }

    // Below 1 as often as not: much that fails of a covariance fails of a small one.
    private Rational DrawPositive(SplitMix random) => new Rational(random.Integer(1, RootOrder > 1 ? 3 : 4), random.Integer(1, 3)).Power(RootOrder);

    // L D L' with a unit lower triangular L; where roots are taken Q D Q' with a rational orthogonal Q.
    private Rational[,] DrawDefinite(int n, int rank, SplitMix random)
    {
        var diagonal = RationalMatrix.Diagonal(n, i => i < rank ? DrawPositive(random) + (NeedsSpectrum && RootOrder == 1 ? i : 0) : 0);
        var factor = NeedsSpectrum ? Orthogonal(n, random) : RationalMatrix.Of(n, n, (i, j) => i == j ? 1 : i > j ? random.NonZero(1) : 0);
        return RationalMatrix.Multiply(RationalMatrix.Multiply(factor, diagonal), RationalMatrix.Transpose(factor));
    }

    private static Rational[,] DrawUnit(int n, SplitMix random)
    {
        var place = random.Integer(0, n - 1);
        return RationalMatrix.Of(n, 1, (i, _) => i == place ? 1 : 0);
    }

    private Rational[,] DrawSymmetric(int n, SplitMix random)
    {
        if (NeedsSpectrum)
        {
            var (basis, values) = (Orthogonal(n, random), RationalMatrix.Diagonal(n, _ => random.NonZero(4)));
            return RationalMatrix.Multiply(RationalMatrix.Multiply(basis, values), RationalMatrix.Transpose(basis));
        }

        var half = RationalMatrix.Of(n, n, (_, _) => random.NonZero(3));
        return RationalMatrix.Of(n, n, (i, j) => half[Math.Min(i, j), Math.Max(i, j)]);
    }

    private static Rational[,] DrawWithSpectrum(int rows, int columns, SplitMix random)
    {
        var values = RationalMatrix.Of(rows, columns, (i, j) => i == j ? random.NonZero(4) : 0);
        return RationalMatrix.Multiply(RationalMatrix.Multiply(Orthogonal(rows, random), values), Orthogonal(columns, random));
    }

    private static Rational[,] DrawOrthogonal(Symbol symbol, int n, SplitMix random) =>
        symbol.Is(MatrixAttributes.Diagonal) ? RationalMatrix.Diagonal(n, i => symbol.Is(MatrixAttributes.PositiveSemidefinite) || random.Integer(0, 1) == 0 ? 1 : -1)
        : symbol.Is(MatrixAttributes.PositiveSemidefinite) ? RationalMatrix.Identity(n)
        : symbol.Is(MatrixAttributes.Symmetric) ? Reflection(n, random)
        : random.Integer(0, 3) == 0 ? RationalMatrix.Identity(n)
        : Orthogonal(n, random);

    // A product of two reflections, and sometimes one more so that the determinant is -1.
    private static Rational[,] Orthogonal(int n, SplitMix random) => Enumerable.Range(0, random.Integer(2, 3))
        .Aggregate(RationalMatrix.Identity(n), (product, _) => RationalMatrix.Multiply(product, Reflection(n, random)));

    // I - 2 v v' / v'v.
    private static Rational[,] Reflection(int n, SplitMix random)
    {
        var v = Enumerable.Range(0, n).Select(_ => random.NonZero(2)).ToArray();
        var square = v.Sum(x => x * x);
        return RationalMatrix.Of(n, n, (i, j) => (i == j ? 1 : 0) - new Rational(2 * v[i] * v[j], square));
    }
}
