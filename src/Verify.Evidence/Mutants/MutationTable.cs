using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>Every rule by which expressions are mutated, in the order in which mutants are made. What two of them make alike is of the first.</summary>
internal static class MutationTable
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<MutationRule> Rules { get; } =
    [
        new("1/N for 1 + 1/N, and back", PowerMutations.ReciprocalAndOne),
        new("N for N + 1, and back", SizeMutations.OneMore),
        new("N for d", SizeMutations.Another),
        new("term dropped", TermMutations.Dropped),
        Scaled("coefficient doubled", 2),
        Scaled("coefficient halved", new(1, 2)),
        Scaled("coefficient negated", -1),
        new("exponent off by one", PowerMutations.OffByOne),
        new("transpose added", TransposeMutations.Added),
        new("transpose lost", TransposeMutations.Lost),
        new("factor removed", FactorMutations.Removed),
        new("factors exchanged", FactorMutations.Exchanged),
        new("tr(A) B for A B", FactorMutations.TraceLost),
        new("A B for tr(A) B", FactorMutations.TraceAdded),
        new("another symbol", SymbolMutations.Another),
    ];

    private static MutationRule Scaled(string name, Rational factor) => new(name, spot => TermMutations.Scaled(spot, factor)) { Factor = factor };
}
