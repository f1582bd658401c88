using MathNet.Numerics.Distributions;
using Verify.Testing;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>Samples of simple laws, the same on every machine.</summary>
internal sealed class Draws(ulong seed)
{
    private readonly SeededDraw _draw = new(seed);

    /// <summary>A uniform number in (0, 1).</summary>
    public double Uniform() => Math.Clamp((_draw.Symmetric() + 1) / 2, 1e-300, 1 - 1e-16);

    /// <summary>A standard normal number.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>So many of a law.</summary>
    public double[] Many(int count, Func<Draws, double> law) => [.. Enumerable.Range(0, count).Select(_ => law(this))];

    /// <summary>The largest count that so many runs at a probability exceed with a chance of at most 10^-6.</summary>
    public static int Most(int runs, double probability) => Enumerable.Range(0, runs + 1).First(k => 1 - Binomial.CDF(probability, runs, k) <= 1e-6);
}
