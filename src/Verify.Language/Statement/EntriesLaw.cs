using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>
/// iid entries of a named law, all moments of which are known: of a scalar, of a vector, of the diagonal of a diagonal matrix.
/// <see cref="Parameters"/> are scalars: of <c>exponential(μ)</c> the mean μ, of <c>uniform(a, b)</c> the ends a and b; <c>rademacher</c> has none.
/// </summary>
public sealed record EntriesLaw(EntryFamily Family, ImmutableArray<Expr> Parameters) : Law
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => Parameters;

    /// <inheritdoc/>
    public override Law Map(Func<Expr, Expr> replace) => this with { Parameters = [.. Parameters.Select(replace)] };
}

/// <summary>The named laws of entries.</summary>
public enum EntryFamily
{
    /// <summary>Exponential with mean μ &gt; 0: E[x^k] = k! μ^k.</summary>
    Exponential,

    /// <summary>Uniform on (a, b): E[x^k] = Σ a^i b^(k - i) / (k + 1) over 0 ≤ i ≤ k.</summary>
    Uniform,

    /// <summary>1 or -1, each with chance 1/2.</summary>
    Rademacher,
}
