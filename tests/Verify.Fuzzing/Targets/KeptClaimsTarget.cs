using System.Buffers.Binary;
using System.Security.Cryptography;
using Verify.Cli;
using Verify.Cli.Output;
using Verify.Evidence;
using Verify.Evidence.Keeping;
using Verify.Fuzzing.Inputs;
using Verify.Language;
using Verify.Language.Reading;
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

    private static readonly ClaimFile File = SoundFile.Read("""
        dim d, N
        matrix Λ : d × d, spd
        matrix A, B : d × d
        random X : N × d ~ normal(rows: Λ)
        param  U : d × d
        claim  "proved":    tr(Λ + Λ) = 2 tr(Λ)
        refute "trace, as printed": tr(A B) = tr(A) tr(B)
        claim  "trace, corrected":  tr(A B) = tr(B A)
        claim  "sampled":   E[tr(X' X)] = N tr(Λ)
        claim  "a ratio":   tr(Λ^(1/2))^2 <= d * tr(Λ)
        refute "a minimum": min(1/2 tr((U - A) (U - A)'); U) = 1 at U = A
        refute "a product": kron(A, B) = kron(B, A)
        refute "a limit":   tr(Λ)/N = 1 as N -> inf
        """);

    private readonly byte[] _beginning;
    private readonly List<byte[]> _contents = [];

    public KeptClaimsTarget()
    {
        var kept = KeptClaims.Begin(Settings, [File]);
        kept.Append = record => _contents.Add(record[(2 * sizeof(int))..^SHA256.HashSizeInBytes]);
        _beginning = kept.Checkpoint;
        Checker.Check([File], Settings, _ => { }, CancellationToken.None, kept);
    }

    public string Name => "kept-claims";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public byte[] Draw(SeededDraw draw)
    {
        List<byte[]> contents = [.. _contents];
        for (var times = draw.Below(3); times >= 0; times--)
        {
            var at = draw.Below(contents.Count);
            contents[at] = ByteMutations.Of(contents[at], draw);
        }

        var input = Sealed(contents);
        return draw.Below(8) == 0 ? ByteMutations.Of(input, draw) : input;
    }

    public void Feed(byte[] input)
    {
        KeptClaims kept;
        try
        {
            kept = KeptClaims.Resume(Resuming, [File], input);
        }
        catch (CheckpointException)
        {
            return;
        }

        var report = Checker.Check([File], Resuming, _ => { }, CancellationToken.None, kept);
        _ = (JsonReport.Of(report), ErrataPage.Of(report, ""), CataloguePage.Of(report, new Dictionary<string, Paper>(), ""));
        VerdictReport.Print(new Host(TextWriter.Null, TextWriter.Null, CancellationToken.None), report, TimeSpan.Zero);
    }

    // As docs/hostile-input.md says, a stranger can compute the sums.
    private byte[] Sealed(IEnumerable<byte[]> contents)
    {
        var (bytes, sum) = (new List<byte>(_beginning), _beginning[^SHA256.HashSizeInBytes..]);
        foreach (var content in contents)
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
            bytes.AddRange([.. length, .. SHA256.HashData([.. sum, .. length])[..sizeof(int)], .. content]);
            sum = SHA256.HashData([.. sum, .. length, .. content]);
            bytes.AddRange(sum);
        }

        return [.. bytes];
    }

    private sealed class Silent(string name) : IRoute
    {
        public string Name => name;

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) => new(Outcome.Undecided, "not asked");
    }
}
