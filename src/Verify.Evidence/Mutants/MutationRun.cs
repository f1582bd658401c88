using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>Mutates the claims of many files and judges the mutants.</summary>
public static class MutationRun
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The mutants of every <c>claim</c> of the files, judged, in the order of the files, whatever the number of threads. A <c>refute</c> says that something is false, and is left alone.
    /// After cancellation the mutants that were not judged are reported as stopped.
    /// </summary>
    /// <param name="files">What was read.</param>
    /// <param name="settings">Which routes, and what they are told.</param>
    /// <param name="progress">Called as mutants are judged, from any thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    public static MutationReport Of(IReadOnlyList<ClaimFile> files, RunSettings settings, Action<Progress> progress, CancellationToken cancellation)
    {
        var claims = files.SelectMany(file => file.Claims.Where(claim => claim.ExpectedTrue).Select(claim => (Claim: claim, file.Definitions, Others: NeighboursOf(file, claim)))).ToArray();
        var made = new MutantsOfClaim?[claims.Length];
        LargeStackWorkers.ForEach(claims.Length, settings.Threads, Grace, index => made[index] = MutantGenerator.Of(claims[index].Claim, claims[index].Definitions).Among(claims[index].Others), cancellation);
        var mutants = made.SelectMany(claim => claim?.Mutants ?? []).ToArray();
        var judged = new JudgedMutant?[mutants.Length];
        var judge = new MutantJudge(settings.Routes, settings.RouteSettings with
        {
            Risk = settings.Risk / Math.Max(mutants.Length, 1),
            ClosedForms = new RememberedForms(new DerivedForms(RouteCatalogue.Built.OfType<IDerivingRoute>().First(), settings.RouteSettings)),
        });
        var done = 0;
        LargeStackWorkers.ForEach(
            mutants.Length,
            settings.Threads,
            Grace,
            index =>
            {
                Volatile.Write(ref judged[index], judge.Judge(mutants[index], cancellation));
                progress(new(Interlocked.Increment(ref done), mutants.Length));
            },
            cancellation);
        return new(settings.RouteSettings.Seed, Joined(files, claims.Length == 0 ? [] : made, [.. mutants.Select((mutant, i) => Volatile.Read(ref judged[i]) ?? Stopped(mutant))]));
    }

    private static ImmutableArray<Claim> NeighboursOf(ClaimFile file, Claim claim) => [.. file.Claims.Where(other => other != claim && other.ExpectedTrue)];

    private static JudgedMutant Stopped(Mutant mutant) => new(mutant, Fate.Survives, "stopped before it was judged", []) { Stopped = true };

    private static ImmutableArray<(ClaimFile File, ImmutableArray<MutatedClaim> Claims)> Joined(IReadOnlyList<ClaimFile> files, MutantsOfClaim?[] made, ImmutableArray<JudgedMutant> judged)
    {
        var joined = ImmutableArray.CreateBuilder<(ClaimFile, ImmutableArray<MutatedClaim>)>();
        var (claim, mutant) = (0, 0);
        foreach (var file in files)
        {
            var claims = ImmutableArray.CreateBuilder<MutatedClaim>();
            foreach (var one in file.Claims.Where(one => one.ExpectedTrue))
            {
                var of = made[claim++] ?? new(one, [], 0);
                claims.Add(new(one, judged.Slice(mutant, of.Mutants.Length), of.Made));
                mutant += of.Mutants.Length;
            }

            joined.Add((file, claims.ToImmutable()));
        }

        return joined.ToImmutable();
    }
}
