using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>
/// Labels y of inputs X whose law is known by moments, with mean 0: each y_i is drawn jointly with the row x_i (of a vector of inputs, y with x), pairs are iid, E[y x] = c is given,
/// and E[y²] = s and the covariance Σ = E[y² x x'] - c c' of y x where they are not null. All other joint moments are open.
/// </summary>
/// <param name="Inputs">X of size M × d, with labels M × 1, or x of size d × 1, with a scalar label: the value of a random symbol that is drawn before.</param>
/// <param name="Cross">c, d × 1.</param>
/// <param name="Square">s, a scalar, at least c' E[x x']^-1 c.</param>
/// <param name="Spread">Σ, d × d, positive semidefinite.</param>
public sealed record LabelsLaw(Expr Inputs, Expr Cross, Expr? Square, Expr? Spread) : Law
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [Inputs, Cross, .. new[] { Square, Spread }.OfType<Expr>()];

    /// <inheritdoc/>
    public override Law Map(Func<Expr, Expr> replace) =>
        new LabelsLaw(replace(Inputs), replace(Cross), Square is null ? null : replace(Square), Spread is null ? null : replace(Spread));
}
