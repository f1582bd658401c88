using Verify.Fuzzing.Inputs;
using Verify.Replay;
using Verify.Replay.Reading;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>JSON reports, and the counterexamples in them evaluated again: each gets an answer, or the report is refused.</summary>
internal sealed class ReplayTarget : ITarget
{
    public string Name => "replays";

    public TimeSpan MostTime => TimeSpan.FromSeconds(20);

    // What the evaluation of a counterexample allocates within its limit of work, not what is held.
    public long MostBytes => 16_000_000_000;

    public Mix Mix { get; } = new ReportTexts().Mix;

    public Answer Feed(byte[] input)
    {
        try
        {
            foreach (var claim in ReportReader.Read(input))
            {
                if (claim.Counterexample is { } counterexample && Replayer.Replay(claim.Name, counterexample) is { Detail: "" } or { Outcome: < ReplayOutcome.Stands or > ReplayOutcome.CannotBeEvaluated })
                {
                    throw new InvalidOperationException("A counterexample was evaluated without an answer.");
                }
            }

            return Answer.Taken;
        }
        catch (ReportException)
        {
            return Answer.Refused;
        }
    }
}
