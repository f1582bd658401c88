using Verify.Attention.Prompts;
using Verify.Attention.Theory;

namespace Verify.Attention.Experiments;

/// <summary>
/// The error against the length of the test prompt: (4.6) averaged over tasks, which has a floor of order 1/N² (Zhang, Frei &amp; Bartlett 2024, Theorem 4.2).
/// </summary>
internal sealed class PromptLength : IExperiment
{
    /// <inheritdoc/>
    public string Name => "prompt-length";

    /// <inheritdoc/>
    public string Question => "how the error falls as the test prompt grows beyond the training length";

    /// <inheritdoc/>
    public Plan PlanFor(ExperimentSettings settings)
    {
        var covariance = Trained.Covariance(settings, "Λ");
        var values = Predictions.Trained(covariance, settings.N);
        int[] lengths = [Math.Max(1, settings.N / 4), Math.Max(1, settings.N / 2), settings.N, 2 * settings.N, 4 * settings.N, 8 * settings.N];
        return new(Name, settings, "M, pairs in a test prompt", [Trained.On("N(0, Λ)", covariance, settings)], [.. lengths.Distinct().Select(Row)]);

        PlannedRow Row(int pairs) => new(
            "trained layer", $"M = {pairs}", pairs, 0, new(pairs, new FixedCovariance(covariance)),
            Predictions.RightSide("risk-at-the-optimum", "risk over tasks", values.With("M", pairs)));
    }
}
