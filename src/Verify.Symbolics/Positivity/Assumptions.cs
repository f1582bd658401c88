using System.Runtime.CompilerServices;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Positivity;

/// <summary>Polynomials that the conditions of the claim say are ≥ 0, or &gt; 0, in the current workspace.</summary>
internal static class Assumptions
{
    private static readonly ConditionalWeakTable<Algebra, List<(Polynomial Value, bool IsStrict)>> Lists = [];

    /// <summary>The assumptions of the workspace, in order.</summary>
    public static IReadOnlyList<(Polynomial Value, bool IsStrict)> All => Lists.GetOrCreateValue(Algebra.Current);

    /// <summary>Assumes that the polynomial is ≥ 0, or &gt; 0.</summary>
    public static void Add(Polynomial value, bool isStrict) => Lists.GetOrCreateValue(Algebra.Current).Add((value, isStrict));
}
