using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>How quantities change along dP/dt = -grad(F; P).</summary>
internal static class FlowDerivative
{
    /// <summary>grad(scalar; P), taken at P itself.</summary>
    public static Expr Gradient(Expr scalar, Symbol parameter)
    {
        var bound = new Symbol(parameter.Name, parameter.Shape, SymbolRole.Parameter);
        return Expr.GradientOf(Substitution.Of(parameter, Expr.Of(bound)).In(scalar), bound, Expr.Of(parameter));
    }

    /// <summary>dS/dt = -Σ tr(grad(S; P)' grad(F; P)); of a matrix S, d tr(K' S)/dt for any fixed K, which vanishes for every K exactly if dS/dt does.</summary>
    public static Expr Of(Expr quantity, Flow flow)
    {
        var scalar = quantity.IsScalar ? quantity
            : Expr.TraceOf(Expr.Times(Expr.TransposeOf(Expr.Of(new Symbol("K", quantity.Shape, SymbolRole.Given))), quantity));
        return Expr.Negate(Expr.Add(flow.Parameters.Select(parameter => Expr.TraceOf(Expr.Times(
            Expr.TransposeOf(Gradient(scalar, parameter)),
            Gradient(flow.Loss, parameter))))));
    }
}
