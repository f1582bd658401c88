using Verify.Simulation.Flows;

namespace Verify.Simulation.Tests.Flows;

/// <summary>A field given by a function.</summary>
internal sealed class FunctionField(int dimension, Action<double[], double[]> rate) : IVectorField
{
    private readonly double[] _state = new double[dimension];
    private readonly double[] _rate = new double[dimension];

    public int Dimension => dimension;

    public void Rate(ReadOnlySpan<double> state, Span<double> result)
    {
        state.CopyTo(_state);
        rate(_state, _rate);
        _rate.CopyTo(result);
    }
}

/// <summary>A field with its solution as a function of the start and the time.</summary>
internal sealed record SolvedFlow(string Name, IVectorField Field, double[] Start, Func<double[], double, double[]> Solution)
{
    /// <summary>The error of a state at a time after the start, as the largest of its components.</summary>
    public double Error(ReadOnlySpan<double> state, double time) => Distance(state, Solution(Start, time));

    public static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var largest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(x[i] - y[i]));
        }

        return largest;
    }

    public override string ToString() => Name;
}

/// <summary>Flows whose solutions are known.</summary>
internal static class Fields
{
    /// <summary>y' = 1 - y² from 0.3, whose solution is tanh(t + artanh y0).</summary>
    public static SolvedFlow Logistic { get; } = new(
        "logistic", new FunctionField(1, (y, rate) => rate[0] = 1 - (y[0] * y[0])), [0.3], (start, t) => [Math.Tanh(t + Math.Atanh(start[0]))]);

    /// <summary>A rotation, around the circle of radius 1.</summary>
    public static SolvedFlow Rotation { get; } = new(
        "rotation",
        new FunctionField(2, (y, rate) => (rate[0], rate[1]) = (-y[1], y[0])),
        [1, 0],
        (start, t) => [(start[0] * Math.Cos(t)) - (start[1] * Math.Sin(t)), (start[0] * Math.Sin(t)) + (start[1] * Math.Cos(t))]);

    /// <summary>The gradient flow of (|y|² - 1)²/4: the direction stays, and r² = 1 / (1 + (1/r0² - 1) e^(-2t)).</summary>
    public static SolvedFlow Circle { get; } = new(
        "circle",
        new FunctionField(3, (y, rate) =>
        {
            var pull = 1 - y.Sum(x => x * x);
            for (var i = 0; i < 3; i++)
            {
                rate[i] = pull * y[i];
            }
        }),
        [0.1, -0.2, 0.2],
        (start, t) =>
        {
            var square = start.Sum(x => x * x);
            var factor = 1 / Math.Sqrt(square + ((1 - square) * Math.Exp(-2 * t)));
            return [.. start.Select(x => x * factor)];
        });

    public static IEnumerable<SolvedFlow> All => [Logistic, Rotation, Circle, Linear([1, 2.5, 6], 3)];

    /// <summary>y' = -Q D Q y with the rates D and a reflection Q, started at all ones: the solution is Q e^(-tD) Q y0.</summary>
    public static SolvedFlow Linear(double[] rates, ulong seed)
    {
        var n = rates.Length;
        var draw = new Verify.Testing.SeededDraw(seed);
        double[] v = [.. rates.Select(_ => draw.Symmetric() + 0.1)];
        var square = v.Sum(x => x * x);
        double[] start = [.. rates.Select(_ => 1.0)];
        double[] Apply(double[] y, Func<double, double> function) => Reflect([.. Reflect(y).Select((x, i) => x * function(rates[i]))]);
        return new("linear", new FunctionField(n, (y, rate) => Apply(y, r => -r).CopyTo(rate, 0)), start, (from, t) => Apply(from, r => Math.Exp(-r * t)));

        double[] Reflect(double[] y)
        {
            var along = 2 * y.Zip(v, (a, b) => a * b).Sum() / square;
            return [.. y.Select((x, i) => x - (along * v[i]))];
        }
    }
}
