using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Dense;
using Verify.Simulation.Descent;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>
/// An infimum by descent from random starts. A point below the value refutes it; so does a least value above it on which all descents agree, near and far. With equations, they must hold at
/// every minimiser found, and where they hold the value must be attained.
/// </summary>
internal sealed class MinimumCheck(MinimumClaim claim) : StatementCheck
{
    private const int Starts = 6;
    private const int Rounds = 4;
    private const double Agreeing = 0.8;
    private const double Wider = 3;
    private const double NearRest = 1e-4;
    private const long MostOfThePath = 10_000;
    private const double Settled = 1e-13;
    private const double Share = 1e-3;
    private const double FarOut = 100;
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
        double[][] anywhere = [.. Enumerable.Range(0, Starts).Select(number => RandomPoint(simulating, program.Dimension, number))];
        var typical = Share * anywhere.Select(point => Math.Abs(sweep.Evaluate(point, new double[point.Length]))).Where(double.IsFinite).Order().Skip(Starts / 2).FirstOrDefault();
        var ends = Descents(simulating, sweep, value, Math.Max(Math.Abs(value), typical));
        program.Evaluate(ends[0].Point);
        var scale = Math.Max(Math.Max(Math.Abs(value), typical), program.Magnitude(0) is var magnitude && double.IsFinite(magnitude) ? magnitude : 0);
        var found = AgainstValue(ends, value, scale, instance)
            ?? (claim.Attained.IsDefault ? null : AtMinimisers(ends, anywhere, value, scale, instance) ?? AtSolutions(simulating, sweep, value, scale, instance));
        return loss.Test(simulating, At(instance, anywhere[0]), "a point", 2)
            ?? (ends[0].Outcome == DescentOutcome.Fell ? null : loss.Test(simulating, At(instance, ends[0].Point), "minimiser", 2))
            ?? found
            ?? new Holds($"{Figures.Of(ends[0].Value)} against {Figures.Of(value)}, by {ends.Length} descents") { Detectable = Closeness.Different };
    }

    // Descents that are badly scaled may stop early, or lead to another valley: more starts, from farther out, are tried until one comes down to the value.
    private static ImmutableArray<DescentResult> Descents(Simulating simulating, AdjointSweep sweep, double value, double scale)
    {
        ImmutableArray<DescentResult> ends = [];
        for (var round = 0; round < Rounds && !ends.Any(end => end.Value <= value + (Closeness.Same * scale)); round++)
        {
            simulating.Cancellation.ThrowIfCancellationRequested();
            var random = SplitMix.For(simulating.Settings.Seed, $"{simulating.Name} descents {round}");
            var starts = Enumerable.Range(0, Starts).Select(_ => Enumerable.Range(0, sweep.Dimension).Select(_ => Math.Pow(Wider, round) * random.Normal()).ToArray()).ToList();
            ends = [.. ends.Concat(starts.Select(start => Minimiser.Minimise(new SweepObjective(sweep), Downhill(simulating, sweep, start)))).OrderBy(end => end.Value)];
        }

        return ends;
    }

    // Some way along the gradient flow, which keeps the balance between factors: long first steps would leave one huge and the other near 0, where descents crawl.
    private static double[] Downhill(Simulating simulating, AdjointSweep sweep, double[] start)
    {
        var field = new GradientField(sweep);
        var path = simulating.Parts.Flow.Integrate(
            field, start, double.PositiveInfinity, [FlowEvent.Convergence(field, start, NearRest)], limits: new(MostOfThePath), cancellation: simulating.Cancellation);
        return path.End is FlowEnd.Event or FlowEnd.WorkLimit ? path.State : start;
    }

    private CheckResult? AgainstValue(ImmutableArray<DescentResult> ends, double value, double scale, Instance instance)
    {
        var least = ends[0];
        var slack = Closeness.Different * scale;
        if (least.Outcome == DescentOutcome.Fell || least.Value < value - slack)
        {
            return Failure(least, value, instance, "the loss is below the value");
        }

        var converged = ends.Where(end => end.Outcome == DescentOutcome.Converged).ToList();
        return least.Value <= value + slack ? null
            : converged.Count >= Agreeing * ends.Length && converged.TrueForAll(end => end.Value <= least.Value + slack)
                ? Failure(least, value, instance, $"all {converged.Count} descents that converged end at this value, above the one claimed")
            : new Open($"no descent reached the value {Figures.Of(value)}; the least was {Figures.Of(least.Value)}");
    }

    // A least value may be approached far out without being attained there, so points there are no minimisers.
    private Fails? AtMinimisers(ImmutableArray<DescentResult> ends, double[][] anywhere, double value, double scale, Instance instance)
    {
        // A value near the least does not make its point one near a minimiser: only the last digits do.
        foreach (var end in ends.Where(end => end.Outcome == DescentOutcome.Converged && Flat.Norm(end.Point) <= FarOut * (1 + Flat.Norm(anywhere[0])) && end.Value <= ends[0].Value + (Settled * scale) && Math.Abs(end.Value - value) <= Closeness.Same * scale))
        {
            foreach (var equation in claim.Attained)
            {
                var comparison = new StateComparison(equation, instance, claim.Parameters);
                foreach (var point in anywhere)
                {
                    comparison.Evaluate(point);
                }

                if (comparison.At(end.Point, Uncertainty) is Fails fails)
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
        foreach (var point in new Solutions(claim.Attained, claim.Parameters, instance, simulating).All())
        {
            found++;
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

    private static double[] RandomPoint(Simulating simulating, int dimension, int number)
    {
        var random = SplitMix.For(simulating.Settings.Seed, $"{simulating.Name} point {number}");
        return [.. Enumerable.Range(0, dimension).Select(_ => random.Normal())];
    }

    private Instance At(Instance instance, double[] point) => ParameterState.Place(instance, claim.Parameters, point);
}
