using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Minimization;

/// <summary>
/// A loss that is quadratic in one parameter P of size r × c: F(P) = F(0) + tr(G' P) + 1/2 tr(P' A P B), G the r × c gradient at 0, with A of size r × r and B of size c × c
/// symmetric positive definite and free of P. A and B are fixed up to a factor that goes from one to the other.
/// Then F(P) - F(P*) = 1/2 tr((P - P*)' A (P - P*) B) with P* = -A^-1 G B^-1, a sum of squares that vanishes at P* alone: P* is the only global minimiser
/// (Zhang, Frei &amp; Bartlett 2024, Corollary A.2, is the case P = u U, A = Γ Λ, B = Λ).
/// With weights W that are positive entry by entry and a diagonal G the same holds of 1/2 Σ_ij W_ij (P - P*)_ij^2 with P* = -diag(W)^-1 G (there, Lemma C.4).
/// </summary>
internal sealed record QuadraticLoss(Expr Loss, Symbol Parameter, Expr GradientAtZero, Expr Left, Expr Right)
{
    /// <summary>W, where the quadratic term weights entries; null where it is the sandwich.</summary>
    public Expr? Weights { get; init; }

    /// <summary>P*.</summary>
    public Expr Minimiser => NormalForms.Of(Expr.Negate(Parameter.Shape.IsScalar
        ? Expr.Divide(GradientAtZero, Left)
        : Weights is not null ? Expr.Times(Expr.Pow(Expr.DiagonalOf(Weights), -1), GradientAtZero)
        : Expr.Times(Expr.Pow(Left, -1), GradientAtZero, Expr.Pow(Right, -1))));

    /// <summary>F(P*) = F(0) + 1/2 tr(G' P*), free of P.</summary>
    public Expr Value => NormalForms.Of(Expr.Add(
        Substitution.Of(Parameter, Expr.Zero(Parameter.Shape)).In(Loss),
        Expr.Times(Expr.Of(new Rational(1, 2)), Expr.TraceOf(Expr.Times(Expr.TransposeOf(GradientAtZero), Minimiser)))));

    /// <summary>F(P*) + 1/2 tr((P - P*)' A (P - P*) B), which equals F(P).</summary>
    public Expr CompletedSquare
    {
        get
        {
            var distance = Expr.Subtract(Expr.Of(Parameter), Minimiser);
            if (Weights is not null)
            {
                var weighted = Expr.EntrywiseProduct(Expr.EntrywiseProduct(Weights, distance), distance);
                var sum = Expr.Times(Expr.TransposeOf(Expr.Ones(distance.Shape.Rows)), weighted, Expr.Ones(distance.Shape.Columns));
                return Expr.Add(Value, Expr.Times(Expr.Of(new Rational(1, 2)), sum));
            }

            var square = Expr.Times(Expr.Times(Expr.TransposeOf(distance), Left), Expr.Times(distance, Right));
            return Expr.Add(Value, Expr.Times(Expr.Of(new Rational(1, 2)), Expr.TraceOf(square)));
        }
    }

    /// <summary>The loss as a quadratic in the parameter; null, with the reason, where it is none that is understood.</summary>
    public static QuadraticLoss? Of(Expr loss, Symbol parameter, out string reason)
    {
        var zero = Expr.Zero(parameter.Shape);
        var atZero = NormalForms.Of(GradientAt(loss, parameter, zero));
        var linear = Expr.Subtract(GradientAt(loss, parameter, Expr.Of(parameter)), atZero);
        var (left, right) = parameter.Shape.Columns.IsOne ? VectorMap(loss, parameter, atZero) : MatrixMap(linear, parameter);
        if (left is null || right is null)
        {
            if (Minimization.Weights.Of(NormalForms.FormOf(linear), parameter) is { } weights && Minimization.Weights.IsDiagonal(NormalForms.FormOf(atZero)))
            {
                reason = "";
                return new(NormalForms.Of(loss), parameter, atZero, Expr.Of(1), Expr.Of(1)) { Weights = NormalForms.ToExpr(weights) };
            }

            reason = $"the gradient in {parameter} is no single A {parameter} B + C (a sum such as A {parameter} + {parameter} B needs an eigenbasis)";
            return null;
        }

        var rebuilt = Expr.Times(left, Expr.Times(Expr.Of(parameter), right));
        if (atZero.FreeSymbols.Contains(parameter) || left.FreeSymbols.Contains(parameter) || !NormalForms.IsZero(Expr.Subtract(linear, rebuilt)))
        {
            reason = $"the loss is not quadratic in {parameter}";
            return null;
        }

        if (!Positive.IsStrict(left) || !Positive.IsStrict(right))
        {
            (left, right) = (NormalForms.Of(Expr.Negate(left)), NormalForms.Of(Expr.Negate(right)));
        }

        var convex = Positive.IsStrict(left) && Positive.IsStrict(right);
        reason = convex ? "" : $"whether the quadratic term in {parameter} is positive definite";
        return convex ? new(NormalForms.Of(loss), parameter, atZero, left, right) : null;
    }

    private static Expr GradientAt(Expr loss, Symbol parameter, Expr at)
    {
        var bound = new Symbol(parameter.Name, parameter.Shape, SymbolRole.Parameter);
        return Expr.GradientOf(Substitution.Of(parameter, Expr.Of(bound)).In(loss), bound, at);
    }

    private static (Expr? Left, Expr? Right) MatrixMap(Expr linear, Symbol parameter) =>
        Sandwich.Of(NormalForms.FormOf(linear), parameter) is { } sandwich
            ? (NormalForms.ToExpr(sandwich.Left), NormalForms.ToExpr(sandwich.Right))
            : (null, null);

    /// <summary>For a vector, H(z) = A z gives A = E[H(z) z'] over z ~ N(0, I), whatever rank-one terms A has; a scalar is a vector of size 1.</summary>
    private static (Expr? Left, Expr? Right) VectorMap(Expr loss, Symbol parameter, Expr atZero)
    {
        if (parameter.Shape.IsScalar)
        {
            return (NormalForms.Of(Expr.Subtract(GradientAt(loss, parameter, Expr.Of(1)), atZero)), Expr.Of(1));
        }

        var law = new NormalLaw(Expr.Zero(parameter.Shape), Expr.Identity(parameter.Shape.Rows), IidRows: false);
        var probe = new Symbol("z", parameter.Shape, SymbolRole.Random, law: law);
        var image = NormalForms.Of(Expr.Subtract(GradientAt(loss, parameter, Expr.Of(probe)), atZero));
        return (NormalForms.Of(Expr.ExpectationOf(Expr.Times(image, Expr.TransposeOf(Expr.Of(probe))), [probe])), Expr.Of(1));
    }
}
