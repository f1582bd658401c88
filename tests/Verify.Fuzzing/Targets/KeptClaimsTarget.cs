using Verify.Cli;
using Verify.Cli.Output;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Fuzzing.Inputs;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Reports;
using Verify.Reports.Catalogue;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Checkpoints of <c>check</c>, most of them with sums that fit. One that is taken must also give reports.</summary>
internal sealed class KeptClaimsTarget : ITarget
{
    private static readonly RunSettings Settings = RunSettings.Default with { RouteSettings = RouteSettings.Default with { WorkLimit = 200_000 }, Threads = 1 };

    // What is not taken over is not examined.
    private static readonly RunSettings Resuming = Settings with { Routes = [.. Settings.Routes.Select(route => new Silent(route.Name))] };

    private static readonly string[] Files =
    [
        "dim d\nmatrix Λ : d × d, spd\nclaim \"proved\": tr(Λ + Λ) = 2 tr(Λ)\n",
        "dim d\nmatrix A, B : d × d\nrefute \"trace, as printed\": tr(A B) = tr(A) tr(B)\nclaim \"trace, corrected\": tr(A B) = tr(B A)\n",
        "dim d, N\nmatrix Λ : d × d, spd\nrandom X : N × d ~ normal(rows: Λ)\nclaim \"sampled\": E[tr(X' X)] = N tr(Λ)\n",
        "dim d\nmatrix Λ : d × d, spd\nclaim \"a ratio\": tr(Λ^(1/2))^2 <= d * tr(Λ)\n",
        "dim d\nmatrix A : d × d\nparam U : d × d\nrefute \"a minimum\": min(1/2 tr((U - A) (U - A)'); U) = 1 at U = A\n",
        "dim d\nvector a, b : d\nrefute \"two vectors\": a + b = a\n",
        "dim d, N\nmatrix Λ : d × d, spd\nrefute \"a limit\": tr(Λ)/N = 1 as N -> inf\n",
    ];

    private readonly KeptRun[] _runs = [.. Files.Select(text => new KeptRun(text, Settings))];

    public KeptClaimsTarget() => Mix = new Mix()
        .With(300, "random bytes", draw => Of(draw, _ => ByteMutations.Random(draw)))
        .With(500, "random bytes in a record", draw => Of(draw, run => run.WithRandom(draw)))
        .With(100, "sound", draw => Of(draw, run => run.Sound))
        .With(1000, "changed, the sums left", draw => Of(draw, run => ByteMutations.Of(run.Sound, draw)))
        .With(1000, "record changed anywhere", draw => Of(draw, run => run.Changed(draw, keepsKeys: false)))
        .With(7100, "record changed behind its key", draw => Of(draw, run => run.Changed(draw, keepsKeys: true)));

    public string Name => "kept-claims";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public Mix Mix { get; }

    public Answer Feed(byte[] input)
    {
        if (input.Length == 0)
        {
            return Answer.Refused;
        }

        KeptClaims kept;
        var file = _runs[input[0] % _runs.Length].File;
        try
        {
            kept = KeptClaims.Resume(Resuming, [file], input.AsMemory(1));
        }
        catch (CheckpointException)
        {
            return Answer.Refused;
        }

        // What is not taken over gives the same pages for every input.
        if (kept.TakenOver > 0)
        {
            var report = Checker.Check([file], Resuming, _ => { }, CancellationToken.None, kept);
            _ = (JsonReport.Of(report), ErrataPage.Of(report, ""), CataloguePage.Of(report, new Dictionary<string, Paper>(), ""));
            VerdictReport.Print(new Host(TextWriter.Null, TextWriter.Null, CancellationToken.None), report, TimeSpan.Zero);
        }

        return kept.TakenOver == file.Claims.Length ? Answer.Taken : Answer.InPart;
    }

    // The first byte says for which of the files it is.
    private byte[] Of(SeededDraw draw, Func<KeptRun, byte[]> make)
    {
        var run = draw.Below(_runs.Length);
        return [(byte)run, .. make(_runs[run])];
    }

    private sealed class Silent(string name) : IRoute
    {
        public string Name => name;

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) => new(Outcome.Undecided, "not asked");
    }
}
