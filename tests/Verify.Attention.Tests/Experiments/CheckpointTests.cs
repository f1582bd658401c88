using Verify.Attention.Experiments;
using Verify.Evidence.Keeping;
using Verify.Simulation.Instances;

namespace Verify.Attention.Tests.Experiments;

/// <summary>A run that is stopped and taken up again ends with the bits of one that was not.</summary>
public sealed class CheckpointTests
{
    private static readonly ExperimentSettings Settings = new() { D = 2, N = 4, Margin = 0.3, Prompts = 1 << 17 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_run_resumed_at_a_random_part_gives_the_same_weights_and_report(int seed)
    {
        var whole = Begin((ulong)seed);
        var parts = ToTheEnd(whole);
        var interrupted = Begin((ulong)seed);
        for (var part = SplitMix.For((ulong)seed, "interruption").Integer(0, parts - 1); part > 0; part--)
        {
            interrupted.Advance(CancellationToken.None);
        }

        var resumed = Begin((ulong)seed);
        resumed.Resume(interrupted.Checkpoint());
        ToTheEnd(resumed);
        Assert.Equal(whole.Checkpoint(), resumed.Checkpoint());
        Assert.Equal([.. whole.Report.Rows], (RowReport[])[.. resumed.Report.Rows]);
        Assert.Equal(whole.Report.Layers.SelectMany(layer => layer.Weights), resumed.Report.Layers.SelectMany(layer => layer.Weights));
    }

    /// <summary>The state that a cancelled part began from is still there.</summary>
    [Fact]
    public void An_interrupt_loses_one_part_alone()
    {
        using var interrupt = new CancellationTokenSource();
        var session = Begin(1);
        session.Advance(interrupt.Token);
        var before = session.Checkpoint();
        interrupt.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => session.Advance(interrupt.Token));
        Assert.Equal(before, session.Checkpoint());
        Assert.False(session.Report.IsFinished);
    }

    /// <summary>Any bit of it, and any end.</summary>
    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        var session = Begin(1);
        session.Advance(CancellationToken.None);
        var sound = session.Checkpoint();
        for (var at = 0; at < sound.Length; at++)
        {
            byte[] damaged = [.. sound];
            damaged[at] ^= 0x10;
            Assert.Throws<CheckpointException>(() => session.Resume(damaged));
            Assert.Throws<CheckpointException>(() => session.Resume(sound.AsSpan(0, at)));
        }

        session.Resume(sound);
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused()
    {
        var checkpoint = Begin(1).Checkpoint();
        Assert.Contains("Seed = 1", Assert.Throws<CheckpointException>(() => Begin(2).Resume(checkpoint)).Message);
        Assert.Throws<CheckpointException>(() => Catalogue.Begin("task-shift", Settings with { Seed = 1 }, 1)!.Resume(checkpoint));
    }

    // By Adam in short steps, so that training can be interrupted too.
    private static Session Begin(ulong seed)
    {
        var plan = new PromptLength().PlanFor(Settings with { Seed = seed });
        var flow = (Attention.Training.PopulationFlow)plan.Layers[0].Training;
        var prompts = new Attention.Training.FreshPrompts(plan.Rows[0].Prompts, seed, 1);
        var training = new Attention.Training.Adam(prompts, flow.Start, new(0.01), 550);
        return new(plan with { Layers = [plan.Layers[0] with { Training = training }], Rows = [.. plan.Rows.Take(2)] }, 1);
    }

    private static int ToTheEnd(Session session)
    {
        var parts = 0;
        for (; !session.IsDone; parts++)
        {
            session.Advance(CancellationToken.None);
        }

        return parts;
    }
}
