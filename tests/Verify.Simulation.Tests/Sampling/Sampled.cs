using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>Programs at an instance with what they give.</summary>
internal static class Sampled
{
    public const string Label = "a label";

    public static SampleProgram Program(IReadOnlyList<Expr> outputs, ImmutableArray<Symbol> drawn, Instance instance, ulong seed = 1, string label = Label) =>
        SampleCompiler.Compile(outputs, drawn, instance, new FixedValues(instance), seed, label, Machinery.Sound);

    /// <summary>The value of each output at one sample.</summary>
    public static Matrix[] At(SampleProgram program, ulong first, int lane)
    {
        var workspace = program.NewWorkspace();
        program.Run(workspace, first);
        return [.. Enumerable.Range(0, program.Outputs.Count).Select(output => ValueOf(program, workspace, output, lane))];
    }

    /// <summary>The samples of each entry of an output, from the first sample on.</summary>
    public static double[][] Entries(SampleProgram program, int count, int output = 0)
    {
        var samples = program.Outputs[output].Entries.Select(_ => new double[(count + program.Batch - 1) / program.Batch * program.Batch]).ToArray();
        var workspace = program.NewWorkspace();
        for (var first = 0; first < samples[0].Length; first += program.Batch)
        {
            program.Run(workspace, (ulong)first);
            for (var entry = 0; entry < samples.Length; entry++)
            {
                program.Read(workspace, output, entry, samples[entry].AsSpan(first, program.Batch));
            }
        }

        return samples;
    }

    private static Matrix ValueOf(SampleProgram program, Simulation.Sampling.Steps.Workspace workspace, int output, int lane)
    {
        var shape = program.Outputs[output];
        var samples = new double[program.Batch];
        return new(shape.Rows, shape.Columns, [.. Enumerable.Range(0, shape.Entries.Length).Select(entry =>
        {
            program.Read(workspace, output, entry, samples);
            return samples[lane];
        })]);
    }
}
