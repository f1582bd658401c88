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

    /// <summary>Asks a question under these assumptions instead of those of the workspace.</summary>
    public static T Under<T>(IEnumerable<(Polynomial Value, bool IsStrict)> orders, Func<T> question)
    {
        var list = Lists.GetOrCreateValue(Algebra.Current);
        var before = list.ToList();
        try
        {
            list.Clear();
            list.AddRange(orders);
            return question();
        }
        finally
        {
            list.Clear();
            list.AddRange(before);
        }
    }

    /// <summary>What the ranges of the polynomial's scalar symbols say: x - lower and upper - x.</summary>
    public static IEnumerable<(Polynomial Value, bool IsStrict)> RangesIn(Polynomial polynomial)
    {
        foreach (var symbol in new Scalar(polynomial, Denominator.One).Leaves.Symbols.Where(symbol => symbol.Shape.IsScalar))
        {
            // A lower bound of 0 is in the sign of the generator already.
            if (symbol.Range.Lower is { IsZero: false } lower)
            {
                yield return ((Scalar.Of(symbol) - Scalar.Of(lower)).Numerator, symbol.Range.LowerStrict);
            }

            if (symbol.Range.Upper is { } upper)
            {
                yield return ((Scalar.Of(upper) - Scalar.Of(symbol)).Numerator, symbol.Range.UpperStrict);
            }
        }
    }
}
