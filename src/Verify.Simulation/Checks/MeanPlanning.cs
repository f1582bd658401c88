using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>Settles how the mean of sides is sampled at an instance, from a pilot of their plain draws: as it stands, or by an estimator that spreads less.</summary>
internal sealed class MeanPlanning(SampledSides sides, Pilot plain, Instance instance, IFixedValues values, SampleTask task)
{
    private const int Fit = 4096;
    private const double Clearly = 3;
    private readonly int _least = MeanSampling.FirstBlocks * SampledMeans.BlockSizeFor(plain.Mean(0).Entries.Length);

    /// <summary>The plan for a theory and an absolute margin.</summary>
    public MeanPlan For(Matrix theory, double margin)
    {
        var error = Math.Max(margin, Apart(theory));
        var wanted = 2 * Math.Log(2 / task.Risk) / (error * error);
        var asItStands = ReducedEstimator.Plain(sides.Draw, sides.Drawn);
        var program = Compile(asItStands, null);
        var estimator = new ReductionChoice(Compile, wanted, _least, plain.Count, task.Cancellation).Of(asItStands, program, instance, plain.LargestVariance);
        var plan = Reduced(estimator) ?? new(program, plain, SecondMoment(asItStands), null, 0);
        return plan.MeanSquare is null && wanted * plan.Pilot.LargestVariance > 2.0 * Math.Max(plain.Count, _least) ? Controlled(estimator) ?? plan : plan;
    }

    // Null where the estimator is the plain one, or infinite at a draw.
    private MeanPlan? Reduced(ReducedEstimator estimator)
    {
        if (estimator.Remark is null)
        {
            return null;
        }

        var program = Compile(estimator, "reduced");
        var pilot = new Pilot(program, plain.Count, task.Cancellation);
        return pilot.IsFinite ? new(program, pilot, SecondMoment(estimator), estimator.Remark, plain.RootMeanSquare(0)) : null;
    }

    // Null where control variates do not pay.
    private MeanPlan? Controlled(ReducedEstimator estimator)
    {
        if (ControlFit.Of(Compile(estimator, "fit"), Fit, task.Cancellation) is not { } beta)
        {
            return null;
        }

        var program = ControlVariates.Subtracted(ControlVariates.With(Compile(estimator, "controlled")), beta);
        var pilot = new Pilot(program, plain.Count, task.Cancellation);
        var remark = $"{(estimator.Remark is { } reduced ? $"{reduced}," : "each")} with control variates in {ReducedEstimator.Names(estimator.Drawn)}";
        return pilot.IsFinite ? new(program, pilot, null, remark, plain.RootMeanSquare(0)) : null;
    }

    // What is not drawn by the plain estimator has streams of its own.
    private SampleProgram Compile(ReducedEstimator estimator, string? label) => SampleCompiler.Compile(
        [estimator.Draw], estimator.Drawn, estimator.Points, instance, values, task.Seed, label is null ? task.Label : $"{task.Label}/{label}", task.Machinery);

    // By how much the pilot's mean is clearly off: a disagreement will come early.
    private double Apart(Matrix theory) => plain.Mean(0).Entries.Zip(theory.Entries)
        .Select((pair, entry) => Math.Abs(pair.First - pair.Second) - (Clearly * Math.Sqrt(plain.Variance(entry).Value / plain.Count))).Max();

    // E[g²] as handed over, for the draw g of a scalar.
    private VarianceBound? SecondMoment(ReducedEstimator estimator)
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
