using System.Collections.Immutable;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>How claims are checked.</summary>
/// <param name="Routes">The routes to ask, in order.</param>
/// <param name="RouteSettings">What each route is told.</param>
/// <param name="Risk">See <see cref="RunReport.Risk"/>.</param>
/// <param name="Threads">How many claims are examined at a time, at least 1.</param>
public sealed record RunSettings(ImmutableArray<IRoute> Routes, RouteSettings RouteSettings, double Risk, int Threads)
{
    /// <summary>Every route that this version has, default settings, risk 1e-6, all cores.</summary>
    public static RunSettings Default { get; } = new(RouteCatalogue.Built, RouteSettings.Default, 1e-6, Environment.ProcessorCount);
}
