using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>What became of a mutant.</summary>
public enum Fate
{
    /// <summary>There is a counterexample.</summary>
    Refuted,

    /// <summary>The algebra proves it: what was changed makes no difference, or, of a condition that was removed, was not needed.</summary>
    Equivalent,

    /// <summary>The algebra proves that it follows from the claim, of which it is a part or another reading: where the claim is true, nothing can refute it.</summary>
    Follows,

    /// <summary>It says nothing: at random instances a side never has a value, as where a limit became infinite.</summary>
    Void,

    /// <summary>It is supported or undecided.</summary>
    Survives,

    /// <summary>The routes contradict each other on it, which is a fault of this tool.</summary>
    Conflict,
}

/// <summary>A mutant with what became of it.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Reason">Why it survives; otherwise empty.</param>
/// <param name="Routes">What the routes that were asked found.</param>
public sealed record JudgedMutant(Mutant Mutant, Fate Fate, string Reason, ImmutableArray<RouteReport> Routes)
{
    /// <summary>Whether the run was cancelled before this mutant was judged.</summary>
    public bool Stopped { get; init; }

    /// <summary>The largest ratio of the sides of an inequality that was found, where the simulation reports one.</summary>
    public BestRatio? BestRatio => Routes.Select(route => route.Finding.BestRatio).FirstOrDefault(ratio => ratio is not null);

    /// <summary>The route that settled it; null where none did.</summary>
    public string? SettledBy => Fate switch
    {
        Fate.Refuted => Routes.First(route => route.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null }).Route,
        Fate.Equivalent => "symbolic",
        Fate.Follows => "symbolic",
        _ => null,
    };

    /// <summary>Whether a route broke down on it.</summary>
    public bool Faulted => Routes.Any(route => route.Faulted);
}

/// <summary>A claim with its mutants.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Mutants">Its mutants in the order in which they were made.</param>
/// <param name="Made">How many the rules make, of which these were checked.</param>
public sealed record MutatedClaim(Claim Claim, ImmutableArray<JudgedMutant> Mutants, int Made)
{
    /// <summary>What sort of thing it says.</summary>
    public StatementKind Kind { get; } = StatementKinds.Of(Claim.Statement);
}

/// <summary>How many mutants there were of some sort, and what became of them.</summary>
public sealed record Score(int Refuted, int Equivalent, int Follows, int Void, int Survive)
{
    /// <summary>The score of these mutants. A conflict settles nothing.</summary>
    public static Score Of(IReadOnlyCollection<JudgedMutant> mutants) => new(
        mutants.Count(mutant => mutant.Fate == Fate.Refuted),
        mutants.Count(mutant => mutant.Fate == Fate.Equivalent),
        mutants.Count(mutant => mutant.Fate == Fate.Follows),
        mutants.Count(mutant => mutant.Fate == Fate.Void),
        mutants.Count(mutant => mutant.Fate is Fate.Survives or Fate.Conflict));

    /// <summary>All of them.</summary>
    public int Total => Refuted + Equivalent + Follows + Void + Survive;

    /// <summary>The share that is settled of those that say something, from 0 to 1; of none, 1.</summary>
    public double Settled => Total == Void ? 1 : (Refuted + Equivalent + Follows) / (double)(Total - Void);
}

/// <summary>A whole run.</summary>
/// <param name="Seed">The seed of every choice that was made at random.</param>
/// <param name="Files">The files in order, each with the claims of it that were mutated.</param>
public sealed record MutationReport(ulong Seed, ImmutableArray<(ClaimFile File, ImmutableArray<MutatedClaim> Claims)> Files)
{
    /// <summary>Every claim, in order.</summary>
    public IEnumerable<MutatedClaim> Claims => Files.SelectMany(file => file.Claims);

    /// <summary>Every mutant, in order.</summary>
    public IEnumerable<JudgedMutant> Mutants => Claims.SelectMany(claim => claim.Mutants);

    /// <summary>Every error of the input, in order.</summary>
    public IEnumerable<Diagnostic> Errors => Files.SelectMany(file => file.File.Errors);

    /// <summary>Whether the same input and seed give the same report: true unless the run was stopped.</summary>
    public bool Reproducible => !Mutants.Any(mutant => mutant.Stopped);

    /// <summary>Whether every mutant of a kind of which that is asked is settled.</summary>
    public bool IsSettled => !Claims.Any(claim => claim.Kind.MustBeSettled() && claim.Mutants.Any(mutant => mutant.Fate is Fate.Survives or Fate.Conflict));

    /// <summary>The score of each rule that made a mutant, in the order of the table.</summary>
    public IEnumerable<(string Rule, Score Score)> ByRule => MutantGenerator.RuleNames
        .Select(rule => (rule, Score.Of([.. Mutants.Where(mutant => mutant.Mutant.Rule == rule)]))).Where(row => row.Item2.Total > 0);

    /// <summary>The score of each folder of which there was a mutant, in the order of the files; <c>.</c> is the working folder.</summary>
    public IEnumerable<(string Folder, Score Score)> ByFolder => Files
        .GroupBy(file => FolderOf(file.File.Path), file => file.Claims.SelectMany(claim => claim.Mutants))
        .Select(folder => (folder.Key, Score.Of([.. folder.SelectMany(mutants => mutants)]))).Where(row => row.Item2.Total > 0);

    /// <summary>The score of each kind of statement of which there was a mutant.</summary>
    public IEnumerable<(StatementKind Kind, Score Score)> ByKind => StatementKinds.All
        .Select(kind => (kind.Kind, Score.Of([.. Claims.Where(claim => claim.Kind == kind.Kind).SelectMany(claim => claim.Mutants)]))).Where(row => row.Item2.Total > 0);

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder.Replace('\\', '/') : ".";
}
