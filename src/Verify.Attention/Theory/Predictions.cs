using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Attention.Theory;

/// <summary>What the claims of proofs/ say of a trained layer, evaluated. A formula is the right side of a claim, found by its name.</summary>
internal static class Predictions
{
    /// <summary>Γ^-1 for training on N(0, Λ) at length N, the limit of u U (4.1). d × d.</summary>
    public static Matrix Limit(Matrix covariance, int pairs) =>
        Trained(covariance, pairs).Of(StatedFile.Expression("lsa.setting", "", "Γ^-1"));

    /// <summary>Γ. d × d.</summary>
    public static Matrix Gamma(Matrix covariance, int pairs) => Trained(covariance, pairs).Of(StatedFile.Expression("lsa.setting", "", "Γ"));

    /// <summary>E[ΓΛ²]^-1 E[Λ²], the limit of u U for training on covariances diag(λ₁ … λ_d), λᵢ iid Exponential(1), (4.12). d × d.</summary>
    public static Matrix LimitOnExponential(int d, int pairs) => Exponential(d, pairs).Of(StatedFile.Read("risk-on-random-covariances").Shows.Single().Expression);

    /// <summary>Λ^-1. d × d.</summary>
    public static Matrix Inverse(Matrix covariance) => Trained(covariance, 1).Of(StatedFile.Expression("lsa.setting", "", "Λ^-1"));

    /// <summary>min L, (5.3).</summary>
    public static double LeastLoss(Matrix covariance, int pairs) =>
        Trained(covariance, pairs).Of(((MinimumClaim)StatedFile.Read("global-minimum").Claims.Single(claim => claim.Name == "minimum of the loss").Statement).Value).Entries[0];

    /// <summary>The right side of a claim, a scalar.</summary>
    public static double RightSide(string file, string claim, Values values) => values.Of(StatedFile.Comparison(file, claim).Right).Entries[0];

    /// <summary>What a layer trained on N(0, Λ) at length N depends on.</summary>
    public static Values Trained(Matrix covariance, int pairs) => Values.None.With("d", covariance.Rows).With("N", pairs).With("Λ", covariance);

    /// <summary>Prompts with covariances diag(λ₁ … λ_d), λᵢ iid Exponential(1), trained on at length N.</summary>
    public static Values Exponential(int d, int pairs) => Values.None.With("d", d).With("N", pairs) with { Law = DegreeThree.Exponential(d) };
}
