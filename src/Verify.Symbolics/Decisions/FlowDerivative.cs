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

    /// <summary>dS/dt = -Σ tr(grad(S; P)' grad(F; P)) of a scalar S.</summary>
    public static Expr Of(Expr quantity, Flow flow) => Expr.Negate(Expr.Add(flow.Parameters.Select(parameter => Expr.TraceOf(Expr.Times(
        Expr.TransposeOf(Gradient(quantity, parameter)),
        Gradient(flow.Loss, parameter))))));
}
