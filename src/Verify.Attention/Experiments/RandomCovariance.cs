using System.Globalization;
using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;

namespace Verify.Attention.Experiments;

/// <summary>
/// A layer trained on Λ = I against one trained on random covariances diag(λ₁ … λ_d), λᵢ iid Exponential(1), both tested on I and on c times such covariances, c in {1, 4, 9}, as in
/// figure 1 of Zhang, Frei &amp; Bartlett 2024, but for linear self-attention, whose errors are known exactly.
/// </summary>
internal sealed class RandomCovariance : IExperiment
{
    private static readonly double[] Factors = [1, 4, 9];

    /// <inheritdoc/>
    public string Name => "random-covariance";

    /// <inheritdoc/>
    public string Question => "whether training on random covariances helps on random covariances (figure 1, for linear attention)";

    /// <inheritdoc/>
    public Plan PlanFor(ExperimentSettings settings)
    {
        var (d, n) = (settings.D, settings.N);
        PlannedLayer[] layers = [Trained.On("Λ = I", Trained.Identity(d), settings), Trained.OnExponential("Λ random", settings)];
        int[] lengths = [.. ((int[])[Math.Max(1, n / 2), n, 2 * n, 4 * n]).Distinct()];
        return new(Name, settings, "M, pairs in a test prompt", [.. layers], [.. layers.SelectMany((layer, i) => RowsOf(layer, i))]);

        IEnumerable<PlannedRow> RowsOf(PlannedLayer layer, int number) => lengths.Select(pairs => OnIdentity(layer, number, pairs))
            .Concat(Factors.SelectMany(factor => lengths.Select(pairs => OnRandom(layer, number, factor, pairs))));

        PlannedRow OnIdentity(PlannedLayer layer, int number, int pairs) => new(
            $"{layer.Name}, tested on I", $"M = {pairs}", pairs, number, new(pairs, new FixedCovariance(Trained.Identity(d))),
            Predicted("risk on one covariance", layer.Limit, 1, pairs));

        PlannedRow OnRandom(PlannedLayer layer, int number, double factor, int pairs) => new(
            $"{layer.Name}, tested on {(factor == 1 ? "" : factor.ToString(CultureInfo.InvariantCulture) + " ")}Λ random", $"M = {pairs}", pairs, number,
            new(pairs, new ExponentialCovariance(d, factor)), Predicted("risk over covariances", layer.Limit, factor, pairs));

        double Predicted(string claim, Matrix limit, double factor, int pairs) => Predictions.RightSide(
            "risk-on-random-covariances", claim,
            Predictions.Exponential(d, n).With("M", pairs).With("D", limit).With("c", factor).With("Λ", Trained.Identity(d)));
    }
}
