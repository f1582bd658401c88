using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>Generic values of symbols: of size 1, in short decimals where the attributes leave room for them, without zeros or symmetry by accident.</summary>
internal static class ValueDraw
{
    private const int Decimals = 3;

    /// <summary>A value that the declaration of a symbol allows, of the given size.</summary>
    public static Matrix Of(Symbol symbol, int rows, int columns, SplitMix random) =>
        symbol.Shape.IsScalar ? Matrix.Scalar(InRange(symbol.Range, random))
        : symbol.Is(MatrixAttributes.UnitVector) ? Unit(rows, random)
        : symbol.Is(MatrixAttributes.Orthogonal) ? Orthogonal(symbol, rows, random)
        : symbol.Is(MatrixAttributes.Diagonal) ? Diagonal(symbol, rows, random)
        : symbol.Is(MatrixAttributes.PositiveDefinite) ? SpectralDraw.Definite(rows, random)
        : symbol.Is(MatrixAttributes.PositiveSemidefinite) && rows > 1 && random.OneIn(2) ? SpectralDraw.Singular(rows, random)
        : symbol.Is(MatrixAttributes.PositiveSemidefinite) ? SpectralDraw.Definite(rows, random)
        : symbol.Is(MatrixAttributes.Symmetric) ? Symmetric(rows, random)
        : Matrix.Of(rows, columns, (_, _) => Entry(random));

    /// <summary>
    /// A number strictly inside a range (the one number of a range that is a point): from 0.15 to 6, its logarithm uniform and so as often below 1 as above,
    /// one in four with a minus sign; three decimals, more in a short range. Where such numbers are outside, as much beyond the one bound, or between the two.
    /// </summary>
    public static double InRange(ScalarRange range, SplitMix random)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var size = random.LogBetween(0.15, 6);
            var value = Math.Round(random.OneIn(4) ? -size : size, Decimals);
            if (IsInside(range, value))
            {
                return value;
            }
        }

        var (low, high) = ((double?)range.Lower, (double?)range.Upper);
        var inside = (low, high) switch
        {
            ({ } a, { } b) => random.Between(a + (0.05 * (b - a)), b - (0.05 * (b - a))),
            ({ } a, null) => a + random.LogBetween(0.15, 6),
            (null, { } b) => b - random.LogBetween(0.15, 6),
            _ => random.LogBetween(0.15, 6),
        };
        return Enumerable.Range(Decimals, 13 - Decimals).Select(decimals => Math.Round(inside, decimals))
            .FirstOrDefault(value => IsInside(range, value), inside);
    }

    private static bool IsInside(ScalarRange range, double value) =>
        Rationals.Of(value) is var exact && range.Contains(exact) && exact != range.Lower && exact != range.Upper;

    private static double Entry(SplitMix random)
    {
        double entry;
        do
        {
            entry = Math.Round(random.Normal(), Decimals);
        }
        while (entry == 0);
        return entry;
    }

    private static Matrix Unit(int n, SplitMix random)
    {
        var place = random.Integer(0, n - 1);
        return Matrix.Of(n, 1, (i, _) => i == place ? 1 : 0);
    }

    private static Matrix Symmetric(int n, SplitMix random)
    {
        var half = Matrix.Of(n, n, (_, _) => Entry(random));
        return Matrix.Of(n, n, (i, j) => half[Math.Min(i, j), Math.Max(i, j)]);
    }

    /// <summary>A positive definite matrix as <see cref="Of"/> draws it, in its eigenbasis: diagonal.</summary>
    public static Matrix InEigenbasis(int n, SplitMix random) =>
        Diagonal([.. SpectralDraw.Spectrum(n, random).OrderBy(_ => random.Next()).Select(x => Math.Max(Math.Round(x, 4), 1e-4))]);

    private static Matrix Diagonal(Symbol symbol, int n, SplitMix random)
    {
        if (!symbol.Is(MatrixAttributes.PositiveSemidefinite))
        {
            return Diagonal([.. Enumerable.Range(0, n).Select(_ => Entry(random))]);
        }

        // A spectrum begins with its least and greatest value, which belong in no place more than in others.
        var spectrum = SpectralDraw.Spectrum(n, random).OrderBy(_ => random.Next()).Select(x => Math.Max(Math.Round(x, 4), 1e-4)).ToArray();
        if (!symbol.Is(MatrixAttributes.PositiveDefinite) && n > 1 && random.OneIn(2))
        {
            spectrum[random.Integer(0, n - 1)] = 0;
        }

        return Diagonal(spectrum);
    }

    private static Matrix Diagonal(double[] entries) => Matrix.Of(entries.Length, entries.Length, (i, j) => i == j ? entries[i] : 0);

    // Signs on the diagonal, the identity, a symmetric product Q S Q' with signs S, or any Q.
    private static Matrix Orthogonal(Symbol symbol, int n, SplitMix random)
    {
        var signs = Enumerable.Range(0, n).Select(_ => symbol.Is(MatrixAttributes.PositiveSemidefinite) || random.OneIn(2) ? 1.0 : -1).ToArray();
        return symbol.Is(MatrixAttributes.Diagonal) || symbol.Is(MatrixAttributes.PositiveSemidefinite) ? Diagonal(signs)
            : symbol.Is(MatrixAttributes.Symmetric) ? SpectralDraw.Symmetric(SpectralDraw.Orthogonal(n, random), signs)
            : SpectralDraw.Orthogonal(n, random);
    }
}
