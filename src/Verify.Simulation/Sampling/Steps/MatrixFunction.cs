using Verify.Simulation.Dense;

namespace Verify.Simulation.Sampling.Steps;

/// <summary>A function of a whole matrix, such as its inverse, sample by sample. The function must not depend on anything else.</summary>
internal sealed class MatrixFunction(LaneMatrix input, int rows, int columns, int firstOutput, Func<Matrix, Matrix> function) : Step
{
    /// <inheritdoc/>
    public override long Cost => 500 + (20L * input.Rows * input.Rows * input.Columns);

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        for (var lane = 0; lane < workspace.Batch; lane++)
        {
            var place = lane;
            var value = function(new(input.Rows, input.Columns, Array.ConvertAll(
                input.Entries, entry => input.Scale * (entry.IsConstant ? entry.Constant : workspace.Row(entry.Index)[place]))));
            for (var entry = 0; entry < rows * columns; entry++)
            {
                workspace.Row(firstOutput + entry)[lane] = value.Entries[entry];
            }
        }
    }
}
