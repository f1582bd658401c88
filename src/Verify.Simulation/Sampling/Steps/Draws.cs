using Verify.Simulation.Drawing;

namespace Verify.Simulation.Sampling.Steps;

/// <summary>Standard normals, independent between entries and samples.</summary>
internal sealed class DrawNormals(StreamKey key, int firstOutput, int count) : Step
{
    /// <inheritdoc/>
    public override long Cost => 30L * count;

    /// <inheritdoc/>
    public override void Run(Workspace workspace) =>
        Normals.Fill(key, workspace.FirstSample, workspace.Batch, count, workspace.Rows.AsSpan(firstOutput * workspace.Batch, count * workspace.Batch));
}

/// <summary>Numbers uniform on (-√3, √3), of mean 0 and variance 1: what stands for a law of which only two moments are known.</summary>
internal sealed class DrawStandardUniforms(StreamKey key, int firstOutput, int count) : Step
{
    private static readonly double Width = Math.Sqrt(12);

    /// <inheritdoc/>
    public override long Cost => 15L * count;

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        var rows = workspace.Rows.AsSpan(firstOutput * workspace.Batch, count * workspace.Batch);
        Uniforms.Fill(key, workspace.FirstSample, workspace.Batch, count, rows);
        foreach (ref var value in rows)
        {
            value = (value - 0.5) * Width;
        }
    }
}

/// <summary>One of finitely many values, each with its probability.</summary>
internal sealed class DrawAtoms(StreamKey key, IReadOnlyList<Instances.Atom> atoms, int choice, int firstOutput, int count) : Step
{
    /// <inheritdoc/>
    public override long Cost => 15 + count;

    /// <inheritdoc/>
    public override void Run(Workspace workspace)
    {
        var choices = workspace.Row(choice);
        Uniforms.Fill(key, workspace.FirstSample, workspace.Batch, 1, choices);
        for (var lane = 0; lane < workspace.Batch; lane++)
        {
            var value = At(choices[lane]).Value.Entries;
            for (var entry = 0; entry < count; entry++)
            {
                workspace.Row(firstOutput + entry)[lane] = value[entry];
            }
        }
    }

    private Instances.Atom At(double uniform)
    {
        var place = 0;
        for (var left = uniform - atoms[0].Probability; left > 0 && place < atoms.Count - 1; left -= atoms[place].Probability)
        {
            place++;
        }

        return atoms[place];
    }
}
