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

    // To resume replaces the whole state or nothing of it, so that one session is as good as a new one for each input, and a hundred times cheaper.
    private readonly Session[] _sessions = [Begin(TrainingMethod.Flow), Begin(TrainingMethod.Adam)];

    public CheckpointTarget()
    {
        var beginning = SharedBeginning();
        Mix = new Mix()
            .With(300, "random bytes", ByteMutations.Random)
            .With(500, "random bytes, with a beginning and a sum", draw => WithSum([.. Sound(draw)[..beginning], .. ByteMutations.Random(draw)]))
            .With(100, "sound", draw => WithSum(Sound(draw)))
            .With(1000, "changed, the sum left", draw => ByteMutations.Of(_sound[draw.Below(_sound.Length)], draw))
            .With(1000, "changed anywhere", draw => WithSum(ByteMutations.Of(Sound(draw), draw)))
            .With(7100, "changed behind its beginning", draw => WithSum(ByteMutations.Of(Sound(draw), draw, beginning)));
    }

    public string Name => "checkpoints";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public Mix Mix { get; }

    public Answer Feed(byte[] input)
    {
        var answer = Answer.Refused;
        foreach (var session in _sessions)
        {
            try
            {
                session.Resume(input);
            }
            catch (CheckpointException)
            {
                continue;
            }

            answer = !double.IsFinite(session.Share) || session.Report.Rows.IsEmpty
                ? throw new InvalidOperationException("A checkpoint was taken whose share of work is no number.")
                : Answer.Taken;
        }

        return answer;
    }

    private ReadOnlySpan<byte> Sound(SeededDraw draw) => _sound[draw.Below(_sound.Length)].AsSpan()[..^SHA256.HashSizeInBytes];

    private static byte[] WithSum(ReadOnlySpan<byte> content) => [.. content, .. SHA256.HashData(content)];

    // What says which experiment it is; the numbers begin with the steps done, 0 in the first sample and more in the next.
    private int SharedBeginning() => _sound[0].AsSpan().CommonPrefixLength(_sound[1]);

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
