using System.Security.Cryptography;
using Verify.Attention.Experiments;
using Verify.Evidence.Keeping;
using Verify.Fuzzing.Inputs;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Checkpoints of experiments, most of them with a sum that fits. One that is taken must also give a report.</summary>
internal sealed class CheckpointTarget : ITarget
{
    private static readonly ExperimentSettings Settings = new() { D = 2, N = 4, Margin = 0.3, Prompts = 1 << 15 };
    private readonly byte[][] _sound = [.. Samples()];

    public string Name => "checkpoints";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public byte[] Draw(SeededDraw draw)
    {
        var sound = _sound[draw.Below(_sound.Length)];
        var content = ByteMutations.Of(sound.AsSpan(0, sound.Length - SHA256.HashSizeInBytes), draw);
        return draw.Below(8) == 0 ? content : [.. content, .. SHA256.HashData(content)];
    }

    public void Feed(byte[] input)
    {
        var session = Begin(TrainingMethod.Flow);
        try
        {
            session.Resume(input);
        }
        catch (CheckpointException)
        {
            return;
        }

        if (!double.IsFinite(session.Share) || session.Report.Rows.IsEmpty)
        {
            throw new InvalidOperationException("A checkpoint was taken whose share of work is no number.");
        }
    }

    private static IEnumerable<byte[]> Samples()
    {
        var session = Begin(TrainingMethod.Flow);
        for (var part = 0; part < 6; part++)
        {
            yield return session.Checkpoint();
            session.Advance(CancellationToken.None);
        }

        yield return Begin(TrainingMethod.Adam).Checkpoint();
    }

    private static Session Begin(TrainingMethod training) => Catalogue.Begin("prompt-length", Settings with { Training = training }, 1)!;
}
