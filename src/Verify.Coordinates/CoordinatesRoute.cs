using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Searching;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Coordinates;

/// <summary>
/// Route 2: the exact check. Entries written out at small sizes, in rational arithmetic: expectations by exact moments, gradients by dual numbers, minima by
/// completing quadratics, limits through rational functions. It never proves; it agrees, or it shows the smallest counterexample it found.
/// </summary>
public sealed class CoordinatesRoute : IRoute
{
    private const int MostEntries = 250_000;

    /// <inheritdoc/>
    public string Name => "coordinates";

    /// <inheritdoc/>
    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation)
    {
        try
        {
            return LeastSize.Beyond(MostEntries, claim) ?? new Examination(claim, settings, cancellation).Run();
        }
        catch (NotTreatedException construct)
        {
            return new(Outcome.NotTreated, construct.Message);
        }
        catch (ObstacleException obstacle)
        {
            return new(Outcome.Undecided, obstacle.Message);
        }
    }
}
