using System.Collections.Immutable;
using Verify.Evidence.Keeping;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>Checks the claims of many files at once.</summary>
public static class Checker
{
    /// <summary>How long a run that was cancelled waits for routes that are slow to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Reads files in parallel. Results stand in the order of the paths; whatever a file contains, nothing is thrown.</summary>
    public static ImmutableArray<ClaimFile> Read(IReadOnlyList<string> paths, int threads)
    {
        var files = new ClaimFile[paths.Count];
        LargeStackWorkers.ForEach(paths.Count, threads, Grace, index => files[index] = Read(paths[index]), CancellationToken.None);
        return [.. files];
    }

    private static ClaimFile Read(string path)
    {
        try
        {
            return ClaimReader.Read(path);
        }
        catch (Exception fault)
        {
            return new(path, null, null, [], [], [new(new(path, 1, 1), InternalFault.Describe(fault), "", 0)]);
        }
    }

    /// <summary>
    /// The verdicts on all claims of the files, in the order of the files and of the claims in them, whatever the number of threads.
    /// After cancellation the claims that were not finished are reported as stopped.
    /// </summary>
    /// <param name="files">What was read.</param>
    /// <param name="settings">Which routes, and what they are told.</param>
    /// <param name="progress">Called as claims are done or parts of them, from any thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="kept">Claims that were finished before, which are not examined again; those that are finished now are added.</param>
    public static RunReport Check(IReadOnlyList<ClaimFile> files, RunSettings settings, Action<Progress> progress, CancellationToken cancellation, KeptClaims? kept = null)
    {
        var claims = files.SelectMany(file => file.Claims).ToArray();
        var reports = new ClaimReport?[claims.Length];
        var shared = Shared(settings, claims.Length);
        var parts = new double[claims.Length];
        LargeStackWorkers.ForEach(
            claims.Length,
            settings.Threads,
            Grace,
            index =>
            {
                var settingsOfClaim = shared with { RouteSettings = shared.RouteSettings with { Progress = part => Tell(index, Math.Min(part, 0.99)) } };
                Volatile.Write(ref reports[index], kept?.Find(claims[index]) ?? Examined(claims[index], settingsOfClaim));
                Tell(index, 1);
            },
            cancellation);

        ClaimReport Examined(Claim claim, RunSettings settingsOfClaim)
        {
            var report = Examination.Examine(claim, settingsOfClaim, cancellation);
            kept?.Keep(report);
            return report;
        }

        void Tell(int index, double part)
        {
            Volatile.Write(ref parts[index], part);
            progress(new(parts.Sum(), claims.Length));
        }

        var finished = claims.Select((claim, index) => Volatile.Read(ref reports[index]) ?? Examination.Stopped(claim)).ToImmutableArray();
        var ofFiles = ImmutableArray.CreateBuilder<FileReport>(files.Count);
        var first = 0;
        foreach (var file in files)
        {
            ofFiles.Add(new(file, finished.Slice(first, file.Claims.Length)));
            first += file.Claims.Length;
        }

        return new(settings.RouteSettings.Seed, settings.Risk, ofFiles.MoveToImmutable());
    }

    // Claims share the risk of the run equally, and its threads where there are fewer claims than threads.
    private static RunSettings Shared(RunSettings settings, int claims) => settings with
    {
        RouteSettings = settings.RouteSettings with
        {
            Risk = settings.Risk / Math.Max(claims, 1),
            Threads = Math.Max(settings.Threads / Math.Max(claims, 1), 1),
            ClosedForms = new DerivedForms(RouteCatalogue.Built.OfType<IDerivingRoute>().First(), settings.RouteSettings),
        },
    };
}
