using Verify.Simulation.Descent;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Tests.Descent;

/// <summary>An objective from two functions written by hand.</summary>
internal sealed record Objective(int Dimension, Func<double[], double> Function, Func<double[], double[]> Slope) : IObjective
{
    /// <inheritdoc/>
    public double Value(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var point = x.ToArray();
        Slope(point).CopyTo(gradient);
        return Function(point);
    }

    /// <summary>1/2 x'A x - b'x + c for symmetric A, whose minimiser is A^-1 b where A is definite.</summary>
    public static Objective Quadratic(Verify.Simulation.Dense.Matrix a, double[] b, double c) => new(
        b.Length,
        x => c + Enumerable.Range(0, b.Length).Sum(i => x[i] * ((Row(a, x, i) / 2) - b[i])),
        x => [.. Enumerable.Range(0, b.Length).Select(i => Row(a, x, i) - b[i])]);

    /// <summary>∑ 100 (x_{i+1} - x_i²)² + (1 - x_i)², least at (1, …, 1), value 0.</summary>
    public static Objective Rosenbrock(int n) => new(
        n,
        x => Enumerable.Range(0, n - 1).Sum(i => (100 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1 - x[i], 2)),
        x => [.. Enumerable.Range(0, n).Select(i =>
            (i < n - 1 ? (-400 * x[i] * (x[i + 1] - (x[i] * x[i]))) - (2 * (1 - x[i])) : 0) + (i > 0 ? 200 * (x[i] - (x[i - 1] * x[i - 1])) : 0))]);

    /// <summary>‖u U - C‖², (u, U) flat: least, with value 0, on a valley that goes to infinity, with a saddle at 0.</summary>
    public static Objective Product(double[] c) => new(
        c.Length + 1,
        x => c.Select((entry, i) => Math.Pow((x[0] * x[i + 1]) - entry, 2)).Sum(),
        x => [c.Select((entry, i) => 2 * ((x[0] * x[i + 1]) - entry) * x[i + 1]).Sum(), .. c.Select((entry, i) => 2 * ((x[0] * x[i + 1]) - entry) * x[0])]);

    private static double Row(Verify.Simulation.Dense.Matrix a, double[] x, int i) => Flat.Dot(a.Entries.AsSpan(i * x.Length, x.Length), x);
}
