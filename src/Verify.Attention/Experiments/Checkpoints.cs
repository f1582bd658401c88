using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Verify.Attention.Layers;
using Verify.Attention.Training;
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
            throw new CheckpointException("it is not a checkpoint of this version");
        }

        var content = checkpoint[..Math.Max(checkpoint.Length - SHA256.HashSizeInBytes, 0)];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(checkpoint[content.Length..]))
        {
            throw new CheckpointException("it is damaged: its sum does not fit its content");
        }

        using var reader = new BinaryReader(new MemoryStream(content[schema.Length..].ToArray()), Encoding.UTF8);
        if (reader.ReadString() is var identity && identity != Identity(plan))
        {
            throw new CheckpointException($"it belongs to another run: {identity}");
        }

        return new([.. plan.Layers.Select(layer => ReadLayer(reader, layer.Limit.Rows))], [.. plan.Rows.Select(_ => ReadRow(reader))]);
    }

    private static string Identity(Plan plan) => $"{plan.Experiment}, {plan.Settings}";

    private static TrainingState ReadLayer(BinaryReader reader, int d) =>
        new(reader.ReadInt64(), Weights.Of(d, ReadNumbers(reader).AsSpan())) { Memory = ReadNumbers(reader) };

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

    private static RowState ReadRow(BinaryReader reader)
    {
        var pilot = ReadNumbers(reader);
        MeanSums? sums = null;
        if (reader.ReadBoolean())
        {
            var count = reader.ReadInt64();
            var numbers = ReadNumbers(reader);
            sums = new(count, numbers[0], numbers[1], numbers[2..]);
        }

        return new(pilot.IsEmpty ? null : pilot[0], sums, (MeanVerdict)reader.ReadInt32(), reader.ReadBoolean());
    }

    private static void WriteNumbers(BinaryWriter writer, ImmutableArray<double> numbers)
    {
        writer.Write(numbers.Length);
        foreach (var number in numbers)
        {
            writer.Write(number);
        }
    }

    private static ImmutableArray<double> ReadNumbers(BinaryReader reader) => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadDouble())];
}
