using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>One way to prove that a mutant holds.</summary>
/// <param name="NeedsClaim">Whether the proof is from the claim, of which the mutant is then a weaker form.</param>
/// <param name="Lemmas">What the algebra must prove, all of it.</param>
internal sealed record Consequence(bool NeedsClaim, ImmutableArray<Claim> Lemmas);

/// <summary>
/// The ways in which a mutant may follow from its claim: what was changed has the value that it had; the equation is the claim's transposed; the bound is the wider one; or the claim, also with other values for
/// its symbols, is a step of a proof.
/// </summary>
internal static class Consequences
{
    private const int FewInstances = 4;

    /// <summary>The ways, the cheapest first.</summary>
    public static IEnumerable<Consequence> Of(Mutant mutant)
    {
        var made = mutant.Claim;
        if (mutant.Change is { } change)
        {
            yield return new(false, [change.Claim with { Statement = new Comparison(change.Before, Relation.Equal, change.After), Steps = [] }]);
            if (change.IsFree)
            {
                yield return new(false, [change.Claim with { Statement = new Comparison(change.From, Relation.Equal, change.To), Steps = [] }]);
            }

            if (EquationsOf(change.Claim.Statement) is var before && EquationsOf(made.Statement) is var after && !before.SequenceEqual(after))
            {
                yield return new(made.Statement is FlowLimit, [.. Given(made, before, after), .. made.Statement is MinimumClaim ? Given(made, after, before) : []]);
            }

            if (Transposed(change, made.Statement) is { } transposed)
            {
                yield return new(false, [.. transposed.Select(lemma => change.Claim with { Statement = lemma, Steps = [] })]);
            }
        }

        if (Order(made.Statement) is not { } changed)
        {
            yield break;
        }

        yield return new(false, [made with { Steps = [changed] }]);
        if (mutant.Change is { } side && Order(side.Claim.Statement) is { } stated)
        {
            foreach (var way in FromClaim(side, stated, made, changed))
            {
                yield return way;
            }
        }
    }

    // A = B becomes A' = B where A is B's transpose as well: A'' = A and B' = B.
    private static Comparison[]? Transposed(Change change, Statement made)
    {
        var side = change.Before;
        return !side.IsScalar && side.Shape.IsSquare && EquationWith(made, change.After) is { Relation: Relation.Equal } equation
            && (ReferenceEquals(equation.Left, change.After) ? equation.Right : equation.Left) is var other
            ? [new(Expr.TransposeOf(side), Relation.Equal, change.After), new(Expr.TransposeOf(other), Relation.Equal, other)]
            : null;
    }

    // The equations of a mutant that those of the claim do not have, where the latter hold.
    private static IEnumerable<Claim> Given(Claim made, ImmutableArray<Comparison> known, ImmutableArray<Comparison> wanted) =>
        wanted.Except(known).Select(equation => made with { Statement = equation, Conditions = [.. made.Conditions, .. known], Steps = [] });

    private static Comparison? EquationWith(Statement statement, Expr side) =>
        (statement is Comparison comparison ? [comparison] : EquationsOf(statement)).FirstOrDefault(equation => ReferenceEquals(equation.Left, side) || ReferenceEquals(equation.Right, side));

    private static ImmutableArray<Comparison> EquationsOf(Statement statement) => statement switch
    {
        FlowLimit limit => limit.Equations,
        MinimumClaim { Attained.IsDefault: false } minimum => minimum.Attained,
        _ => [],
    };

    private static IEnumerable<Consequence> FromClaim(Change change, Comparison stated, Claim made, Comparison changed)
    {
        var claim = change.Claim;
        var closer = Closer(stated, changed)!;
        yield return new(true, [made with { Statement = closer, Steps = [] }]);
        yield return new(true, [made with { Statement = closer, Steps = [closer] }]);
        foreach (var way in Apart(made, closer).Concat(made.Statement is Comparison or AlongFlow ? ScaledSides.Of(change, stated, changed) : []))
        {
            yield return way;
        }

        if (!claim.Steps.IsEmpty)
        {
            yield return new(true, [made with { Steps = [.. claim.Steps, stated] }]);
        }

        if (made.Statement is Comparison)
        {
            // A/2 <= B and A <= 2 B where A <= B and B >= 0, or A <= 0 for what is halved on the other side.
            var (smaller, larger) = stated.Relation is Relation.Less or Relation.LessOrEqual ? (stated.Left, stated.Right) : (stated.Right, stated.Left);
            foreach (var sign in new Comparison[] { new(larger, Relation.GreaterOrEqual, Expr.Zero(larger.Shape)), new(smaller, Relation.LessOrEqual, Expr.Zero(smaller.Shape)) })
            {
                yield return new(true, [made with { Conditions = [.. made.Conditions, stated], Steps = [stated, sign] }]);
            }

            foreach (var instance in Instances.Of(claim, stated))
            {
                foreach (var way in Closer(instance, changed) is { } wider ? Apart(made, wider) : [])
                {
                    yield return way;
                }

                yield return new(true, [.. new[] { (changed.Left, instance.Left), (changed.Right, instance.Right) }.Where(sides => !ReferenceEquals(sides.Item1, sides.Item2))
                    .Select(sides => made with { Statement = new Comparison(sides.Item1, Relation.Equal, sides.Item2), Steps = [] })]);
            }

            ImmutableArray<Comparison> known = [stated, .. Instances.Of(claim, stated).Take(FewInstances)];
            yield return new(true, [made with { Conditions = [.. made.Conditions, .. known], Steps = [.. known] }]);
        }
    }

    // A <= B where what B exceeds A by shows its sign once the terms that they share are gone.
    private static IEnumerable<Consequence> Apart(Claim made, Comparison closer)
    {
        var (smaller, larger) = closer.Relation is Relation.LessOrEqual ? (closer.Left, closer.Right) : (closer.Right, closer.Left);
        return !larger.IsScalar ? [] : TermDifference.Of(larger, smaller)
            .Select(difference => (Equation: new Comparison(Expr.Subtract(larger, smaller), Relation.Equal, difference), Sign: new Comparison(difference, Relation.GreaterOrEqual, Expr.Zero(difference.Shape))))
            .Select(steps => new Consequence(true, [made with { Statement = closer, Steps = [steps.Equation, steps.Sign] }]));
    }

    /// <summary>Of A &lt;= B and C &lt;= B, or A &lt;= D, what makes the second the wider one; null where no side is common.</summary>
    public static Comparison? Closer(Comparison known, Comparison wanted) =>
        ReferenceEquals(known.Left, wanted.Left) && !ReferenceEquals(known.Right, wanted.Right) ? new(known.Right, NotStrict(known.Relation), wanted.Right)
        : ReferenceEquals(known.Right, wanted.Right) && !ReferenceEquals(known.Left, wanted.Left) ? new(wanted.Left, NotStrict(known.Relation), known.Left)
        : null;

    /// <summary>The claim with another comparison, along the flow where it is one along a flow.</summary>
    public static Claim With(Claim claim, Comparison comparison) => claim with { Statement = claim.Statement is AlongFlow along ? along with { Comparison = comparison } : comparison };

    /// <summary>The order that a statement claims, along a flow or not; null where it claims none.</summary>
    public static Comparison? Order(Statement statement) =>
        (statement as Comparison ?? (statement as AlongFlow)?.Comparison) is { Relation: not (Relation.Equal or Relation.NotEqual) } order ? order : null;

    private static Relation NotStrict(Relation relation) => relation is Relation.Less or Relation.LessOrEqual ? Relation.LessOrEqual : Relation.GreaterOrEqual;
}
