using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>
/// Looks for a counterexample at more sizes than a route tries by itself, where the algebra says that the sides differ. An identity of trace degree k
/// can hold for all d &lt; k (Cayley-Hamilton), and N(N-1)(N-2) vanishes at 1 and 2: sizes up to six in all are tried, the smallest first.
/// </summary>
public static class FurtherSearch
{
    private const int LargestSize = 6;
    private const int MostQuestions = 24;
    private const int MostChoices = 100_000;

    /// <summary>Whether a route finds the sides different, none shows where, and another that looks at instances has not been asked for more.</summary>
    public static bool IsCalledFor(ImmutableArray<RouteReport> routes) =>
        routes.Any(route => route.Finding.Outcome == Outcome.Disagrees)
        && routes.All(route => route.Finding is { Counterexample: null, NothingSatisfiesConditions: false, FoundNoInstance: false, Outcome: not Outcome.Proved })
        && routes.Any(route => IsAsked(route.Finding));

    /// <summary>Whether a route is asked again: it said nothing against the claim, and it did not sample, which tries larger sizes as it is.</summary>
    public static bool IsAsked(Finding finding) => finding is { Outcome: Outcome.Agrees or Outcome.Undecided, Sampled: null };

    /// <summary>The first disagreement with a counterexample, or what was found before with the number of questions added to its detail.</summary>
    public static Finding Look(IRoute route, Claim claim, RouteSettings settings, Finding before, CancellationToken cancellation)
    {
        var instances = before.Instances;
        var asked = 0;
        foreach (var question in Questions(claim, settings))
        {
            cancellation.ThrowIfCancellationRequested();
            var finding = route.Examine(claim, question, cancellation);
            asked++;
            instances = finding.Instances is { } more ? (instances ?? 0) + more : instances;
            if (finding is { Outcome: Outcome.Disagrees, Counterexample: not null })
            {
                return finding with { Instances = instances };
            }
        }

        var detail = $"no counterexample at {asked} more choices of sizes and seeds";
        return before with { Instances = instances, Detail = before.Detail.Length == 0 ? detail : $"{before.Detail}; {detail}" };
    }

    /// <summary>Other seeds where no dimension is free; otherwise other sizes, each with another seed and a share of the work.</summary>
    private static IEnumerable<RouteSettings> Questions(Claim claim, RouteSettings settings)
    {
        var free = claim.Dimensions.Where(dimension => !settings.FixedDimensions.ContainsKey(dimension.Name)).ToList();
        var share = settings with { WorkLimit = Math.Max(settings.WorkLimit / 8, 1) };
        return Enumerable.Range(free.Count, LargestSize * Math.Max(free.Count, 1))
            .SelectMany(total => WithTotal(free, total))
            .Take(MostChoices)
            .Select(sizes => settings.FixedDimensions.AddRange(sizes))
            .Where(sizes => IsAllowed(claim, sizes))
            .Take(MostQuestions)
            .Select((sizes, index) => share with { FixedDimensions = sizes, Seed = unchecked(settings.Seed + 1 + (ulong)index) });
    }

    private static IEnumerable<ImmutableList<KeyValuePair<string, int>>> WithTotal(IReadOnlyList<Dimension> dimensions, int total) => dimensions.Count == 0 ? [[]]
        : dimensions.Any(dimension => dimension.Least > LargestSize) ? []
        : WithTotal(dimensions, total, 0);

    // Only sizes that leave the rest what it needs and can take: every way leads to a choice.
    private static IEnumerable<ImmutableList<KeyValuePair<string, int>>> WithTotal(IReadOnlyList<Dimension> dimensions, int total, int from)
    {
        if (from == dimensions.Count)
        {
            return total == 0 ? [[]] : [];
        }

        var rest = dimensions.Skip(from + 1).ToList();
        var least = Math.Max(dimensions[from].Least, total - (LargestSize * rest.Count));
        var most = Math.Min(LargestSize, total - rest.Sum(dimension => dimension.Least));
        return Enumerable.Range(least, Math.Max(most - least + 1, 0))
            .SelectMany(size => WithTotal(dimensions, total - size, from + 1).Select(others => others.Insert(0, new(dimensions[from].Name, size))));
    }

    private static bool IsAllowed(Claim claim, ImmutableDictionary<string, int> sizes) => claim.Dimensions.All(dimension =>
        dimension.LowerBounds.All(bound => bound.Evaluate(other => sizes.GetValueOrDefault(other.Name, 1)) <= sizes[dimension.Name]));
}
