using Verify.Evidence.Keeping;

namespace Verify.Attention.Experiments;

/// <summary>An experiment under way, for whoever runs it: go on, see how far it is, take what there is, keep it and take it up again.</summary>
public sealed class Session
{
    private readonly Plan _plan;
    private readonly ExperimentRun _run;
    private ExperimentState _state;

    internal Session(Plan plan, int threads)
    {
        (_plan, _run) = (plan, new(plan, threads));
        _state = ExperimentState.Begin(plan);
    }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => _state.IsDone(_plan);

    /// <summary>About which share is done, from 0 to 1.</summary>
    public double Share => _run.Share(_state);

    /// <summary>What is known so far.</summary>
    public ExperimentReport Report => _run.Report(_state);

    /// <summary>Does the next part of the work. A cancellation throws <see cref="OperationCanceledException"/> and loses that part alone.</summary>
    public void Advance(CancellationToken cancellation) => _state = _run.Advance(_state, cancellation);

    /// <summary>All that the rest of the run depends on.</summary>
    public byte[] Checkpoint() => Checkpoints.Write(_plan, _state);

    /// <summary>Goes on from a checkpoint. One that is damaged, or of another experiment or other settings, throws <see cref="CheckpointException"/>.</summary>
    public void Resume(ReadOnlySpan<byte> checkpoint) => _state = Checkpoints.Read(_plan, checkpoint);
}
