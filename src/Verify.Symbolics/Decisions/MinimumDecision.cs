using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Derivations;
using Verify.Symbolics.Minimization;

namespace Verify.Symbolics.Decisions;

/// <summary>Decides that V is the infimum of a loss, and that equations say exactly where it is attained.</summary>
internal static class MinimumDecision
{
    /// <summary>The outcome, for a loss and a value without min and lim.</summary>
    public static Ruling Of(MinimumClaim claim, Steps steps)
    {
        var minimum = QuadraticMinimum.Of(claim.Loss, claim.Parameters);
        foreach (var product in minimum.Products)
        {
            steps.Add($"the loss meets its parameters only through {product.Product}", claim.Loss, Substitution.Of(product.Product, product.Value).In(product.Loss));
        }

        steps.AddSquares(minimum);
        var value = Equality.Of(minimum.Value, claim.Value);
        if (value.Kind != EqualityKind.Equal)
        {
            return Ruling.Of(value) with { Detail = value.Kind == EqualityKind.Different ? "the completed square leaves another value" : $"not decided: {value.Reason}" };
        }

        steps.Add("value at the minimum", minimum.Value, claim.Value);
        if (claim.Attained.IsDefault)
        {
            return Ruling.Proved("the loss is the value plus a square");
        }

        var attained = Attainment.Of(minimum, claim.Attained);
        return attained.Kind == EqualityKind.Equal
            ? Ruling.Proved("the loss is the value plus a square, which vanishes exactly where the equations hold")
            : Ruling.Of(attained) with { Detail = attained.Kind == EqualityKind.Different ? "the minimum is attained elsewhere" : $"not decided: {attained.Reason}" };
    }
}
