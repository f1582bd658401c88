using Verify.Attention.Layers;
using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Attention.Training;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Attention.Experiments;

/// <summary>The layers that experiments train, from the weights of Assumption 3.3 with s² ‖Γ‖ √d = 1/2.</summary>
internal static class Trained
{
    /// <summary>Q diag(s) Q', Q Haar and s from least to greatest in equal ratios, of the condition and with tr Λ = d.</summary>
    public static Matrix Covariance(ExperimentSettings settings, string label)
    {
        var random = SplitMix.For(settings.Seed, label);
        var d = settings.D;
        double[] ratios = [.. Enumerable.Range(0, d).Select(i => Math.Pow(settings.Condition, (double)i / Math.Max(d - 1, 1)))];
        var sum = ratios.Sum();
        return SpectralDraw.Symmetric(SpectralDraw.Orthogonal(d, random), [.. ratios.Select(x => x * d / sum)]);
    }

    /// <summary>I.</summary>
    public static Matrix Identity(int d) => Matrix.Of(d, d, (i, j) => i == j ? 1 : 0);

    /// <summary>A layer trained on N(0, Λ) at length N.</summary>
    public static PlannedLayer On(string name, Matrix covariance, ExperimentSettings settings)
    {
        var start = Start(settings, Predictions.Gamma(covariance, settings.N).Norm());
        var training = Training(settings, () => PopulationLoss.Of(covariance, settings.N), new(settings.N, new FixedCovariance(covariance)), start);
        return new(name, training, Predictions.Limit(covariance, settings.N));
    }

    /// <summary>A layer trained on covariances diag(λ₁ … λ_d), λᵢ iid Exponential(1), at length N.</summary>
    public static PlannedLayer OnExponential(string name, ExperimentSettings settings)
    {
        var law = new PromptLaw(settings.N, new ExponentialCovariance(settings.D, 1));
        var training = Training(settings, () => PopulationLoss.OfExponential(settings.D, settings.N), law, Start(settings, settings.D));
        return new(name, training, Predictions.LimitOnExponential(settings.D, settings.N));
    }

    private static ITraining Training(ExperimentSettings settings, Func<PopulationLoss> loss, PromptLaw law, Weights start) => settings.Training switch
    {
        TrainingMethod.Flow => new PopulationFlow(loss, start),
        TrainingMethod.Descent => new GradientDescent(loss, start, new(DescentStep), DescentSteps),
        TrainingMethod.Sgd => new StochasticDescent(Prompts(settings, law), start, new(StochasticStep, StochasticSteps / 10.0), StochasticSteps),
        _ => new Adam(Prompts(settings, law), start, new(AdamStep, StochasticSteps / 10.0), StochasticSteps),
    };

    private const double DescentStep = 0.05;
    private const long DescentSteps = 20_000;
    private const double StochasticStep = 0.03;
    private const double AdamStep = 0.01;
    private const long StochasticSteps = 20_000;
    private const int Blocks = 2;

    private static FreshPrompts Prompts(ExperimentSettings settings, PromptLaw law) => new(law, settings.Seed, Blocks);

    private static Weights Start(ExperimentSettings settings, double norm) =>
        Initial.Assumption(settings.D, Math.Sqrt(0.5 / (norm * Math.Sqrt(settings.D))), settings.Seed);
}
