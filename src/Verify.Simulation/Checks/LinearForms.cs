using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>Linear forms Σ cᵢⱼ aᵢⱼ of a matrix A, one below the other: what an order between matrices is tested by.</summary>
internal sealed record LinearForms(ImmutableArray<double[]> Coefficients)
{
    /// <summary>x'Ax in the direction x in which the gap comes nearest to an eigenvalue below 0.</summary>
    public static LinearForms Lowest(Matrix gap)
    {
        var symmetric = Matrix<double>.Build.Dense(gap.Rows, gap.Columns, (i, j) => (gap[i, j] + gap[j, i]) / 2);
        var x = symmetric.Evd(Symmetricity.Symmetric).EigenVectors.Column(0);
        return new([Matrix.Of(gap.Rows, gap.Columns, (i, j) => x[i] * x[j]).Entries]);
    }

    /// <summary>aᵢⱼ - aⱼᵢ for every i &lt; j of an n × n matrix, n ≥ 2: all 0 exactly where it is symmetric.</summary>
    public static LinearForms Asymmetry(int n) => new(
    [
        .. Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(i + 1, n - i - 1).Select(j =>
            Matrix.Of(n, n, (k, l) => (k, l) == (i, j) ? 1 : (k, l) == (j, i) ? -1 : 0).Entries)),
    ]);

    /// <summary>The forms of a fixed matrix.</summary>
    public Matrix Of(Matrix value) => new(Coefficients.Length, 1, [.. Coefficients.Select(form => form.Zip(value.Entries, (c, x) => c * x).Sum())]);

    /// <summary>The program of the forms, for a program whose first output is the matrix.</summary>
    public SampleProgram Over(SampleProgram program)
    {
        var matrix = program.Outputs[0];
        return program.Then(Coefficients.Length, 1, Coefficients.Select(form =>
        {
            var terms = new Terms();
            for (var entry = 0; entry < form.Length; entry++)
            {
                terms.Add(matrix.Entries[entry], matrix.Scale * form[entry]);
            }

            return terms;
        }));
    }
}
