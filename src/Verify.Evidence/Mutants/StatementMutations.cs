using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Printing;

namespace Verify.Evidence.Mutants;

/// <summary>Mistakes in a statement as a whole: its relation, the value of its limit, its conditions.</summary>
internal static class StatementMutations
{
    /// <summary>Of a statement whose inequality points the other way; of <c>!=</c>, an equality.</summary>
    public const string Reversed = "inequality reversed";

    /// <summary>Of an inequality neither of whose sides is 0, for of 0 there is no hundredth.</summary>
    public const string Tightened = "inequality tightened by 1 %";

    /// <summary>Of the value that something tends to, where it is not 0.</summary>
    public const string LimitChanged = "limit changed by 1 %";

    /// <summary>Of a claim that assumes something.</summary>
    public const string ConditionRemoved = "condition removed";

    /// <summary>The names of these rules, in the order in which mutants are made.</summary>
    public static ImmutableArray<string> Names { get; } = [Reversed, Tightened, LimitChanged, ConditionRemoved];

    /// <summary>The mutants of the claim by these rules. Steps are kept where a condition is removed, for they may not need it; elsewhere they are of another statement.</summary>
    public static IEnumerable<Mutant> Of(Claim claim) =>
    [
        .. OfRelation(claim),
        .. Limits(claim.Statement).Select(limit => new Mutant(LimitChanged, limit.Place, CorePrinter.Print(limit.From), CorePrinter.Print(limit.To), claim with { Statement = limit.Made, Steps = [] })),
        .. claim.Conditions.Select((condition, i) => new Mutant(ConditionRemoved, "conditions", CorePrinter.Print(condition), "", claim with
        {
            Conditions = claim.Conditions.RemoveAt(i),
            ConditionTexts = claim.ConditionTexts.Length == claim.Conditions.Length ? claim.ConditionTexts.RemoveAt(i) : claim.ConditionTexts,
        })
        {
            Violated = Violated(condition),
        }),
    ];

    private static Comparison? Violated(Comparison condition) => condition.Relation switch
    {
        Relation.Equal => condition with { Relation = Relation.NotEqual },
        Relation.NotEqual => condition with { Relation = Relation.Equal },
        _ when !condition.Left.IsScalar => null,
        Relation.Less => condition with { Relation = Relation.GreaterOrEqual },
        Relation.LessOrEqual => condition with { Relation = Relation.Greater },
        Relation.Greater => condition with { Relation = Relation.LessOrEqual },
        _ => condition with { Relation = Relation.Less },
    };

    private static IEnumerable<Mutant> OfRelation(Claim claim)
    {
        Func<Comparison, Statement>? put = claim.Statement switch
        {
            Comparison => made => made,
            AlongFlow along => made => along with { Comparison = made },
            _ => null,
        };
        var comparison = claim.Statement as Comparison ?? (claim.Statement as AlongFlow)?.Comparison;
        if (put is null || comparison is null or { Relation: Relation.Equal })
        {
            return [];
        }

        (string Rule, Comparison? Made)[] changes = [(Reversed, comparison with { Relation = Opposite(comparison.Relation) }), (Tightened, Tighter(comparison))];
        return changes.Where(change => change.Made is not null).Select(change =>
            new Mutant(change.Rule, "relation", CorePrinter.Print(comparison), CorePrinter.Print(change.Made!), claim with { Statement = put(change.Made!), Steps = [] }));
    }

    private static Relation Opposite(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        _ => Relation.Equal,
    };

    private static Comparison? Tighter(Comparison comparison)
    {
        if (comparison.Relation == Relation.NotEqual || IsZero(comparison.Left) || IsZero(comparison.Right))
        {
            return null;
        }

        // A bound that is negative is tighter where it is larger in size.
        var isUpper = comparison.Relation is Relation.Less or Relation.LessOrEqual;
        return comparison with { Right = Expr.Times(Expr.Of(isUpper == IsNegative(comparison.Right) ? new Rational(101, 100) : new Rational(99, 100)), comparison.Right) };
    }

    private static IEnumerable<(string Place, Expr From, Expr To, Statement Made)> Limits(Statement statement) => statement switch
    {
        LimitComparison limit => OfValue("right side", limit.Right, right => limit with { Right = right }),
        Comparison { Relation: Relation.Equal } limit when StatementKinds.Mentions<Limit>(limit.Left) => OfValue("right side", limit.Right, right => limit with { Right = right }),
        Comparison { Relation: Relation.Equal } limit when StatementKinds.Mentions<Limit>(limit.Right) => OfValue("left side", limit.Left, left => limit with { Left = left }),
        FlowLimit flow => flow.Equations.Index().SelectMany(at =>
            OfValue("right side of the equation", at.Item.Right, right => flow with { Equations = flow.Equations.SetItem(at.Index, at.Item with { Right = right }) })),
        _ => [],
    };

    private static IEnumerable<(string Place, Expr From, Expr To, Statement Made)> OfValue(string place, Expr value, Func<Expr, Statement> put)
    {
        if (!IsZero(value))
        {
            var changed = Expr.Times(Expr.Of(new Rational(101, 100)), value);
            yield return (place, value, changed, put(changed));
        }
    }

    private static bool IsZero(Expr side) => side is ZeroMatrix or Number { Value.IsZero: true };

    private static bool IsNegative(Expr side) => side switch
    {
        Number number => number.Value.Sign < 0,
        Product product => IsNegative(product.Left),
        Sum sum => sum.Terms.All(IsNegative),
        _ => false,
    };
}
