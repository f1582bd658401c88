using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Descent;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>Values of parameters where equations hold, everything else fixed.</summary>
internal sealed class Solutions(ImmutableArray<Comparison> equations, ImmutableArray<Symbol> parameters, Instance instance, Simulating simulating)
{
    private const int Draws = 2;
    private const int Descents = 6;
    private const double Solved = 1e-24;

    /// <summary>Solutions near random values, by the solver of conditions and by descents of Σ ‖left - right‖²; the two lean to different solutions.</summary>
    public IEnumerable<double[]> All() => Moved().Concat(Descended());

    private IEnumerable<double[]> Moved()
    {
        var source = new InstanceDraw(parameters, SplitMix.For(simulating.Settings.Seed, $"{simulating.Name} start").Next(), Searching.InstanceSource.ValueOf);
        for (var number = 0; number < Draws; number++)
        {
            var draw = source.Draw(instance.Dimensions, number);
            var start = parameters.Aggregate(instance, (all, parameter) => all.With(parameter, draw.Values[parameter]));
            var random = SplitMix.For(simulating.Settings.Seed, $"{simulating.Name} equations {number}");
            if (new ConditionSolver(equations, parameters, Searching.InstanceSource.ValueOf).Move(start, random) is { } solved)
            {
                yield return [.. parameters.SelectMany(parameter => solved.Values[parameter].Entries)];
            }
        }
    }

    private IEnumerable<double[]> Descended()
    {
        var residual = Expr.Add(equations.Select(equation => Expr.Pow(Expr.NormOf(Expr.Subtract(equation.Left, equation.Right)), 2)));
        var size = Expr.Add(equations.SelectMany(equation => new[] { equation.Left, equation.Right }).Select(side => Expr.Pow(Expr.NormOf(side), 2)));
        var (residuals, sizes) = (DenseProgram.Compile([residual], instance, parameters), DenseProgram.Compile([size], instance, parameters));
        if (Sweep(residuals) is not { } sweep)
        {
            yield break;
        }

        foreach (var end in Minimiser.FromRandomStarts(new SweepObjective(sweep), Descents, SplitMix.For(simulating.Settings.Seed, $"{simulating.Name} residual").Next(), 1))
        {
            sizes.Evaluate(end.Point);
            if (end.Value <= Solved * sizes.Scalar(0))
            {
                yield return end.Point;
            }
        }
    }

    private static AdjointSweep? Sweep(DenseProgram program)
    {
        try
        {
            return program.Differentiate(0);
        }
        catch (NotTreatedException)
        {
            return null;
        }
    }
}
