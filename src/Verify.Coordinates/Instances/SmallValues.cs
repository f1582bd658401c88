using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>A value with its place in the order of smallness: fewest non-zero entries, then smallest integers.</summary>
internal sealed record SmallValue(Rational[,] Value, int NonZeros, Rational Size);

/// <summary>The smallest values that a symbol's declaration allows, in order.</summary>
internal static class SmallValues
{
    private static readonly int[] Integers = [1, -1, 2, -2, 3, -3];

    /// <summary>The values of a symbol at a size, smallest first.</summary>
    public static IReadOnlyList<SmallValue> Of(Symbol symbol, int rows, int columns) => [.. Candidates(symbol, rows, columns)
        .Where(value => Attributes.Allow(symbol, value))
        .Select(Measure)
        .OrderBy(value => value.NonZeros).ThenBy(value => value.Size)];

    /// <summary>The non-zero entries and the sum of their sizes; a denominator counts as much as a numerator.</summary>
    public static SmallValue Measure(Rational[,] value)
    {
        var entries = value.Cast<Rational>().Where(x => !x.IsZero).ToList();
        return new(value, entries.Count, entries.Aggregate(Rational.Zero, (sum, x) => sum + x.Abs().Numerator + x.Denominator - 1 + (x.Sign < 0 ? new Rational(1, 16) : 0)));
    }

    private static IEnumerable<Rational[,]> Candidates(Symbol symbol, int rows, int columns)
    {
        if (symbol.Shape.IsScalar)
        {
            return Integers.Prepend(0).Select(n => (Rational)n).Concat([new(1, 2), new(-1, 2), new(1, 3), new(3, 2), 4, 5])
                .Concat(symbol.Range is { Lower: { } low, Upper: { } high } ? [(low + high) / 2, low, high] : [symbol.Range.Lower ?? 0, symbol.Range.Upper ?? 0, (symbol.Range.Lower ?? 0) + 1])
                .Distinct().Select(x => new[,] { { x } });
        }

        return symbol.Is(MatrixAttributes.UnitVector) ? Enumerable.Range(0, rows).Select(place => RationalMatrix.Of(rows, 1, (i, _) => i == place ? 1 : 0))
            : symbol.Is(MatrixAttributes.Orthogonal) ? Orthogonal(rows)
            : symbol.Is(MatrixAttributes.Diagonal) ? Diagonal(rows, symbol.Is(MatrixAttributes.PositiveDefinite))
            : symbol.Is(MatrixAttributes.Symmetric) ? Symmetric(rows)
            : General(rows, columns);
    }

    // 0, one entry, one entry in each of two places, all of them 1, and 1, 2, 3, ….
    private static IEnumerable<Rational[,]> General(int rows, int columns)
    {
        yield return RationalMatrix.Of(rows, columns, (_, _) => 0);
        var places = Enumerable.Range(0, rows * columns).ToList();
        foreach (var place in places)
        {
            foreach (var n in Integers)
            {
                yield return RationalMatrix.Of(rows, columns, (i, j) => (i * columns) + j == place ? n : 0);
            }
        }

        foreach (var (first, second) in places.SelectMany(p => places.Where(q => q > p).Select(q => (p, q))))
        {
            foreach (var (a, b) in new[] { (1, 1), (1, -1), (1, 2), (2, 1) })
            {
                yield return RationalMatrix.Of(rows, columns, (i, j) => (i * columns) + j == first ? a : (i * columns) + j == second ? b : 0);
            }
        }

        yield return RationalMatrix.Of(rows, columns, (_, _) => 1);
        yield return RationalMatrix.Of(rows, columns, (i, j) => (i * columns) + j + 1);
    }

    private static IEnumerable<Rational[,]> Diagonal(int n, bool isPositive)
    {
        var values = isPositive ? new Rational[] { 1, 2, 3, new(1, 2) } : [0, 1, -1, 2];
        IEnumerable<Rational[]> all = [[]];
        for (var i = 0; i < Math.Min(n, 4); i++)
        {
            all = all.SelectMany(start => values.Select(v => start.Append(v).ToArray())).ToList();
        }

        return all.Select(entries => RationalMatrix.Diagonal(n, i => entries[i % entries.Length]));
    }

    private static IEnumerable<Rational[,]> Symmetric(int n) => Diagonal(n, false).Concat(Diagonal(n, true)).SelectMany(diagonal =>
        Enumerable.Range(0, n * n).Where(p => p / n < p % n).SelectMany(place => new[] { 1, -1, 2 }.Select(off =>
            RationalMatrix.Of(n, n, (i, j) => (Math.Min(i, j) * n) + Math.Max(i, j) == place ? off : diagonal[i, j]))).Prepend(diagonal));

    private static IEnumerable<Rational[,]> Orthogonal(int n)
    {
        for (var sign = 0; sign < 1 << Math.Min(n, 3); sign++)
        {
            for (var shift = 0; shift < n; shift++)
            {
                yield return RationalMatrix.Of(n, n, (i, j) => (i + shift) % n == j ? ((sign >> i & 1) == 0 ? 1 : -1) : 0);
            }
        }

        // The swap of two and the rotation by the angle of the triangle 3, 4, 5.
        if (n >= 2)
        {
            yield return RationalMatrix.Of(n, n, (i, j) => i > 1 || j > 1 ? (i == j ? 1 : 0) : new Rational(i == j ? 3 : i < j ? 4 : -4, 5));
        }
    }
}
