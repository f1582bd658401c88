using Verify.Fuzzing.Inputs;
using Verify.Replay.Reading;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>JSON reports: each is read or refused.</summary>
internal sealed class ReportTarget : ITarget
{
    public string Name => "reports";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public Mix Mix { get; } = new ReportTexts().Mix;

    public Answer Feed(byte[] input)
    {
        try
        {
            ReportReader.Read(input);
            return Answer.Taken;
        }
        catch (ReportException)
        {
            return Answer.Refused;
        }
    }
}
