using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks;

/// <summary>
/// A comparison with expectations as one mean and one number: what is drawn stands on the left, and the theory, which is not, on the right. Where both sides are
/// drawn, their difference is compared with 0.
/// </summary>
/// <param name="Draw">The drawn side at one draw.</param>
/// <param name="Drawn">What is drawn.</param>
/// <param name="Relation">How the mean is claimed to stand to the theory.</param>
/// <param name="Theory">The side in which nothing is drawn.</param>
/// <param name="Terms">The top-level terms that give the scale where the theory does not: of the drawn side or sides, at one draw.</param>
internal sealed record SampledSides(Expr Draw, ImmutableArray<Symbol> Drawn, Relation Relation, Expr Theory, ImmutableArray<Expr> Terms)
{
    /// <summary>The sides of a comparison, or null where neither contains what needs to be drawn. What cannot be drawn without bias throws <see cref="NotTreatedException"/>.</summary>
    public static SampledSides? Of(Comparison comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        var both = Estimator.Of(Expr.Add(left, Expr.Negate(right)));
        if (both.IsDeterministic)
        {
            return null;
        }

        // The copies of one reading, so that an expectation on both sides is drawn once.
        var (drawnLeft, drawnRight) = ((Sum)both.Draw).Terms is [var a, Product { Right: var b }] ? (a, b) : throw new InvalidOperationException("A difference has two terms.");
        return ReferenceEquals(drawnRight, right) ? new(drawnLeft, both.Drawn, comparison.Relation, right, TopLevelTerms.Of(drawnLeft))
            : ReferenceEquals(drawnLeft, left) ? new(drawnRight, both.Drawn, Reversed(comparison.Relation), left, TopLevelTerms.Of(drawnRight))
            : new(both.Draw, both.Drawn, comparison.Relation, Expr.Zero(left.Shape), [.. TopLevelTerms.Of(drawnLeft), .. TopLevelTerms.Of(drawnRight)]);
    }

    private static Relation Reversed(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        _ => relation,
    };
}
