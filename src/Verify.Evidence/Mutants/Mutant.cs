using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>A claim with one thing changed.</summary>
/// <param name="Rule">The name of the rule that changed it.</param>
/// <param name="Place">What was changed: <c>left side</c>, <c>value</c>, <c>condition 2</c>.</param>
/// <param name="From">How that reads in the claim.</param>
/// <param name="To">How it reads in the mutant; empty where it is gone.</param>
/// <param name="Claim">The mutant.</param>
public sealed record Mutant(string Rule, string Place, string From, string To, Claim Claim)
{
    /// <summary>Whether it says more than the claim does, so that a proof of it is a finding.</summary>
    public bool SaysMore => Rule is StatementMutations.ConditionRemoved or StatementMutations.Tightened;

    /// <summary>What a rule changed in a side; null of what changed the statement as a whole.</summary>
    internal Change? Change { get; init; }

    /// <summary>The other claims of its file, whose steps may prove it too.</summary>
    internal ImmutableArray<Claim> Neighbours { get; init; } = [];

    /// <summary>The opposite of a condition that was removed; null of other rules, and where it cannot be said.</summary>
    internal Comparison? Violated { get; init; }

    /// <summary>Where alone it can fail though the claim holds; null where that cannot be said, or is costly to see.</summary>
    internal Comparison? Apart => Change?.Apart(Claim.Statement) ?? Violated;
}
