using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Derivations;
using Verify.Symbolics.Minimization;

namespace Verify.Symbolics.Decisions;

/// <summary>
/// Where gradient flow ends on a strictly convex quadratic: F(P) = F(P*) + 1/2 tr((P - P*)' A (P - P*) B), A and B symmetric positive definite, gives
/// d(P - P*)/dt = -A (P - P*) B, so that P → P* exponentially from every start. Parameters whose gradient vanishes at their start stay there.
/// A loss that is not of this kind in every moving parameter, such as one of a product u U, is not treated: where it ends depends on the start.
/// </summary>
internal static class ConvergenceDecision
{
    private const string Construct = "convergence of a gradient flow";

    /// <summary>Whether the equations hold at the point where the flow ends.</summary>
    public static Ruling Of(FlowLimit claim, Steps steps)
    {
        var resting = FlowDecision.Resting(claim.Flow, [.. claim.Flow.Parameters.Zip(claim.Start, KeyValuePair.Create)]);
        var rest = new Substitution(resting);
        var moving = claim.Flow.Parameters.Where(parameter => resting.All(entry => entry.Key != parameter)).ToList();
        if (Minimum(rest.In(claim.Flow.Loss), [.. moving]) is not { } minimum)
        {
            return Ruling.NotTreated($"{Construct} whose loss is no strictly convex quadratic of each parameter by itself");
        }

        steps.AddSquares(minimum);
        var end = new Substitution([.. resting, .. minimum.Minimisers]);
        foreach (var equation in claim.Equations)
        {
            var there = end.In(equation);
            var ruling = ComparisonDecision.Of(there);
            if (ruling.Outcome != Outcome.Proved)
            {
                return ruling with { Detail = $"at the limit of the flow: {ruling.Detail}" };
            }

            steps.Add("the equation at the limit of the flow", there.Left, there.Right);
        }

        return Ruling.Proved("the loss is its minimum plus a positive definite square, so the flow converges to the minimiser, where the equations hold");
    }

    /// <summary>The squares, each of one moving parameter alone with weights and minimiser free of the others; null where the loss is of another kind.</summary>
    private static QuadraticMinimum? Minimum(Expr loss, ImmutableArray<Symbol> moving)
    {
        QuadraticMinimum minimum;
        try
        {
            minimum = QuadraticMinimum.Of(loss, moving);
        }
        catch (NotTreatedException)
        {
            return null;
        }

        return minimum.Products.IsEmpty
            && minimum.Squares.Length == moving.Length
            && minimum.Squares.All(square => !moving.Any(new[] { square.Left, square.Right, square.Weights ?? square.Right, square.Minimiser }.SelectMany(part => part.FreeSymbols).Contains))
            ? minimum
            : null;
    }
}
