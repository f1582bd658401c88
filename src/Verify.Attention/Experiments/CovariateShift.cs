using System.Globalization;
using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;

namespace Verify.Attention.Experiments;

/// <summary>
/// Covariate shift: all inputs of a prompt scaled by c, or of another covariance. It is not tolerated: at c the prediction tends to c² q'w
/// (Zhang, Frei &amp; Bartlett 2024, section 4.2).
/// </summary>
internal sealed class CovariateShift : IExperiment
{
    private static readonly double[] Scales = [0.5, 1, 1.25, 1.5, 2];

    /// <inheritdoc/>
    public string Name => "covariate-shift";

    /// <inheritdoc/>
    public string Question => "what inputs scaled by c, or of another covariance, cost";

    /// <inheritdoc/>
    public Plan PlanFor(ExperimentSettings settings)
    {
        var covariance = Trained.Covariance(settings, "Λ");
        var other = Trained.Covariance(settings, "another Λ");
        var values = Predictions.Trained(covariance, settings.N);
        int[] lengths = [settings.N, 4 * settings.N];
        return new(
            Name, settings, Plan.Cases, [Trained.On("N(0, Λ)", covariance, settings)],
            [.. lengths.SelectMany(pairs => (PlannedRow[])[.. Scales.Select((scale, at) => Scaled(pairs, scale, at)), Other(pairs)])]);

        PlannedRow Scaled(int pairs, double scale, int at) => new(
            $"M = {pairs}", $"c = {scale.ToString(CultureInfo.InvariantCulture)}", at, 0,
            new(pairs, new FixedCovariance(Matrix.Of(settings.D, settings.D, (i, j) => scale * scale * covariance[i, j]))),
            Predictions.RightSide("risk-under-shift", "covariates scaled by c", values.With("M", pairs).With("c", scale)));

        PlannedRow Other(int pairs) => new(
            $"M = {pairs}", "another Λ", Scales.Length, 0, new(pairs, new FixedCovariance(other)),
            Predictions.RightSide("risk-under-shift", "covariate shift", values.With("M", pairs).With("C", other)));
    }
}
