using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;
using Verify.Simulation.Dense.Arithmetic;

namespace Verify.Attention.Experiments;

/// <summary>
/// Task shift: tasks w that are fixed, large, or in the worst direction, and labels with noise of standard deviation σ, at the training length (Zhang, Frei &amp; Bartlett 2024,
/// section 4.2 and (4.6)).
/// </summary>
internal sealed class TaskShift : IExperiment
{
    private static readonly double[] Noises = [0, 0.5, 1];

    /// <inheritdoc/>
    public string Name => "task-shift";

    /// <inheritdoc/>
    public string Question => "what arbitrary tasks w and noisy labels cost a layer trained on w ~ N(0, I) without noise";

    /// <inheritdoc/>
    public Plan PlanFor(ExperimentSettings settings)
    {
        var covariance = Trained.Covariance(settings, "Λ");
        var values = Predictions.Trained(covariance, settings.N).With("M", settings.N);
        var directions = Spectrum.Of(covariance.Entries, settings.D)!.Value.Vectors;
        (string Label, Matrix Task)[] tasks =
        [
            ("e₁", Matrix.Of(settings.D, 1, (i, _) => i == 0 ? 1 : 0)),
            ("3 e₁", Matrix.Of(settings.D, 1, (i, _) => i == 0 ? 3 : 0)),
            ("least variance", Matrix.Of(settings.D, 1, (i, _) => directions[i])),
            ("most variance", Matrix.Of(settings.D, 1, (i, _) => directions[((settings.D - 1) * settings.D) + i])),
        ];
        return new(Name, settings, Plan.Cases, [Trained.On("N(0, Λ)", covariance, settings)], [.. Noises.SelectMany(noise => tasks.Select((task, at) => Row(noise, task.Label, task.Task, at)))]);

        PlannedRow Row(double noise, string label, Matrix task, int at) => new(
            FormattableString.Invariant($"σ = {noise}"), label, at, 0,
            new(settings.N, new FixedCovariance(covariance)) { Task = task, Noise = noise },
            Predictions.RightSide("risk-under-shift", "task shift", values.With("t", task).With("σ", noise)));
    }
}
