using System.Collections.Immutable;

namespace Verify.Language.Routes;

/// <summary>How tight an inequality is: the largest ratio of its two sides that a search found, and where. At 1 the sides are equal.</summary>
/// <param name="Value">smaller / larger for positive sides, larger / smaller for negative ones; at most 1 where the inequality holds.</param>
/// <param name="Dimensions">Each dimension and its value.</param>
/// <param name="Values">Each symbol's entries, row by row, rounded.</param>
public sealed record BestRatio(
    double Value,
    ImmutableArray<KeyValuePair<Dimension, int>> Dimensions,
    ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> Values);
