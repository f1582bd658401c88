using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>The law of a random symbol. Its expressions may mention random symbols declared above; given those, symbols are independent.</summary>
public abstract record Law
{
    private protected Law()
    {
    }

    /// <summary>The expressions that the law is given by, in a fixed order.</summary>
    public abstract ImmutableArray<Expr> Expressions { get; }

    /// <summary>The symbols that the law mentions.</summary>
    public ImmutableHashSet<Symbol> FreeSymbols => Expressions.Aggregate(ImmutableHashSet<Symbol>.Empty, (all, expression) => all.Joined(expression.FreeSymbols));

    /// <summary>The dimensions that the law mentions.</summary>
    public ImmutableHashSet<Dimension> FreeDimensions => Expressions.Aggregate(ImmutableHashSet<Dimension>.Empty, (all, expression) => all.Joined(expression.FreeDimensions));

    /// <summary>The law with each of its expressions replaced by one of the same shape.</summary>
    public abstract Law Map(Func<Expr, Expr> replace);
}

/// <summary>
/// A law known by two moments. With <paramref name="IidRows"/> (<c>rows: C</c>, symbol N × d): rows are iid with mean m (d × 1) and covariance C (d × d).
/// Otherwise (<c>cov: C</c>, symbol d × 1 or scalar): mean m (d × 1) and covariance C (d × d). No normalisation: C = E[(v - m)(v - m)'].
/// </summary>
public abstract record MomentLaw(Expr Mean, Expr Covariance, bool IidRows) : Law
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<Expr> Expressions => [Mean, Covariance];

    /// <inheritdoc/>
    public sealed override Law Map(Func<Expr, Expr> replace) => this with { Mean = replace(Mean), Covariance = replace(Covariance) };
}

/// <summary>Gaussian: every moment is determined.</summary>
public sealed record NormalLaw(Expr Mean, Expr Covariance, bool IidRows) : MomentLaw(Mean, Covariance, IidRows);

/// <summary>Any law with this mean and covariance: only expectations of degree at most 2 are determined.</summary>
public sealed record GivenMomentsLaw(Expr Mean, Expr Covariance, bool IidRows) : MomentLaw(Mean, Covariance, IidRows);

/// <summary>An unknown law (<c>~ any</c>): its expectations are opaque and linear.</summary>
public sealed record AnyLaw : Law
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [];

    /// <inheritdoc/>
    public override Law Map(Func<Expr, Expr> replace) => this;
}
