using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>A dense matrix each entry of which is the entry of another one at a place of its own.</summary>
internal sealed class GatherStep(Node result, Node matrix, int[] places) : Step(result, matrix)
{
    /// <inheritdoc/>
    public override long Operations => 0;

    /// <inheritdoc/>
    public override void Forward()
    {
        for (var i = 0; i < places.Length; i++)
        {
            Result.Values[i] = matrix.Values[places[i]];
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        for (var i = 0; matrix.Adjoints is { } adjoints && i < places.Length; i++)
        {
            adjoints[places[i]] += Result.Adjoints![i];
        }
    }
}
