using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Verify.Simulation.Dense.Arithmetic;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices.</summary>
internal static class Spectrum
{
    /// <summary>
    /// The eigenvalues in increasing order and, in the same order, the orthonormal eigenvectors one after another (the rows of Q'), of a symmetric n × n matrix
    /// whose lower triangle counts. Null where an entry is not finite or the iteration does not end.
    /// </summary>
    public static (double[] Values, double[] Vectors)? Of(double[] matrix, int n)
    {
        if (!matrix.All(double.IsFinite))
        {
            return null;
        }

        try
        {
            // The same below and above the diagonal, so that rounding in the two does not matter.
            var symmetric = Matrix<double>.Build.Dense(n, n, (i, j) => matrix[(Math.Max(i, j) * n) + Math.Min(i, j)]);
            var decomposition = symmetric.Evd(Symmetricity.Symmetric);
            var values = decomposition.EigenValues.Select(value => value.Real).ToArray();
            var order = Enumerable.Range(0, n).OrderBy(k => values[k]).ToArray();
            return ([.. order.Select(k => values[k])], [.. order.SelectMany(k => decomposition.EigenVectors.Column(k))]);
        }
        catch (NonConvergenceException)
        {
            return null;
        }
    }
}
