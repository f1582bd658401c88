using System.Collections.Immutable;

namespace Verify.Faults.Table;

/// <summary>Faults in what the algebra decides: conditions, signs, certificates of inequality.</summary>
internal static class DecisionFaults
{
    private const string Here = "Verify.Symbolics";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("conditions", "a condition a < b is taken as b < a", $"{Here}/Decisions/ConditionRules.cs",
            "less ? (condition.Right, condition.Left) : (condition.Left, condition.Right)", "less ? (condition.Left, condition.Right) : (condition.Right, condition.Left)",
            "counterexamples/conditions-and-orders: a condition turned round"),
        new("conditions", "what a condition fixes has the wrong sign", $"{Here}/Decisions/ConditionRules.cs",
            "(Coefficient.One / -coefficient).Value", "(Coefficient.One / coefficient).Value",
            "counterexamples/conditions-and-orders: a condition with another sign"),
        new("conditions", "any equation between products makes their factors commute", $"{Here}/Decisions/ConditionRules.cs",
            "&& a == d && b == c)", ")",
            "counterexamples/conditions-and-orders: an equation of other products"),
        new("conditions", "commuting passes to the transpose of one of the two", $"{Here}/Words/Letter.cs",
            "(IsTransposed == other.IsTransposed || Atom.IsSymmetric || other.Atom.IsSymmetric)", "Atom.Shape.IsSquare",
            "counterexamples/conditions-and-orders: commuting with a transpose"),

        new("signs", "a trace is positive where its letters at the axis are, whatever stands around them", $"{Here}/Scalars/Signs.cs",
            "if (letters[image] != letters[i].Transpose)", "if (letters[image].Atom != letters[i].Atom)",
            "counterexamples/conditions-and-orders: a cycle that is no reflection"),
        new("signs", "a semidefinite symbol counts as definite", $"{Here}/Scalars/Signs.cs",
            ": (atom.Attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? Sign.Nonnegative : Sign.Unknown;",
            ": (atom.Attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? Sign.Positive : Sign.Unknown;",
            "counterexamples/conditions-and-orders: semidefinite for definite"),
        new("signs", "the excess of a dimension over its bound counts as positive", $"{Here}/Scalars/DimensionShift.cs",
            "range: new(Rational.Zero));", "range: new(Rational.Zero, LowerStrict: true));",
            "counterexamples/conditions-and-orders: a bound that is reached"),
        new("signs", "a strict order is proved by a weak sign", $"{Here}/Decisions/ComparisonDecision.cs",
            "strict ? Positive.IsStrict(difference) : Positive.IsWeak(difference)", "Positive.IsWeak(difference)",
            "counterexamples/conditions-and-orders: weak for strict"),

        new("certificates", "every power keeps Loewner's order", $"{Here}/Certificates/Ordering.cs",
            "if (!a.IsScalar && k.Abs() > 1)", "if (!a.IsScalar && k.Abs() > 8)",
            "counterexamples/conditions-and-orders: squares keep the order"),
        new("certificates", "inverses keep the order", $"{Here}/Certificates/Ordering.cs",
            "return k.Sign > 0 ? IsBetweenZeroAnd(a.Base, b.Base, rules)", "return k.Sign != 0 ? IsBetweenZeroAnd(a.Base, b.Base, rules)",
            "counterexamples/conditions-and-orders: inverses keep the order"),
        new("certificates", "the norm is at most the operator norm", $"{Here}/Certificates/NormRules.cs",
            "Sizes(e.Children[0]).Select(d => Times(Root(d), Op(e.Children[0])))", "[Op(e.Children[0])]",
            "counterexamples/conditions-and-orders: norm by the operator norm"),
        new("certificates", "X P Y is monotone in P whatever X and Y", $"{Here}/Certificates/Chains.cs",
            "if (mirrored && Between(a, b, k, k, order) != Sign.Unknown)", "if (Between(a, b, k, k, order) != Sign.Unknown)",
            "counterexamples/conditions-and-orders: monotone between two vectors"),
        new("certificates", "a product of two semidefinite matrices is semidefinite", $"{Here}/Certificates/FormSign.cs",
            "&& Sameness.Of(Expr.Times(chain[0], chain[1]), Expr.Times(chain[1], chain[0])) ?", "?",
            "counterexamples/conditions-and-orders: product of two semidefinite"),
        new("certificates", "an odd power is nonnegative", $"{Here}/Certificates/FormSign.cs",
            "return !even || !Sameness", "return !Sameness",
            "counterexamples/conditions-and-orders: odd power"),
    ];
}
