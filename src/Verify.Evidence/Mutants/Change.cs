using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>What a rule changed in a side of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Before">The side in the claim.</param>
/// <param name="After">The side in the mutant.</param>
/// <param name="From">What was changed in it.</param>
/// <param name="To">What stands there instead.</param>
internal sealed record Change(Claim Claim, Expr Before, Expr After, Expr From, Expr To)
{
    /// <summary>By what the rule multiplied <see cref="From"/>; null where it did something else.</summary>
    public Rational? Factor { get; init; }

    /// <summary>By what the whole side was multiplied; null where it was not.</summary>
    public Rational? Scale => ReferenceEquals(From, Before) ? Factor : null;

    /// <summary>
    /// Where alone the mutant of a true claim can fail, as a condition that costs little to evaluate: the side has another value than it had, of an order between numbers on the far side; or else what was changed in it
    /// has. Null where that contains what is costly, or what is not given at an instance.
    /// </summary>
    public Comparison? Apart(Statement mutant)
    {
        bool IsGiven(Expr part) => !IsCostly(part) && !part.FreeSymbols.Overlaps(Moving(mutant)) && !part.FreeDimensions.Overlaps(Growing(mutant))
            && part.FreeSymbols.All(Claim.Symbols.Contains);
        return IsGiven(Before) && IsGiven(After)
            ? mutant is Comparison { Relation: not (Relation.Equal or Relation.NotEqual) } order && Before.IsScalar
                ? new(After, IsSmaller(order) ? Relation.Greater : Relation.Less, Before)
                : new(After, Relation.NotEqual, Before)
            : IsGiven(From) && IsGiven(To) ? new(To, Relation.NotEqual, From) : null;
    }

    /// <summary>Whether what was changed stands under no binder, so that it can be compared by itself.</summary>
    public bool IsFree => From.FreeSymbols.Concat(To.FreeSymbols).All(Claim.Symbols.Contains) && From.FreeDimensions.Concat(To.FreeDimensions).All(Claim.Dimensions.Contains);

    private static IEnumerable<Symbol> Moving(Statement statement) => statement switch
    {
        MinimumClaim minimum => minimum.Parameters,
        AlongFlow along => along.Flow.Parameters,
        FlowLimit limit => limit.Flow.Parameters,
        Conserved conserved => conserved.Flow.Parameters,
        LimitComparison limit => limit.Approaches.Select(approach => approach.Scalar).OfType<Symbol>(),
        _ => [],
    };

    private static IEnumerable<Dimension> Growing(Statement statement) =>
        statement is LimitComparison limit ? limit.Approaches.Select(approach => approach.Dimension).OfType<Dimension>() : [];

    // Whether what was changed is the side that is to be the smaller one.
    private bool IsSmaller(Comparison order) => ReferenceEquals(order.Left, After) == (order.Relation is Relation.Less or Relation.LessOrEqual);

    private static bool IsCostly(Expr side) => StatementKinds.Mentions<Expectation>(side) || StatementKinds.Mentions<Minimum>(side) || StatementKinds.Mentions<Limit>(side)
        || StatementKinds.Mentions<Gradient>(side);
}
