namespace Verify.Simulation.Sampling.Steps;

/// <summary>A function of one entry, such as a root or a reciprocal, sample by sample.</summary>
internal sealed class EntryFunction(int input, int output, Func<double, double> function) : Step
{
    /// <inheritdoc/>
    public override long Cost => 20;

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        var from = workspace.Row(input);
        var to = workspace.Row(output);
        for (var lane = 0; lane < from.Length; lane++)
        {
            to[lane] = function(from[lane]);
        }
    }
}
