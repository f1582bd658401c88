namespace Verify.Language;

/// <summary>The law of a random symbol. Its expressions may mention random symbols declared above; given those, symbols are independent.</summary>
public abstract record Law
{
    private protected Law()
    {
    }
}

/// <summary>
/// A law known by two moments. With <paramref name="IidRows"/> (<c>rows: C</c>, symbol N × d): rows are iid with mean m (d × 1) and covariance C (d × d).
/// Otherwise (<c>cov: C</c>, symbol d × 1 or scalar): mean m (d × 1) and covariance C (d × d). No normalisation: C = E[(v - m)(v - m)'].
/// </summary>
public abstract record MomentLaw(Expr Mean, Expr Covariance, bool IidRows) : Law;

/// <summary>Gaussian: every moment is determined.</summary>
public sealed record NormalLaw(Expr Mean, Expr Covariance, bool IidRows) : MomentLaw(Mean, Covariance, IidRows);

/// <summary>Any law with this mean and covariance: only expectations of degree at most 2 are determined.</summary>
public sealed record GivenMomentsLaw(Expr Mean, Expr Covariance, bool IidRows) : MomentLaw(Mean, Covariance, IidRows);

/// <summary>An unknown law (<c>~ any</c>): its expectations are opaque and linear.</summary>
public sealed record AnyLaw : Law;
