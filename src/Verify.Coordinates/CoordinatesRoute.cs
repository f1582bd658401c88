using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Coordinates;

/// <summary>Route 2: the exact check. Entries written out at small sizes, in rational arithmetic.</summary>
public sealed class CoordinatesRoute : IRoute
{
    /// <inheritdoc/>
    public string Name => "coordinates";

    /// <inheritdoc/>
    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
        new(Outcome.NotTreated, "nothing yet");
}
