using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Symbolics;

/// <summary>Route 1: the algebra. Proves for every dimension, or finds that two normal forms differ.</summary>
public sealed class SymbolicRoute : IRoute
{
    /// <inheritdoc/>
    public string Name => "symbolic";

    /// <inheritdoc/>
    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
        new(Outcome.NotTreated, "nothing yet");
}
