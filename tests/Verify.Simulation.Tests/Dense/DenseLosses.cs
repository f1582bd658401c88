using Verify.Language;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Losses that several tests use.</summary>
internal static class DenseLosses
{
    /// <summary>1/2 u² tr(Γ Λ U Λ U') - u tr(Λ² U') with Γ = (1 + 1/N) Λ + tr(Λ)/N I.</summary>
    public static Expr Reduced(Expr covariance, Expr u, Expr matrix, Expr n)
    {
        var turned = Expr.TransposeOf(matrix);
        var weights = Expr.Add(
            Expr.Times(Expr.Add(Expr.Of(1), Expr.Pow(n, -1)), covariance),
            Expr.Times(Expr.Divide(Expr.TraceOf(covariance), n), Expr.Identity(covariance.Shape.Rows)));
        return Expr.Subtract(
            Expr.Times(Expr.Of(new Rational(1, 2)), Expr.Pow(u, 2), Expr.TraceOf(Expr.Times(weights, covariance, matrix, covariance, turned))),
            Expr.Times(u, Expr.TraceOf(Expr.Times(Expr.Pow(covariance, 2), turned))));
    }
}
