using MathNet.Numerics.Integration;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Tests.Statistics;

/// <summary>E[exp(φ(±λ(X - m)) - λ²v/2)] ≤ 1, by quadrature, and not much below: a smaller v would not do.</summary>
public sealed class SupermartingaleTests
{
    private static readonly double[] Spreads = [0.001, 0.01, 0.03, 0.1, 0.3, 0.7, 1, 1.5, 3, 10, 100, 1e4];

    /// <summary>The law of X, by the mean of a function of it, with its mean and variance.</summary>
    private static readonly (Func<Func<double, double>, double> Of, double Mean, double Variance)[] Laws =
    [
        (f => Normal(f), 0, 1),
        (f => Normal(x => f(x * x)), 1, 2),
        (f => Normal(x => f(Math.Pow(x, 4))), 3, 96),
        (f => Integral(x => Math.Exp(-x) * f(x), 0, 60), 1, 1),
    ];

    public static TheoryData<int, double, int> Cases
    {
        get
        {
            var cases = new TheoryData<int, double, int>();
            foreach (var spread in Spreads)
            {
                for (var law = 0; law < Laws.Length; law++)
                {
                    cases.Add(law, spread, 1);
                    cases.Add(law, spread, -1);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_expected_factor_is_at_most_one(int law, double spread, int sign)
    {
        var (of, mean, variance) = Laws[law];
        var rate = spread / Math.Sqrt(variance);
        Assert.Equal(1, of(_ => 1), 1e-10);
        Assert.True(of(x => Math.Exp(Influence.Of(sign * rate * (x - mean)) - (spread * spread / 2))) <= 1 + 1e-10);
    }

    [Fact]
    public void A_variance_taken_a_tenth_too_small_breaks_it() =>
        Assert.All(Laws, law =>
        {
            var rate = 0.003 / Math.Sqrt(law.Variance);
            Assert.True(law.Of(x => Math.Exp(Influence.Of(rate * (x - law.Mean)) - (0.9 * 0.003 * 0.003 / 2))) > 1 + 1e-9);
        });

    private static double Normal(Func<double, double> f) => Integral(x => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * f(x), -14, 14);

    private static double Integral(Func<double, double> f, double from, double to)
    {
        const int Pieces = 400;
        var step = (to - from) / Pieces;
        return Enumerable.Range(0, Pieces).Sum(i => GaussLegendreRule.Integrate(f, from + (i * step), from + ((i + 1) * step), 8));
    }
}
