using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Dense;
using Verify.Simulation.Descent;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>
/// An infimum by descent from random starts. A point below the value refutes it; so does a least value above it on which all descents agree. With equations, they must hold at
/// every minimiser found, and where they hold the value must be attained.
/// </summary>
internal sealed class MinimumCheck(MinimumClaim claim) : StatementCheck
{
    private const int Starts = 6;
    private const int Rounds = 4;
    private const int Agreeing = 4;
    private const int PointsOfEquations = 2;
    private const double Settled = 1e-13;
    private const double Uncertainty = 1e-4;

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions =>
        [claim.Loss, claim.Value, .. claim.Attained.IsDefault ? [] : claim.Attained.SelectMany(equation => new[] { equation.Left, equation.Right })];

    /// <inheritdoc/>
    public override ImmutableArray<Symbol> Bound => claim.Parameters;

    /// <inheritdoc/>
    public override bool IsCostly => true;

    /// <inheritdoc/>
    public override bool IsSampled => LossForm.IsSampled(claim.Loss);

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var loss = LossForm.Of(claim.Loss, simulating);
        var value = simulating.ValuesAt(instance).Of(claim.Value).Entries[0];
        if (!double.IsFinite(value))
        {
            throw new UndefinedException("the value is not a number");
        }

        var program = DenseProgram.Compile([loss.Form], instance, claim.Parameters);
        var sweep = program.Differentiate(0);
        var ends = Descents(simulating, sweep, value);
        program.Evaluate(ends[0].Point);
        var scale = Math.Max(Math.Abs(value), program.Magnitude(0));
        return AgainstValue(ends, value, scale, instance)
            ?? loss.Test(simulating, At(instance, ends[0].Point), "minimiser", 2) ?? loss.Test(simulating, At(instance, ends[^1].Point), "another point", 2)
            ?? (claim.Attained.IsDefault ? null : AtMinimisers(ends, value, scale, instance) ?? AtSolutions(simulating, sweep, value, scale, instance))
            ?? new Holds($"{Figures.Of(ends[0].Value)} against {Figures.Of(value)}, by {ends.Length} descents");
    }

    // Descents that are badly scaled may stop early: more starts are tried until one comes down to the value.
    private static ImmutableArray<DescentResult> Descents(Simulating simulating, AdjointSweep sweep, double value)
    {
        ImmutableArray<DescentResult> ends = [];
        for (var round = 0; round < Rounds && !ends.Any(end => end.Value <= value + (Closeness.Same * Math.Abs(value))); round++)
        {
            simulating.Cancellation.ThrowIfCancellationRequested();
            ends = [.. ends.Concat(Minimiser.FromRandomStarts(new Objective(sweep), Starts, simulating.Settings.Seed + (ulong)round, 1)).OrderBy(end => end.Value)];
        }

        return ends;
    }

    private CheckResult? AgainstValue(ImmutableArray<DescentResult> ends, double value, double scale, Instance instance)
    {
        var least = ends[0];
        var slack = Closeness.Different * scale;
        if (least.Outcome == DescentOutcome.Fell || least.Value < value - slack)
        {
            return Failure(least, value, instance, "the loss is below the value");
        }

        var agreeing = ends.Where(end => end.Outcome == DescentOutcome.Converged && end.Value <= least.Value + slack).ToList();
        return least.Value <= value + slack ? null
            : agreeing.Count >= Agreeing ? Failure(least, value, instance, $"{agreeing.Count} of {ends.Length} descents end here, above the value")
            : new Open($"no descent reached the value {Figures.Of(value)}; the least was {Figures.Of(least.Value)}");
    }

    private Fails? AtMinimisers(ImmutableArray<DescentResult> ends, double value, double scale, Instance instance)
    {
        // A value near the least does not make its point one near a minimiser: only the last digits do.
        foreach (var end in ends.Where(end => end.Outcome == DescentOutcome.Converged && end.Value <= ends[0].Value + (Settled * scale) && Math.Abs(end.Value - value) <= Closeness.Same * scale))
        {
            foreach (var equation in claim.Attained)
            {
                if (new StateComparison(equation, instance, claim.Parameters).At(end.Point, Uncertainty) is Fails fails)
                {
                    return fails with { Chosen = Chosen(instance, end.Point), Detail = $"{fails.Detail}: the minimum is attained here, where the equation does not hold" };
                }
            }
        }

        return null;
    }

    private CheckResult? AtSolutions(Simulating simulating, AdjointSweep sweep, double value, double scale, Instance instance)
    {
        var gradient = new double[sweep.Dimension];
        var found = 0;
        for (var number = 0; number < PointsOfEquations; number++)
        {
            if (simulating.SolvedFor(claim.Attained, claim.Parameters, instance, number) is not { } solved)
            {
                continue;
            }

            found++;
            double[] point = [.. claim.Parameters.SelectMany(parameter => solved.Values[parameter].Entries)];
            var there = sweep.Evaluate(point, gradient);
            if (Math.Abs(there - value) > Closeness.Different * scale)
            {
                return new Fails(Figures.Of(there), Figures.Of(value), "the equations hold here, where the loss has another value") { Chosen = Chosen(instance, point) };
            }
        }

        return found > 0 ? null : new Open("no point that satisfies the equations was found");
    }

    private Fails Failure(DescentResult end, double value, Instance instance, string detail) =>
        new(Figures.Of(end.Value), Figures.Of(value), detail) { Chosen = Chosen(instance, end.Point) };

    private ImmutableArray<KeyValuePair<Symbol, Matrix>> Chosen(Instance instance, double[] point) =>
        [.. claim.Parameters.Select(parameter => KeyValuePair.Create(parameter, At(instance, point).Values[parameter]))];

    private Instance At(Instance instance, double[] point) => ParameterState.Place(instance, claim.Parameters, point);

    private sealed class Objective(AdjointSweep sweep) : IObjective
    {
        public int Dimension => sweep.Dimension;

        public double Value(ReadOnlySpan<double> x, Span<double> gradient) => sweep.Evaluate(x, gradient);
    }
}
