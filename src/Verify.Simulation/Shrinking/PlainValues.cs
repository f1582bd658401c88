using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Shrinking;

/// <summary>The values of a symbol that one would try first by hand, among those that its declaration allows.</summary>
internal static class PlainValues
{
    private static readonly double[] Scalars = [1, 2, -1, 0, 0.5, 3, -2, 0.1];

    /// <summary>They, at a size; what was drawn stands in where none is allowed.</summary>
    public static ImmutableArray<Matrix> Of(Symbol symbol, Matrix drawn)
    {
        ImmutableArray<Matrix> plain = [.. Candidates(symbol, drawn.Rows, drawn.Columns).Where(value => Allowed.Contains(symbol, value))];
        return plain.IsEmpty ? [drawn] : plain;
    }

    private static IEnumerable<Matrix> Candidates(Symbol symbol, int rows, int columns)
    {
        if (symbol.Shape.IsScalar)
        {
            return Scalars.Select(Matrix.Scalar);
        }

        if (symbol.Is(MatrixAttributes.UnitVector))
        {
            return Enumerable.Range(0, rows).Select(place => Matrix.Of(rows, 1, (i, _) => i == place ? 1 : 0));
        }

        return Distinct(symbol.Is(MatrixAttributes.Orthogonal) ? Orthogonal(rows) : General(rows, columns));
    }

    // The identity, ones, one entry, nothing, one entry beside the diagonal, ones against the diagonal, 1 to n on the diagonal, a chain.
    private static IEnumerable<Matrix> General(int rows, int columns) =>
    [
        Matrix.Of(rows, columns, (i, j) => i == j ? 1 : 0),
        Matrix.Of(rows, columns, (_, _) => 1),
        Matrix.Of(rows, columns, (i, j) => i + j == 0 ? 1 : 0),
        Matrix.Of(rows, columns, (_, _) => 0),
        Matrix.Of(rows, columns, (i, j) => i == 0 && j == 1 ? 1 : 0),
        Matrix.Of(rows, columns, (i, j) => i + j == rows - 1 ? 1 : 0),
        Matrix.Of(rows, columns, (i, j) => i == j ? i + 1 : 0),
        Matrix.Of(rows, columns, (i, j) => i == j ? 2 : Math.Abs(i - j) == 1 ? 1 : 0),
        Matrix.Of(rows, columns, (i, j) => (i * columns) + j + 1),
    ];

    // The identity, an exchange of the first two, signs, and the rotation of the triangle 3, 4, 5.
    private static IEnumerable<Matrix> Orthogonal(int n) =>
    [
        Matrix.Of(n, n, (i, j) => i == j ? 1 : 0),
        Matrix.Of(n, n, (i, j) => n > 1 && i < 2 && j < 2 ? i == j ? 0 : 1 : i == j ? 1 : 0),
        Matrix.Of(n, n, (i, j) => i == j ? -1 : 0),
        Matrix.Of(n, n, (i, j) => i == j ? i == 0 ? -1 : 1 : 0),
        Matrix.Of(n, n, (i, j) => n > 1 && i < 2 && j < 2 ? i == j ? 0.6 : i < j ? 0.8 : -0.8 : i == j ? 1 : 0),
    ];

    private static IEnumerable<Matrix> Distinct(IEnumerable<Matrix> values) => values.DistinctBy(value => string.Join(' ', value.Entries));
}
