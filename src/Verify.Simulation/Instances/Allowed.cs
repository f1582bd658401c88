using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Instances;

/// <summary>Whether a value has what a symbol's declaration promises.</summary>
internal static class Allowed
{
    private const double Rounding = 1e-12;
    private const double LeastDefinite = 1e-8;

    /// <summary>
    /// A scalar is compared with its range exactly, a unit vector entry by entry. A matrix is symmetric or diagonal exactly, orthogonal up to 10^-12 an entry; its eigenvalues are at least
    /// -10^-12 (psd) or 10^-8 (spd) of the largest. What is not finite is never allowed.
    /// </summary>
    public static bool Contains(Symbol symbol, Matrix value)
    {
        if (!value.Entries.All(double.IsFinite))
        {
            return false;
        }

        if (symbol.Shape.IsScalar)
        {
            return symbol.Range.Contains(Rationals.Of(value.Entries[0]));
        }

        return (!symbol.Is(MatrixAttributes.Symmetric) || All(value, (i, j) => value[i, j] == value[j, i]))
            && (!symbol.Is(MatrixAttributes.Diagonal) || All(value, (i, j) => i == j || value[i, j] == 0))
            && (!symbol.Is(MatrixAttributes.UnitVector) || value.Entries.Where(x => x != 0).ToList() is [1])
            && (!symbol.Is(MatrixAttributes.Orthogonal) || All(value, (i, j) => Math.Abs(RowProduct(value, i, j) - (i == j ? 1 : 0)) <= Rounding))
            && (!symbol.Is(MatrixAttributes.PositiveSemidefinite) || IsDefinite(value, symbol.Is(MatrixAttributes.PositiveDefinite)));
    }

    /// <summary>The eigenvalues of a symmetric matrix, least first.</summary>
    public static double[] Eigenvalues(Matrix value) => All(value, (i, j) => i == j || value[i, j] == 0)
        ? [.. Enumerable.Range(0, value.Rows).Select(i => value[i, i]).Order()]
        : [.. Matrix<double>.Build.DenseOfRowMajor(value.Rows, value.Columns, value.Entries).Evd(Symmetricity.Symmetric).EigenValues.Select(x => x.Real)];

    private static bool IsDefinite(Matrix value, bool strictly)
    {
        var eigenvalues = Eigenvalues(value);
        return strictly ? eigenvalues[^1] > 0 && eigenvalues[0] >= LeastDefinite * eigenvalues[^1] : eigenvalues[0] >= -Rounding * eigenvalues[^1];
    }

    private static double RowProduct(Matrix value, int i, int j) =>
        Flat.Dot(value.Entries.AsSpan(i * value.Columns, value.Columns), value.Entries.AsSpan(j * value.Columns, value.Columns));

    private static bool All(Matrix value, Func<int, int, bool> holds) =>
        Enumerable.Range(0, value.Rows).All(i => Enumerable.Range(0, value.Columns).All(j => holds(i, j)));
}
