using System.Collections.Immutable;
using System.Text;
using FsCheck.Fluent;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Reports;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>What is kept of finished claims is taken over as it was, or refused.</summary>
public sealed class CheckpointTests
{
    private static readonly ClaimFile Sample = SoundFile.Read("""
        dim d, N
        matrix Λ : d × d, spd
        matrix A, B : d × d
        random X : N × d ~ normal(rows: Λ)
        param  U : d × d
        claim  "proved":       tr(Λ + Λ) = 2 tr(Λ)
        refute "refuted":      tr(A B) = tr(A) tr(B)
        claim  "sampled":      E[X' X] = N Λ
        claim  "a ratio":      tr(Λ^(1/2))^2 <= d * tr(Λ)
        refute "a flow":       flow(1/2 tr(Λ U U') - tr(A U'); U = 0) -> Λ U = A'
        refute "a minimum":    min(1/2 tr((U - A) (U - A)'); U) = 0 at U = A'
        claim  "not decided":  det(A + B) = det(A) + det(B)
        refute "a limit":      tr(Λ)/N = 1 as N -> inf
        """);

    private static readonly RunSettings Settings = RunSettings.Default with { Threads = 2 };

    // The beginning, and what each claim added.
    private static readonly Lazy<(RunReport Report, byte[] Beginning, IReadOnlyList<byte[]> Records)> Run = new(() => Checked([Sample], Settings));

    private static byte[] Whole => [.. Run.Value.Beginning, .. Run.Value.Records.SelectMany(record => record)];

    [Fact]
    public void Every_kind_of_evidence_is_taken_over_as_it_was()
    {
        Assert.Equal(Sample.Claims.Length, Run.Value.Records.Count);
        var kept = KeptClaims.Resume(Settings, [Sample], Whole);
        Assert.Equal(Sample.Claims.Length, kept.TakenOver);
        Assert.Equal(Whole, kept.Checkpoint);
        var resumed = Checker.Check([Sample], Settings, _ => { }, CancellationToken.None, kept);
        Assert.Equal(Text(Run.Value.Report), Text(resumed));
        var found = resumed.Claims.SelectMany(claim => claim.Routes).ToList();
        Assert.Contains(found, route => route.Finding.Sampled is not null);
        Assert.Contains(found, route => route.Finding.BestRatio is not null);
        Assert.Contains(found, route => route.Finding.Counterexample is not null);
        Assert.Contains(found, route => route.Difference is not null);
    }

    [Fact]
    public void Any_findings_are_taken_over_as_they_were() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var draw = new SeededDraw((ulong)seed);
        var settings = Settings with { Routes = [new Drawn("symbolic", draw), new Drawn("coordinates", draw)], Threads = 1 };
        var (report, beginning, records) = Checked([Sample], settings);
        var resumed = Checker.Check([Sample], settings with { Routes = [new Absent("symbolic"), new Absent("coordinates")] }, _ => { }, CancellationToken.None,
            KeptClaims.Resume(settings, [Sample], (byte[])[.. beginning, .. records.SelectMany(record => record)]));
        Assert.Equal(Sample.Claims.Length, records.Count);
        Assert.Equal(Text(report), Text(resumed));
        return true;
    }).Holds(30);

    /// <summary>What a run that was killed leaves is a beginning of the file.</summary>
    [Fact]
    public void An_end_that_was_cut_off_leaves_the_records_before_it()
    {
        var ends = Run.Value.Records.Aggregate((int[])[Run.Value.Beginning.Length], (before, record) => [.. before, before[^1] + record.Length]);
        var whole = Whole;
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole.AsMemory(0, length);
            if (length < ends[0])
            {
                Assert.Throws<CheckpointException>(() => KeptClaims.Resume(Settings, [Sample], cut));
            }
            else if (length % 97 == 0 || ends.Any(end => Math.Abs(end - length) < 12))
            {
                var kept = KeptClaims.Resume(Settings, [Sample], cut);
                Assert.Equal(ends.Count(end => end <= length) - 1, kept.TakenOver);
                Assert.Equal(ends.Last(end => end <= length), kept.Checkpoint.Length);
            }
        }
    }

    [Fact]
    public void Any_bit_that_was_turned_is_noticed()
    {
        // The first records stand for all.
        byte[] sound = [.. Run.Value.Beginning, .. Run.Value.Records.Take(3).SelectMany(record => record)];
        for (var at = 0; at < sound.Length; at++)
        {
            byte[] damaged = [.. sound];
            damaged[at] ^= (byte)(1 << (at % 8));
            Assert.Throws<CheckpointException>(() => KeptClaims.Resume(Settings, [Sample], damaged));
        }
    }

    [Fact]
    public void A_record_that_was_left_out_moved_or_doubled_is_noticed()
    {
        var (_, beginning, records) = Run.Value;
        foreach (var other in (byte[][][])[[.. records.Skip(1)], [records[1], records[0]], [records[0], records[0]], [records[0], records[2]]])
        {
            Assert.Throws<CheckpointException>(() => KeptClaims.Resume(Settings, [Sample], (byte[])[.. beginning, .. other.SelectMany(record => record)]));
        }
    }

    [Fact]
    public void A_run_goes_on_behind_a_record_that_was_cut_off()
    {
        var kept = KeptClaims.Resume(Settings, [Sample], Whole.AsMemory(0, Whole.Length - Run.Value.Records[^1].Length - Run.Value.Records[^2].Length + 9));
        var records = new List<byte[]>();
        kept.Append = records.Add;
        Checker.Check([Sample], Settings, _ => { }, CancellationToken.None, kept);
        Assert.Equal(2, records.Count);
        Assert.Equal(Sample.Claims.Length, KeptClaims.Resume(Settings, [Sample], (byte[])[.. kept.Checkpoint, .. records.SelectMany(record => record)]).TakenOver);
    }

    [Fact]
    public void Other_settings_are_another_run()
    {
        var told = Settings.RouteSettings;
        foreach (var other in (RunSettings[])
        [
            Settings with { Risk = 1e-3 },
            Settings with { Routes = [.. Settings.Routes.Take(2)] },
            Settings with { RouteSettings = told with { Seed = 2 } },
            Settings with { RouteSettings = told with { Margin = 0.02 } },
            Settings with { RouteSettings = told with { WorkLimit = 5 } },
            Settings with { RouteSettings = told with { FixedDimensions = told.FixedDimensions.Add("d", 2) } },
        ])
        {
            Assert.StartsWith("it belongs to another run: verify ", Assert.Throws<CheckpointException>(() => KeptClaims.Resume(other, [Sample], Whole)).Message);
        }

        Assert.Throws<CheckpointException>(() => KeptClaims.Resume(Settings, [Sample with { Claims = Sample.Claims[1..] }], Whole));
        Assert.Equal(Sample.Claims.Length, KeptClaims.Resume(Settings with { Threads = 1 }, [Sample], Whole).TakenOver);
    }

    [Fact]
    public void A_file_that_was_changed_is_examined_anew_and_a_setting_belongs_to_its_files()
    {
        const string Text = "use \"s\"\nclaim \"one\": tr(Λ + Λ) = 2 tr(Λ)\n";
        using var folder = new ClaimFolder(("s.setting", "dim d\nmatrix Λ : d × d, spd\n"), ("a.claim", Text), ("b.claim", "dim d\n" + Text.Replace("use \"s\"", "matrix Λ : d × d")));
        string[] arguments = ["check", folder.Root, "--checkpoint", folder["run.checkpoint"]];
        Assert.Equal((0, ""), Status(arguments));
        Assert.Equal((0, Taken(2)), Status([.. arguments, "--resume"]));
        folder.Write("b.claim", "dim d\n\n" + Text.Replace("use \"s\"", "matrix Λ : d × d"));
        Assert.Equal((0, Taken(1)), Status([.. arguments, "--resume"]));
        folder.Write("s.setting", "dim d\nmatrix Λ : d × d\n");
        Assert.Equal((0, Taken(1)), Status([.. arguments, "--resume"]));
        Assert.Equal((0, Taken(2)), Status([.. arguments, "--resume"]));

        string Taken(int count) => $"verify: {count} of 2 claims are taken over from {folder["run.checkpoint"]}";

        static (int, string) Status(string[] arguments) => CommandLine.Run(arguments) is var answer ? (answer.Status, answer.Error.Trim()) : default;
    }

    [Fact]
    public void A_claim_that_was_stopped_or_on_which_a_route_broke_down_is_not_kept()
    {
        Assert.Empty(Checked([Sample], Settings with { Routes = [new Answering(_ => throw new InvalidOperationException("broken"))] }).Records);
        Assert.Empty(Checked([Sample], Settings with { Routes = [new Answering(_ => new(Outcome.Agrees, "") { Stopped = true })] }).Records);
        Assert.Equal(Sample.Claims.Length, Checked([Sample], Settings with { Routes = [new Answering(_ => new(Outcome.Agrees, ""))] }).Records.Count);
    }

    [Fact]
    public void Texts_that_would_move_the_cursor_are_not_kept() =>
        Assert.Empty(Checked([Sample], Settings with { Routes = [new Answering(_ => new(Outcome.Agrees, "\u001b[2J"))] }).Records);

    [Fact]
    public void A_run_without_a_checkpoint_yet_begins_at_its_start()
    {
        using var folder = new ClaimFolder(("a.claim", "claim \"one\": 1 + 1 = 2\n"));
        var answer = CommandLine.Run("check", folder["a.claim"], "--checkpoint", folder["run.checkpoint"], "--resume");
        Assert.Equal((0, $"verify: there is no checkpoint {folder["run.checkpoint"]} yet: the run begins at its start"), (answer.Status, answer.Error.Trim()));
        Assert.Contains("1 of 1 claims are taken over", CommandLine.Run("check", folder["a.claim"], "--checkpoint", folder["run.checkpoint"], "--resume").Error);
    }

    [Theory]
    [InlineData("it is not a checkpoint of this version", "something else")]
    [InlineData("it is not a checkpoint of this version", "")]
    [InlineData("it is damaged", "verify.claims/1\n\u0001x and no sum that would fit its content")]
    public void What_is_no_checkpoint_is_an_error(string message, string content)
    {
        using var folder = new ClaimFolder(("a.claim", "claim \"one\": 1 + 1 = 2\n"), ("run.checkpoint", content));
        var answer = CommandLine.Run("check", folder["a.claim"], "--checkpoint", folder["run.checkpoint"], "--resume");
        Assert.Equal((2, ""), (answer.Status, answer.Out));
        Assert.StartsWith($"verify: error: --resume: {folder["run.checkpoint"]} cannot be used: {message}", answer.ErrorLines.Single());
        Assert.Equal(content, File.ReadAllText(folder["run.checkpoint"]));
    }

    private static (RunReport Report, byte[] Beginning, IReadOnlyList<byte[]> Records) Checked(ClaimFile[] files, RunSettings settings)
    {
        var kept = KeptClaims.Begin(settings, files);
        var records = new List<byte[]>();
        kept.Append = records.Add;
        return (Checker.Check(files, settings, _ => { }, CancellationToken.None, kept), kept.Checkpoint, records);
    }

    private static string Text(RunReport report)
    {
        using var console = new StringWriter();
        Output.VerdictReport.Print(new Host(console, TextWriter.Null, CancellationToken.None), report, TimeSpan.Zero);
        return Encoding.UTF8.GetString(JsonReport.Of(report).Span) + console;
    }

    /// <summary>Findings of all kinds.</summary>
    private sealed class Drawn(string name, SeededDraw draw) : IRoute
    {
        public string Name => name;

        public Finding Examine(Language.Claim claim, RouteSettings settings, CancellationToken cancellation)
        {
            double[] numbers = [0, -0.0, 1e-300, double.NaN, double.PositiveInfinity, Math.PI, -1];
            double Number() => numbers[draw.Below(numbers.Length)];
            var at = Somewhere(claim);
            return new((Outcome)draw.Below(5), new string[] { "", "a reason", "Λ ≤ I", "long " + new string('x', 3000) }[draw.Below(4)])
            {
                Instances = draw.Below(2) == 0 ? null : draw.Below(100),
                NothingSatisfiesConditions = draw.Below(5) == 0,
                FoundNoInstance = draw.Below(5) == 0,
                FoundFault = draw.Below(9) == 0,
                Sampled = draw.Below(2) == 0 ? null : new(draw.Below(int.MaxValue), Number(), Number(), Number(), draw.Below(7), Number()),
                Counterexample = draw.Below(2) == 0 ? null : Somewhere(claim),
                BestRatio = draw.Below(2) == 0 ? null : new(Number(), at.Dimensions, at.Values),
            };
        }

        private Counterexample Somewhere(Language.Claim claim)
        {
            var sizes = claim.Dimensions.ToDictionary(dimension => dimension, _ => 1 + draw.Below(3));
            Language.Rational Entry() => new(draw.Below(int.MaxValue) - 1000, System.Numerics.BigInteger.Pow(3, draw.Below(200)));
            return new(
                [.. sizes],
                [.. claim.Symbols.Select(symbol => KeyValuePair.Create(symbol, Enumerable.Range(0, symbol.Shape.Rows.Evaluate(d => sizes[d]))
                    .Select(_ => Enumerable.Range(0, symbol.Shape.Columns.Evaluate(d => sizes[d])).Select(_ => Entry()).ToImmutableArray()).ToImmutableArray()))],
                "1/3",
                "[1, 2; 3, 4]");
        }
    }

    /// <summary>A route that must not be asked.</summary>
    private sealed class Absent(string name) : IRoute
    {
        public string Name => name;

        public Finding Examine(Language.Claim claim, RouteSettings settings, CancellationToken cancellation) => throw new InvalidOperationException("It was asked again.");
    }

    private sealed class Answering(Func<Language.Claim, Finding> answer) : IRoute
    {
        public string Name => "symbolic";

        public Finding Examine(Language.Claim claim, RouteSettings settings, CancellationToken cancellation) => answer(claim);
    }
}
