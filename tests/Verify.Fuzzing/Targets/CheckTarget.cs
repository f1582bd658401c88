using System.Text;
using Verify.Evidence;
using Verify.Fuzzing.Inputs;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Claims to all three routes with a tiny limit of work: every claim gets a verdict, none is a conflict, and no route breaks down.</summary>
internal sealed class CheckTarget : ITarget
{
    private static readonly RunSettings Settings = RunSettings.Default with { RouteSettings = RouteSettings.Default with { WorkLimit = 2000 }, Threads = 1 };
    private static readonly GrammarText Grammar = new();

    public string Name => "check";

    public TimeSpan MostTime => TimeSpan.FromSeconds(10);

    // What three routes allocate one after the other, not what is held.
    public long MostBytes => 8_000_000_000;

    public Mix Mix { get; } = new Mix().With(10_000, "grammar", draw => Grammar.File(draw, claims: 3));

    public Answer Feed(byte[] input)
    {
        var file = ClaimReader.ReadText("input.claim", Encoding.UTF8.GetString(input));
        var report = Checker.Check([file], Settings, _ => { }, CancellationToken.None);
        foreach (var claim in report.Claims)
        {
            if (claim.Verdict == Verdict.Conflict || claim.Faulted || !Enum.IsDefined(claim.Verdict))
            {
                throw new InvalidOperationException($"{claim.Claim.Name}: {claim.Verdict}: {claim.Reason} {string.Join("; ", claim.Routes.Select(route => $"{route.Route}: {route.Finding.Detail}"))}");
            }
        }

        return file.Errors.IsEmpty ? Answer.Taken : file.Claims.IsEmpty ? Answer.Refused : Answer.InPart;
    }
}
