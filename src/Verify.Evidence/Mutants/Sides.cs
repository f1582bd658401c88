using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>An expression of a statement that is mutated.</summary>
/// <param name="Place">What it is called.</param>
/// <param name="Expression">It.</param>
/// <param name="With">The statement with another in its place.</param>
/// <param name="Excluded">The symbols that may not occur in it.</param>
internal sealed record Side(string Place, Expr Expression, Func<Expr, Statement> With, ImmutableArray<Symbol> Excluded)
{
    /// <summary>By which factors the side as a whole may be multiplied without a change of what is said: it is held against 0, or conserved.</summary>
    public ImmutableArray<Rational> Indifferent { get; init; } = [];
}

/// <summary>
/// The expressions of a statement that are mutated: what it says. The loss of a flow or of a minimum, the start of a flow and what a limit approaches are what it speaks of, and stay.
/// </summary>
internal static class Sides
{
    private static readonly ImmutableArray<Rational> PositiveFactor = [2, new(1, 2)];
    private static readonly ImmutableArray<Rational> AnyFactor = [.. PositiveFactor, -1];

    /// <summary>The sides in order.</summary>
    public static ImmutableArray<Side> Of(Statement statement) => statement switch
    {
        Comparison comparison => OfComparison(comparison, "", made => made),
        Conserved conserved => [new("quantity", conserved.Quantity, quantity => conserved with { Quantity = quantity }, []) { Indifferent = AnyFactor }],
        AlongFlow along => OfComparison(along.Comparison, "", made => along with { Comparison = made }),
        MinimumClaim minimum =>
        [
            new("value", minimum.Value, value => minimum with { Value = value }, minimum.Parameters),
            .. minimum.Attained.IsDefault ? [] : OfEquations(minimum.Attained, attained => minimum with { Attained = attained }),
        ],
        FlowLimit limit => OfEquations(limit.Equations, equations => limit with { Equations = equations }),
        LimitComparison limit =>
        [
            new("left side", limit.Left, left => limit with { Left = left }, []) { Indifferent = IsZero(limit.Right) ? AnyFactor : [] },
            new("right side", limit.Right, right => limit with { Right = right }, []) { Indifferent = IsZero(limit.Left) ? AnyFactor : [] },
        ],
        _ => throw new InvalidOperationException($"{statement.GetType().Name} is no statement."),
    };

    private static ImmutableArray<Side> OfEquations(ImmutableArray<Comparison> equations, Func<ImmutableArray<Comparison>, Statement> make) =>
        [.. equations.SelectMany((equation, i) => OfComparison(equation, equations.Length == 1 ? " of the equation" : $" of equation {i + 1}", made => make(equations.SetItem(i, made))))];

    private static ImmutableArray<Side> OfComparison(Comparison comparison, string whose, Func<Comparison, Statement> make) =>
    [
        new("left side" + whose, comparison.Left, left => make(comparison with { Left = left }), []) { Indifferent = Against(comparison.Right, comparison.Relation) },
        new("right side" + whose, comparison.Right, right => make(comparison with { Right = right }), []) { Indifferent = Against(comparison.Left, comparison.Relation) },
    ];

    private static ImmutableArray<Rational> Against(Expr other, Relation relation) =>
        !IsZero(other) ? [] : relation is Relation.Equal or Relation.NotEqual ? AnyFactor : PositiveFactor;

    private static bool IsZero(Expr side) => side is ZeroMatrix or Number { Value.IsZero: true };
}
