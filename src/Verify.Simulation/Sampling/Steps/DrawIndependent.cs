using Verify.Language;
using Verify.Simulation.Drawing;

namespace Verify.Simulation.Sampling.Steps;

/// <summary>Independent entries of a named law in its standard form: exponential of mean 1, uniform on (0, 1), or signs, 1 or -1 with equal chances.</summary>
internal sealed class DrawIndependent(StreamKey key, EntryFamily family, int firstOutput, int count) : Step
{
    /// <inheritdoc/>
    public override long Cost => 20L * count;

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        var rows = workspace.Rows.AsSpan(firstOutput * workspace.Batch, count * workspace.Batch);
        if (family == EntryFamily.Exponential)
        {
            Exponentials.Fill(key, workspace.FirstSample, workspace.Batch, count, rows);
            return;
        }

        Uniforms.Fill(key, workspace.FirstSample, workspace.Batch, count, rows);
        if (family == EntryFamily.Rademacher)
        {
            foreach (ref var value in rows)
            {
                value = value < 0.5 ? -1 : 1;
            }
        }
    }
}
