using System.Collections.Immutable;

namespace Verify.Attention.Experiments;

/// <summary>The experiments by name.</summary>
public static class Catalogue
{
    private static readonly ImmutableArray<IExperiment> All = [new PromptLength(), new TaskShift(), new QueryShift(), new CovariateShift(), new RandomCovariance()];

    /// <summary>Every name with what the experiment asks, in the order in which they are best read.</summary>
    public static ImmutableArray<(string Name, string Question)> Names => [.. All.Select(experiment => (experiment.Name, experiment.Question))];

    /// <summary>A session of the experiment of a name; null where there is none of that name.</summary>
    public static Session? Begin(string name, ExperimentSettings settings, int threads) =>
        All.FirstOrDefault(experiment => experiment.Name == name) is { } experiment ? new(experiment.PlanFor(settings), threads) : null;
}
