using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Minimization;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Where the flow of a loss of a product ends. With F(u, U) = V + 1/2 tr((u U - R)' A (u U - R) B), A and B symmetric positive definite, the gradient by U alone gives
/// ‖grad F‖² ≥ u² c (F - V) with c &gt; 0. Where a step says u² ≥ k &gt; 0 on the whole path, F falls to V exponentially and the path has finite length, so it converges, to a point with
/// u U = R. The flow conserves u² - tr(U U'); where a step says that it is 0 and u starts positive, the point is u = tr(R R')^(1/4), U = R / u.
/// </summary>
internal static class ConvergenceCertificate
{
    /// <summary>The flow of the parameters that move: those whose gradient vanishes at their start, whatever the others are, stay there.</summary>
    public static FlowLimit Moving(FlowLimit claim)
    {
        var resting = FlowDecision.Resting(claim.Flow, [.. claim.Flow.Parameters.Zip(claim.Start, KeyValuePair.Create)]);
        var (rest, moving) = (new Substitution(resting), claim.Flow.Parameters.Zip(claim.Start).Where(pair => resting.All(entry => entry.Key != pair.First)).ToList());
        return resting.IsEmpty ? claim
            : new(new(rest.In(claim.Flow.Loss), [.. moving.Select(pair => pair.First)]), [.. moving.Select(pair => pair.Second)], [.. claim.Equations.Select(rest.In)]);
    }

    /// <summary>The outcome, by the steps that are proved on the path.</summary>
    public static Ruling Of(FlowLimit claim, Facts facts)
    {
        QuadraticMinimum? minimum = null;
        if (!Attempt.Of(() => (minimum = QuadraticMinimum.Of(claim.Flow.Loss, claim.Flow.Parameters)) is { Products.Length: 1, Squares.Length: 1 })
            || Factors(minimum!.Products[0], claim.Flow) is not var (scale, matrix))
        {
            return Ruling.Undecided("the loss is no strictly convex quadratic of the product of a scalar and a matrix");
        }

        var (u, start) = (Expr.Of(scale), claim.Start[claim.Flow.Parameters.IndexOf(scale)]);
        if (!IsBoundedAway(u, claim.Flow, facts))
        {
            return Ruling.Undecided($"no step says that {scale}^2 is at least a positive constant on the path");
        }

        var balance = Expr.Subtract(Expr.Pow(u, 2), Expr.TraceOf(Expr.Times(Expr.Of(matrix), Expr.TransposeOf(Expr.Of(matrix)))));
        if (!facts.Equations.Any(fact => Sameness.Of(Expr.Subtract(fact.Left, fact.Right), balance) || Sameness.Of(Expr.Subtract(fact.Right, fact.Left), balance))
            || Link.Proof(new(start, Relation.Greater, Expr.Of(0)), facts) is null)
        {
            return Ruling.Undecided($"no step says that {scale}^2 = tr({matrix} {matrix}'), or {scale} is not seen to start positive");
        }

        var (product, minimiser) = (minimum.Products[0], minimum.Minimisers[0].Value);
        var length = Expr.Pow(Expr.TraceOf(Expr.Times(minimiser, Expr.TransposeOf(minimiser))), new(1, 4));
        var there = product.AtMultiple(length);
        foreach (var equation in claim.Equations)
        {
            var ruling = ComparisonDecision.Of(Substitution.Of(product.Product, minimiser).In(there.In(equation)));
            if (ruling.Outcome != Outcome.Proved)
            {
                return Ruling.Undecided($"at the limit of the flow: {ruling.Detail}");
            }
        }

        return Ruling.Proved("the factor of the product stays away from 0, so the gradient dominates the loss and the path converges, to the balanced minimiser, where the equations hold");
    }

    private static (Symbol Scale, Symbol Matrix)? Factors(ProductParameter product, Flow flow) =>
        flow.Parameters is [var first, var second] && product.HasFactor(first) && product.HasFactor(second)
            ? first.Shape.IsScalar ? (first, second) : second.Shape.IsScalar ? (second, first) : null
            : null;

    private static bool IsBoundedAway(Expr u, Flow flow, Facts facts) => facts.Orders.ToList().Exists(order =>
        !flow.Parameters.Any(order.Smaller.FreeSymbols.Contains)
        && Sameness.Of(order.Larger, Expr.Pow(u, 2))
        && Link.Proof(new(order.Smaller, Relation.Greater, Expr.Of(0)), facts) is not null);
}
