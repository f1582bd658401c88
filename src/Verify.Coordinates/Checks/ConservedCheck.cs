using System.Collections.Immutable;
using Verify.Coordinates.Evaluation;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>dS/dt = -Σ ⟨grad S, grad F⟩ = 0 at a point.</summary>
internal sealed class ConservedCheck(Conserved conserved) : StatementCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [conserved.Quantity, conserved.Flow.Loss, .. conserved.Flow.Parameters.Select(Expr.Of)];

    /// <inheritdoc/>
    public override CheckResult At(Evaluator evaluator)
    {
        var parameters = conserved.Flow.Parameters;
        var values = parameters.Select(parameter => evaluator.Evaluate(Expr.Of(parameter))).ToList();
        var quantity = JointGradient.Of(evaluator, conserved.Quantity, parameters, values);
        var loss = JointGradient.Of(evaluator, conserved.Flow.Loss, parameters, values);
        var rate = evaluator.Algebra.Multiply(quantity.Transpose(), loss).Scale(-1);
        return rate.IsZero ? new Holds()
            : new Fails(ValueText.Of(evaluator.Ring, rate), "0") { Remark = "the left side is the rate of change at this point" };
    }
}
