using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>
/// Compares a sampled mean with the theory at an instance. A pilot gives the variance and the scale; then draws are made, in blocks that double, until the mean is
/// shown to differ from the theory, or to be nearer to it than the margin, or the work is done.
/// </summary>
internal sealed class SampledComparison(SampledSides sides)
{
    private const double LargestBias = 1e-3;

    /// <summary>About how many additions and products one sample takes at an instance.</summary>
    public long CostAt(Instance instance, IFixedValues values, SampleTask task) => Program([sides.Draw], instance, values, task).Cost;

    /// <summary>What the draws say.</summary>
    public CheckResult At(Instance instance, IFixedValues values, SampleTask task)
    {
        var theory = values.Of(sides.Theory);
        if (!Array.TrueForAll(theory.Entries, double.IsFinite))
        {
            throw new UndefinedException("the theory has no value");
        }

        var pilot = new Pilot(Program([sides.Draw, .. sides.Terms], instance, values, task), task.Pilot, task.Cancellation);
        var program = Program([sides.Draw], instance, values, task);
        var direction = Direction.Of(sides.Relation, pilot.Mean(0, program.Outputs[0]), theory);
        return direction is null ? Entries(program, pilot, theory, values, task) : Along(direction, program, pilot, theory, task);
    }

    private SampleProgram Program(IReadOnlyList<Expr> outputs, Instance instance, IFixedValues values, SampleTask task) =>
        SampleCompiler.Compile(outputs, sides.Drawn, instance, values, task.Seed, task.Label, task.Machinery);

    private CheckResult Entries(SampleProgram program, Pilot pilot, Matrix theory, IFixedValues values, SampleTask task)
    {
        var scale = Scale(program, pilot, theory);
        var margin = task.Margin * scale;
        if (scale == 0)
        {
            return AllZero(pilot, theory);
        }

        if (pilot.ErrorBound > LargestBias * margin)
        {
            return new Open($"differences may be off by {Figures.Of(pilot.ErrorBound / scale)} of the scale, which is too near to the margin");
        }

        var square = theory.Entries.Length == 1 && sides.Relation is Language.Relation.Equal or Language.Relation.NotEqual ? MeanSquare(values, task) : null;
        if (square is { } given && DoesNotFit(given, pilot))
        {
            return new Contradiction($"the mean square {Figures.Of(given)} that {task.ClosedForms!.Provenance} computed does not fit {pilot.Count} draws");
        }

        var exact = square is { } handed ? VarianceNear(handed, theory.Entries[0], margin, task) : null;
        ImmutableArray<MeanClaim> claims = [.. theory.Entries.Select((entry, place) =>
            new MeanClaim(entry, margin, exact ?? VarianceBound.FromPairs(pilot.Of(0, place)), Means.Relation(sides.Relation)))];
        return new MeanSampling(program, claims, scale, sides.Relation == Language.Relation.NotEqual, pilot.Count, task).Run();
    }

    // Every draw and the theory are 0.
    private static CheckResult AllZero(Pilot pilot, Matrix theory) => theory.Entries.All(entry => entry == 0) && pilot.RootMeanSquare(0) == 0
        ? new Holds($"both sides are 0 in each of {pilot.Count} draws")
        : new Open("there is no scale to measure an error against");

    private CheckResult Along(Direction direction, SampleProgram program, Pilot pilot, Matrix theory, SampleTask task)
    {
        var scale = Scale(program, pilot, theory);
        var samples = new double[pilot.Count];
        for (var sample = 0; sample < samples.Length; sample++)
        {
            var place = sample;
            samples[sample] = direction.Form(entry => pilot.Of(0, entry)[place]);
        }

        var claim = new MeanClaim(direction.Form(entry => theory.Entries[entry]), task.Margin * scale, VarianceBound.FromPairs(samples), Means.Relation(sides.Relation));
        return new MeanSampling(direction.Over(program), [claim], scale, false, pilot.Count, task) { Remark = "in the direction in which the order came nearest to failing" }.Run();
    }

    // What errors are relative to: |θ|; of a matrix, or where θ is 0, the larger of ‖θ‖ and the sum of the norms of top-level terms.
    private double Scale(SampleProgram program, Pilot pilot, Matrix theory)
    {
        var norm = theory.Norm();
        if (theory.Entries.Length == 1 && norm > 0)
        {
            return norm;
        }

        var terms = sides.Terms.Select((term, place) => (Mean: pilot.Mean(place + 1, new(theory.Rows, theory.Columns, [])).Norm(), Spread: pilot.RootMeanSquare(place + 1))).ToList();
        var sum = terms.Sum(term => term.Mean);

        // Terms whose means are all lost in their own spread are themselves 0: the size of a draw is then all the scale there is.
        return Math.Max(norm, terms.Exists(term => term.Mean > 6 * term.Spread / Math.Sqrt(pilot.Count)) ? sum : pilot.RootMeanSquare(0));
    }

    // E[f²] in closed form; null where none is in reach.
    private double? MeanSquare(IFixedValues values, SampleTask task)
    {
        try
        {
            return task.ClosedForms?.Of(Expr.ExpectationOf(Expr.Times(sides.Draw, sides.Draw), sides.Drawn), task.Cancellation) is { } form
                && values.Of(form).Entries[0] is var square && double.IsFinite(square) ? square : null;
        }
        catch (NotTreatedException)
        {
            return null;
        }
    }

    // The draws have a mean of their own, whatever is claimed of it.
    private static bool DoesNotFit(double square, Pilot pilot)
    {
        var mean = pilot.Of(0, 0).ToArray().Average();
        return VarianceBound.Exact(Math.Max(square - (mean * mean), 0), "").IsContradictedBy(pilot.Of(0, 0));
    }

    // Where the mean is within the margin of θ the variance is at most E[f²] - (|θ| - δ)². Where that is negative no such mean is possible, and the pilot has to do.
    private static VarianceBound? VarianceNear(double square, double theory, double margin, SampleTask task)
    {
        var nearest = Math.Max(Math.Abs(theory) - margin, 0);
        return square > nearest * nearest ? VarianceBound.Exact(square - (nearest * nearest), task.ClosedForms!.Provenance) : null;
    }
}
