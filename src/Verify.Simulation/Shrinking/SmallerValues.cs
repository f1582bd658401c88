using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Shrinking;

/// <summary>Simpler values in the place of one value of a symbol: whole ones first, then one entry (of a symmetric matrix a pair of them) at a time.</summary>
internal static class SmallerValues
{
    /// <summary>They, as the declaration allows them, from the simplest change to the smallest one.</summary>
    public static IEnumerable<Matrix> Of(Symbol symbol, Matrix value) =>
        Whole(symbol, value).Concat(Entries(symbol, value)).Where(smaller => Allowed.Contains(symbol, smaller));

    /// <summary>0, ±1, ±1/2, ±2, ±3, the integers on both sides, and the nearest multiples of 1/2, 1/4, 1/10, 1/100, 1/1000: those that are shorter than the number, shortest first.</summary>
    public static IEnumerable<double> Of(double entry)
    {
        double[] candidates =
        [
            0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, Math.Floor(entry), Math.Ceiling(entry), Math.Round(2 * entry) / 2, Math.Round(4 * entry) / 4,
            Math.Round(10 * entry) / 10, Math.Round(100 * entry) / 100, Math.Round(1000 * entry) / 1000,
        ];
        var length = Simplicity.LengthOf(entry);
        return candidates.Distinct().Select(candidate => (Value: candidate + 0.0, Length: Simplicity.LengthOf(candidate)))
            .Where(candidate => candidate.Length < length).OrderBy(candidate => candidate.Length).Select(candidate => candidate.Value);
    }

    private static IEnumerable<Matrix> Whole(Symbol symbol, Matrix value)
    {
        if (symbol.Shape.IsScalar)
        {
            yield break;
        }

        foreach (var plain in PlainValues.Of(symbol, value))
        {
            yield return plain;
        }

        if (value.Rows == value.Columns)
        {
            yield return Matrix.Of(value.Rows, value.Columns, (i, j) => i == j ? value[i, j] : 0);
        }
    }

    private static IEnumerable<Matrix> Entries(Symbol symbol, Matrix value)
    {
        var isSymmetric = symbol.Is(MatrixAttributes.Symmetric);
        for (var (i, j) = (0, 0); i < value.Rows; (i, j) = j + 1 < value.Columns ? (i, j + 1) : (i + 1, 0))
        {
            if (value[i, j] == 0 || (isSymmetric && j < i))
            {
                continue;
            }

            foreach (var entry in Of(value[i, j]))
            {
                var entries = (double[])value.Entries.Clone();
                entries[(i * value.Columns) + j] = entry;
                if (isSymmetric)
                {
                    entries[(j * value.Columns) + i] = entry;
                }

                yield return value with { Entries = entries };
            }
        }
    }
}
