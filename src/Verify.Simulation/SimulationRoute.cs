using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Searching;

namespace Verify.Simulation;

/// <summary>
/// Route 3: the simulation. Expectations are sampled as written, flows integrated, minima descended to, limits approached, at random instances in double precision.
/// It never proves: it agrees at a stated risk, or shows where the statement fails.
/// </summary>
public sealed class SimulationRoute : IRoute
{
    private const int MostEntries = 4_000_000;
    private readonly Parts _parts;

    /// <summary>The route as it is meant to be.</summary>
    public SimulationRoute()
        : this(Parts.Sound)
    {
    }

    internal SimulationRoute(Parts parts) => _parts = parts;

    /// <inheritdoc/>
    public string Name => "simulation";

    /// <inheritdoc/>
    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation)
    {
        try
        {
            return LeastSize.Beyond(MostEntries, claim) ?? new Examination(claim, settings, _parts, cancellation).Run();
        }
        catch (NotTreatedException construct)
        {
            return new(Outcome.NotTreated, construct.Message);
        }
    }
}
