using Verify.Simulation.Dense;

namespace Verify.Attention.Prompts;

/// <summary>How prompts are drawn: xᵢ ~ N(0, C), yᵢ = xᵢ'w + eᵢ, i = 1 … M.</summary>
/// <param name="Pairs">M, at least 1.</param>
/// <param name="Inputs">C.</param>
internal sealed record PromptLaw(int Pairs, Covariance Inputs)
{
    /// <summary>d.</summary>
    public int D => Inputs.D;

    /// <summary>w, d × 1, the same for every prompt; null where each prompt draws its own from N(0, I).</summary>
    public Matrix? Task { get; init; }

    /// <summary>The standard deviation of the noise eᵢ ~ N(0, σ²).</summary>
    public double Noise { get; init; }

    /// <summary>How the query is drawn.</summary>
    public QueryLaw Query { get; init; } = new LikeTheInputs();
}

/// <summary>The law of a query q.</summary>
internal abstract record QueryLaw
{
    private protected QueryLaw()
    {
    }
}

/// <summary>q ~ N(0, C) with the covariance of the prompt's inputs.</summary>
internal sealed record LikeTheInputs : QueryLaw;

/// <summary>q ~ N(0, H), H positive definite.</summary>
internal sealed record OtherQuery(Matrix Value) : QueryLaw;

/// <summary>q ~ N(0, I) projected on the orthogonal complement of the prompt's inputs; 0 where they span everything.</summary>
internal sealed record OrthogonalQuery : QueryLaw;
