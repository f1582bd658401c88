using System.Collections.Immutable;
using Verify.Coordinates;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics;

namespace Verify.Evidence;

/// <summary>The routes by name.</summary>
public static class RouteCatalogue
{
    /// <summary>The routes of this version, in the order in which they are asked.</summary>
    public static ImmutableArray<IRoute> Built { get; } = [new SymbolicRoute(), new CoordinatesRoute()];

    /// <summary>Every name that <c>--routes</c> takes.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Built.Select(route => route.Name), SimulationPlace.RouteName];

    /// <summary>The route of a name, or null for a name that is none of <see cref="Names"/>.</summary>
    public static IRoute? Find(string name) => name == SimulationPlace.RouteName ? new SimulationPlace() : Built.FirstOrDefault(route => route.Name == name);

    /// <summary>Holds the name of the simulation, which a later version brings: whoever asks for it is told so.</summary>
    private sealed class SimulationPlace : IRoute
    {
        public const string RouteName = "simulation";

        public string Name => RouteName;

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
            new(Outcome.NotTreated, "the simulation route is not part of this version");
    }
}
