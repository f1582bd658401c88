using System.Collections.Immutable;
using Verify.Language.Reading;

namespace Verify.Evidence;

/// <summary>One file's claims with their verdicts, in the order of the file.</summary>
public sealed record FileReport(ClaimFile File, ImmutableArray<ClaimReport> Claims);

/// <summary>A whole run: its files in the order given.</summary>
/// <param name="Seed">The seed of every choice that was made at random.</param>
/// <param name="Risk">The chance allowed for a disagreement on claims that are true; only sampling routes spend it.</param>
/// <param name="Files">The files in order.</param>
public sealed record RunReport(ulong Seed, double Risk, ImmutableArray<FileReport> Files)
{
    /// <summary>The share of the risk that one claim has: all have the same.</summary>
    public double RiskOfAClaim => Risk / Math.Max(Claims.Count(), 1);

    /// <summary>Every claim, in order.</summary>
    public IEnumerable<ClaimReport> Claims => Files.SelectMany(file => file.Claims);

    /// <summary>Every error of the input, in order.</summary>
    public IEnumerable<Diagnostic> Errors => Files.SelectMany(file => file.File.Errors);

    /// <summary>Whether the same input and seed give the same verdicts: true unless the wall clock stopped the run.</summary>
    public bool Reproducible => !Claims.Any(claim => claim.Stopped);
}

/// <summary>How far a run has come: claims that are done, and parts of those that are being examined.</summary>
public readonly record struct Progress(double Done, int Total);
