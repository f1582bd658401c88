using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>
/// Compares a sampled mean with the theory at an instance. A pilot gives the variance and the scale; then draws are made, in blocks that grow, until the mean is
/// shown to differ from the theory, or to be nearer to it than the margin, or the work is done.
/// </summary>
internal sealed class SampledComparison(SampledSides sides)
{
    private const double LargestBias = 1e-3;
    private const double Rounding = 1e-12;

    /// <summary>About how many additions and products one sample takes at an instance.</summary>
    public long CostAt(Instance instance, IFixedValues values, SampleTask task) => Program([sides.Draw], instance, values, task).Cost;

    /// <summary>What the draws say. A side without a value throws <see cref="UndefinedException"/>.</summary>
    public CheckResult At(Instance instance, IFixedValues values, SampleTask task)
    {
        var theory = values.Of(sides.Theory);
        if (!Array.TrueForAll(theory.Entries, double.IsFinite))
        {
            throw new UndefinedException("the theory has no value");
        }

        var pilot = new Pilot(Program([sides.Draw, .. sides.Terms], instance, values, task), task.Pilot, task.Cancellation);
        if (!pilot.IsFinite)
        {
            throw new UndefinedException("a draw is infinite or no number");
        }

        var scale = ComparisonScale.Of(theory, sides.Theory, values, pilot, sides.Terms.Length);
        if (scale == 0)
        {
            return AllZero(pilot);
        }

        if (pilot.ErrorBound > LargestBias * task.Margin * scale)
        {
            return new Open($"differences may be off by {Figures.Of(pilot.ErrorBound / scale)} of the scale, which is too near to the margin");
        }

        var plan = new MeanPlanning(sides, pilot, instance, values, task).For(theory, task.Margin * scale);
        if (theory.Rows > 1 && sides.Relation is not (Language.Relation.Equal or Language.Relation.NotEqual))
        {
            return Order(plan, theory, scale, task);
        }

        if (plan.MeanSquare is not { } moment)
        {
            return Entries(plan, theory, scale, Relation, task);
        }

        return moment.IsContradictedBy(Alternating(plan.Pilot.First))
            ? new Contradiction($"the mean square {Figures.Of(moment.Value)} that {moment.Provenance} computed does not fit {plan.Pilot.Count} draws")
            : Entries(plan, theory, scale, Relation, task, Variance(moment, theory, task.Margin * scale));
    }

    private Statistics.Relation Relation => Means.Relation(sides.Relation);

    private SampleProgram Program(IReadOnlyList<Expr> outputs, Instance instance, IFixedValues values, SampleTask task) =>
        SampleCompiler.Compile(outputs, sides.Drawn, instance, values, task.Seed, task.Label, task.Machinery);

    private CheckResult Entries(MeanPlan plan, Matrix theory, double scale, Statistics.Relation relation, SampleTask task, VarianceBound? exact = null)
    {
        ImmutableArray<MeanClaim> claims = [.. theory.Entries.Select((entry, place) =>
            new MeanClaim(entry, task.Margin * scale, exact ?? plan.Pilot.Variance(place), relation).RoundedFrom(plan.Size))];
        return new MeanSampling(plan.Program, claims, scale, sides.Relation == Language.Relation.NotEqual, plan.Pilot.Count, task) { Remark = plan.Remark }.Run();
    }

    // Every draw and the theory are 0.
    private CheckResult AllZero(Pilot pilot)
    {
        var text = $"both sides are 0 in each of {pilot.Count} draws";
        return sides.Relation is Language.Relation.Equal or Language.Relation.LessOrEqual or Language.Relation.GreaterOrEqual ? new Holds(text) { Detectable = 0 } : new Fails("0", "0", text);
    }

    // The difference must be symmetric, and not have an eigenvalue of the wrong sign.
    private CheckResult Order(MeanPlan plan, Matrix theory, double scale, SampleTask task)
    {
        var asymmetry = LinearForms.Asymmetry(theory.Rows);
        var skew = Along(asymmetry, plan, "in the asymmetry, which must be that of the other side", task);
        var expected = asymmetry.Of(theory);
        var isSymmetric = skew.Pilot.RootMeanSquare(0) <= Rounding * plan.Pilot.RootMeanSquare(0) && expected.Norm() <= Rounding * theory.Norm();
        var half = isSymmetric ? task : task with { Risk = task.Risk / 2, Work = task.Work / 2 };
        var symmetry = isSymmetric ? null : Entries(skew, expected, scale, Statistics.Relation.Equal, half);
        if (symmetry is not (null or Holds))
        {
            return symmetry;
        }

        var (mean, sign) = (plan.Pilot.Mean(0), sides.Relation is Language.Relation.Less or Language.Relation.LessOrEqual ? 1 : -1);
        var lowest = LinearForms.Lowest(new(theory.Rows, theory.Columns, [.. theory.Entries.Zip(mean.Entries, (a, b) => sign * (a - b))]));
        return Entries(Along(lowest, plan, "in the direction in which the order came nearest to failing", task), lowest.Of(theory), scale, Relation, half);
    }

    private static MeanPlan Along(LinearForms forms, MeanPlan plan, string remark, SampleTask task)
    {
        var program = forms.Over(plan.Program);
        return new(program, new(program, plan.Pilot.Count, task.Cancellation), null, plan.Remark is null ? remark : $"{plan.Remark}, {remark}", plan.Size);
    }

    // Where the mean is within the margin of θ, the variance is at most E[f²] - (|θ| - δ)²; of a mean that may be anywhere on one side, only at most E[f²]. None
    // where that is not above 0: then θ cannot be the mean, and the draws may show it.
    private VarianceBound? Variance(VarianceBound moment, Matrix theory, double margin)
    {
        var nearest = Relation == Statistics.Relation.Equal ? Math.Max(Math.Abs(theory.Entries[0]) - margin, 0) : 0;
        var variance = moment.Value - (nearest * nearest);
        return variance > 0 ? moment with { Value = variance } : null;
    }

    // With every second pair's signs opposed, the mean of (x - y)²/2 over pairs is E[x²], whatever the mean of x.
    private static double[] Alternating(ReadOnlySpan<double> samples)
    {
        var signed = samples.ToArray();
        for (var i = 3; i < signed.Length; i += 4)
        {
            signed[i] = -signed[i];
        }

        return signed;
    }
}
