using Verify.Simulation.Dense;

namespace Verify.Attention.Prompts;

/// <summary>The covariance of the inputs of a prompt: fixed, or drawn for each prompt.</summary>
internal abstract record Covariance
{
    private protected Covariance()
    {
    }

    /// <summary>d.</summary>
    public abstract int D { get; }
}

/// <summary>The same covariance for every prompt, positive definite.</summary>
internal sealed record FixedCovariance(Matrix Value) : Covariance
{
    /// <inheritdoc/>
    public override int D => Value.Rows;
}

/// <summary>c diag(λ₁ … λ_d) with λᵢ iid Exponential(1), drawn anew for each prompt (Zhang, Frei &amp; Bartlett 2024, section 5).</summary>
internal sealed record ExponentialCovariance(int Dimension, double Factor) : Covariance
{
    /// <inheritdoc/>
    public override int D => Dimension;
}
