using System.Collections.Immutable;
using Verify.Coordinates;
using Verify.Language.Routes;
using Verify.Simulation;
using Verify.Symbolics;

namespace Verify.Evidence;

/// <summary>The routes by name.</summary>
public static class RouteCatalogue
{
    /// <summary>The routes, in the order in which they are asked.</summary>
    public static ImmutableArray<IRoute> Built { get; } = [new SymbolicRoute(), new CoordinatesRoute(), new SimulationRoute()];

    /// <summary>Every name that <c>--routes</c> takes.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Built.Select(route => route.Name)];

    /// <summary>The route of a name, or null for a name that is none of <see cref="Names"/>.</summary>
    public static IRoute? Find(string name) => Built.FirstOrDefault(route => route.Name == name);
}
