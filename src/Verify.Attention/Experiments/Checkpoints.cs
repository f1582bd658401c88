using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Verify.Attention.Layers;
using Verify.Attention.Training;
using Verify.Evidence.Keeping;
using Verify.Simulation.Statistics;

namespace Verify.Attention.Experiments;

/// <summary>
/// The state of an experiment as bytes: a line that says what it is, the plan it belongs to, every number with all of its bits, and a SHA-256 sum of what stands before it.
/// </summary>
internal static class Checkpoints
{
    private const string Schema = "verify.checkpoint/1\n";

    /// <summary>The bytes of a state.</summary>
    public static byte[] Write(Plan plan, ExperimentState state)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Encoding.UTF8.GetBytes(Schema));
        writer.Write(Identity(plan));
        foreach (var layer in state.Layers)
        {
            writer.Write(layer.Step);
            WriteNumbers(writer, layer.Weights.State);
            WriteNumbers(writer, layer.Memory);
        }

        foreach (var row in state.Rows)
        {
            WriteRow(writer, row);
        }

        writer.Flush();
        return [.. bytes.ToArray(), .. SHA256.HashData(bytes.ToArray())];
    }

    /// <summary>The state of a plan that was written. Other bytes throw <see cref="CheckpointException"/>.</summary>
    public static ExperimentState Read(Plan plan, ReadOnlySpan<byte> checkpoint)
    {
        var schema = Encoding.UTF8.GetBytes(Schema);
        if (!checkpoint.StartsWith(schema))
        {
            throw CheckpointException.NoCheckpoint();
        }

        var content = checkpoint[..Math.Max(checkpoint.Length - SHA256.HashSizeInBytes, 0)];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(checkpoint[content.Length..]))
        {
            throw CheckpointException.Damaged();
        }

        var reader = new StateReader(content[schema.Length..]);
        if (reader.Text() is var identity && identity != Identity(plan))
        {
            throw CheckpointException.OfAnotherRun(identity);
        }

        var layers = ImmutableArray.CreateBuilder<TrainingState>(plan.Layers.Length);
        foreach (var layer in plan.Layers)
        {
            layers.Add(ReadLayer(ref reader, layer));
        }

        var rows = ImmutableArray.CreateBuilder<RowState>(plan.Rows.Length);
        for (var row = 0; row < plan.Rows.Length; row++)
        {
            rows.Add(ReadRow(ref reader, new(plan, row, layers[plan.Rows[row].Layer].Weights)));
        }

        return reader.IsAtEnd ? new(layers.MoveToImmutable(), rows.MoveToImmutable()) : throw new CheckpointException("something follows its content");
    }

    private static string Identity(Plan plan) => $"{plan.Experiment}, {plan.Settings}";

    private static TrainingState ReadLayer(ref StateReader reader, PlannedLayer layer)
    {
        var (step, begin) = (reader.UpTo(layer.Training.Steps), layer.Training.Begin());
        return new(step, Weights.Of(begin.Weights.D, reader.Numbers(begin.Weights.State.Length).AsSpan())) { Memory = reader.Numbers(begin.Memory.Length) };
    }

    private static void WriteRow(BinaryWriter writer, RowState row)
    {
        WriteNumbers(writer, row.Pilot is { } pilot ? [pilot] : []);
        writer.Write(row.Sums is not null);
        if (row.Sums is { } sums)
        {
            writer.Write(sums.Count);
            WriteNumbers(writer, [sums.Sum, sums.Squares, .. sums.Tilted]);
        }

        writer.Write((int)row.Verdict);
        writer.Write(row.IsDone);
    }

    private static RowState ReadRow(ref StateReader reader, Measurement measurement)
    {
        var pilot = reader.NumberOrNone();
        var tilts = pilot is { } spread ? measurement.SumsAt(spread) ?? throw new CheckpointException("the spread of its pilot prompts is none") : 0;
        MeanSums? sums = null;
        if (reader.Flag())
        {
            var count = reader.UpTo(measurement.MostPrompts);
            var numbers = reader.Numbers(2 + tilts);
            sums = new(count, numbers[0], numbers[1], numbers[2..]);
        }

        var (verdict, isDone) = ((MeanVerdict)reader.Below(Enum.GetValues<MeanVerdict>().Length), reader.Flag());
        return (sums is null || pilot is not null) && (!isDone || sums is not null)
            ? new(pilot, sums, verdict, isDone)
            : throw new CheckpointException("it holds a measurement without its beginning");
    }

    private static void WriteNumbers(BinaryWriter writer, ImmutableArray<double> numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }
}
