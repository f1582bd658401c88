using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Simulation.Sampling;
using Verify.Simulation.Sampling.Steps;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>A direction x in which an order between matrices is tested as an order between numbers, x'Ax against x'Bx.</summary>
internal sealed record Direction(double[] Entries)
{
    /// <summary>The direction in which the pilot's mean came nearest to failing the order; null for scalars and for what is no order.</summary>
    public static Direction? Of(Relation relation, Matrix mean, Matrix theory)
    {
        if (mean.Rows == 1 || relation is Relation.Equal or Relation.NotEqual)
        {
            return null;
        }

        var sign = relation is Relation.Less or Relation.LessOrEqual ? 1 : -1;
        var gap = Matrix<double>.Build.Dense(mean.Rows, mean.Columns, (i, j) => sign * (theory[i, j] + theory[j, i] - mean[i, j] - mean[j, i]) / 2);
        return new(gap.Evd(Symmetricity.Symmetric).EigenVectors.Column(0).ToArray());
    }

    /// <summary>x'Ax for a matrix given by its entries, row by row.</summary>
    public double Form(Func<int, double> entry)
    {
        var sum = 0.0;
        for (var i = 0; i < Entries.Length; i++)
        {
            for (var j = 0; j < Entries.Length; j++)
            {
                sum += Entries[i] * Entries[j] * entry((i * Entries.Length) + j);
            }
        }

        return sum;
    }

    /// <summary>The program of x'Ax, for a program whose first output is A.</summary>
    public SampleProgram Over(SampleProgram program)
    {
        var matrix = program.Outputs[0];
        var terms = new Terms();
        for (var place = 0; place < matrix.Entries.Length; place++)
        {
            terms.Add(matrix.Entries[place], matrix.Scale * Entries[place / Entries.Length] * Entries[place % Entries.Length]);
        }

        var form = new Combinations([terms.ToCombination(program.RowCount)]);
        return new([.. program.Steps, form], [new(1, 1, [Entry.At(program.RowCount)])], program.ErrorBounds, program.RowCount + 1);
    }
}
