using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>How a mean is sampled, settled before the first draw that counts.</summary>
/// <param name="Program">What a draw is.</param>
/// <param name="Pilot">Draws of it that give its variance and are not used again.</param>
/// <param name="MeanSquare">E[g²] of a draw g as handed over; null where it is out of reach.</param>
/// <param name="Remark">How the variance was reduced; null where it was not.</param>
/// <param name="Size">The root mean square of what cancels inside of a draw, whose rounding stays; 0 where nothing was reduced.</param>
internal sealed record MeanPlan(SampleProgram Program, Pilot Pilot, VarianceBound? MeanSquare, string? Remark, double Size)
{
    private const int Fit = 4096;
    private const double Clearly = 3;

    /// <summary>The plan for sides at an instance, from a pilot of their plain draws, for a theory and an absolute margin.</summary>
    public static MeanPlan Of(SampledSides sides, Pilot plain, Matrix theory, double margin, Instance instance, IFixedValues values, SampleTask task)
    {
        SampleProgram Compile(ReducedEstimator estimator, string label) => SampleCompiler.Compile(
            [estimator.Draw], estimator.Drawn, estimator.Points, instance, values, task.Seed, label.Length == 0 ? task.Label : $"{task.Label}/{label}", task.Machinery);

        var error = Math.Max(margin, Apart(plain, theory));
        var wanted = 2 * Math.Log(2 / task.Risk) / (error * error);
        var least = MeanSampling.FirstBlocks * SampledMeans.BlockSizeFor(plain.Mean(0).Entries.Length);
        var estimator = new ReductionChoice(Compile, wanted, least, plain.Count, task.Cancellation).Of(sides.Draw, sides.Drawn, instance, plain.LargestVariance);
        var isPlain = estimator.Remark is null;
        var program = Compile(estimator, isPlain ? "" : "reduced");
        var pilot = isPlain ? plain : new Pilot(program, plain.Count, task.Cancellation);
        var moment = SecondMoment(estimator, values, task);
        if (moment is null && wanted * pilot.LargestVariance > 2.0 * Math.Max(plain.Count, least)
            && ControlFit.Of(Compile(estimator, "fit"), Fit, task.Cancellation) is { } beta)
        {
            var controlled = ControlVariates.Subtracted(ControlVariates.With(Compile(estimator, "controlled")), beta);
            return new(controlled, new(controlled, plain.Count, task.Cancellation), null, $"{(isPlain ? "each" : $"{estimator.Remark},")} with control variates in {ReducedEstimator.Names(estimator.Drawn)}", plain.RootMeanSquare(0));
        }

        return new(program, pilot, moment, estimator.Remark, isPlain ? 0 : plain.RootMeanSquare(0));
    }

    // By how much the pilot's mean is clearly off: a disagreement will come early.
    private static double Apart(Pilot plain, Matrix theory) => plain.Mean(0).Entries.Zip(theory.Entries)
        .Select((pair, entry) => Math.Abs(pair.First - pair.Second) - (Clearly * Math.Sqrt(plain.Variance(entry).Value / plain.Count))).Max();

    // E[g²] as handed over, for the draw g of a scalar.
    private static VarianceBound? SecondMoment(ReducedEstimator estimator, IFixedValues values, SampleTask task)
    {
        if (estimator.MeanSquare is not { } square || task.ClosedForms?.Of(square, task.Cancellation) is not { } form)
        {
            return null;
        }

        try
        {
            return values.Of(form).Entries[0] is var moment && double.IsFinite(moment) ? VarianceBound.Exact(moment, task.ClosedForms.Provenance) : null;
        }
        catch (NotTreatedException)
        {
            return null;
        }
    }
}
