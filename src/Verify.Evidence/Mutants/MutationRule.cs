using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>One way of making a mistake at a place of an expression.</summary>
/// <param name="Name">What the mistake is.</param>
/// <param name="Apply">What may stand there instead; what has another shape is not made, and null is none.</param>
internal sealed record MutationRule(string Name, Func<Spot, IEnumerable<Expr?>> Apply)
{
    /// <summary>By what the rule multiplies; null where it does something else.</summary>
    public Rational? Factor { get; init; }

    /// <summary>The mistakes at a place that have its shape and differ from it.</summary>
    public IEnumerable<Expr> At(Spot spot) => Apply(spot).OfType<Expr>()
        .Where(other => !ReferenceEquals(other, spot.Expression) && other.Shape.Equals(spot.Expression.Shape));
}
