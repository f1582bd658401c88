using System.Collections.Immutable;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>A <c>show</c> line with what was derived for it.</summary>
public sealed record ShownLine(Show Show, Derived Derived);

/// <summary>Derives the normal forms that <c>show</c> lines ask for.</summary>
public static class Derivations
{
    /// <summary>The lines of all files in order. A route that breaks down leaves its fault in the detail.</summary>
    public static ImmutableArray<ShownLine> Of(IReadOnlyList<ClaimFile> files, RunSettings settings, CancellationToken cancellation)
    {
        var shows = files.SelectMany(file => file.Shows).ToArray();
        var derived = new Derived[shows.Length];
        var route = settings.Routes.OfType<IDerivingRoute>().First();
        LargeStackWorkers.ForEach(shows.Length, settings.Threads, TimeSpan.Zero, index => derived[index] = Derive(route, shows[index], settings, cancellation), cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [.. shows.Zip(derived, (show, form) => new ShownLine(show, form))];
    }

    private static Derived Derive(IDerivingRoute route, Show show, RunSettings settings, CancellationToken cancellation)
    {
        try
        {
            return route.Derive(show.Expression, settings.RouteSettings, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(null, InternalFault.Describe(fault));
        }
    }
}
