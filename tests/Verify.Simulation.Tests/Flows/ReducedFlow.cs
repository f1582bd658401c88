using Verify.Simulation.Flows;
using Verify.Testing;

namespace Verify.Simulation.Tests.Flows;

/// <summary>
/// The gradient flow of linear self-attention reduced to U (d × d) and u: dU/dt = u Λ² - u² Γ Λ U Λ and du/dt = tr(Λ² U') - u tr(Γ Λ U Λ U') with Γ = (1 +
/// 1/N) Λ + tr(Λ)/N I. From U = s T T' with ‖T T'‖ = 1 and u = s it conserves u² - tr(U U') = 0 and goes to u = ‖Γ^-1‖^(1/2), U = Γ^-1/u (Frobenius
/// norms).
/// </summary>
internal sealed class ReducedFlow : IVectorField
{
    private const int Prompts = 20;
    private readonly int _d;
    private readonly double[,] _lambda;
    private readonly double[,] _gamma;
    private readonly double[,] _square;
    private readonly double[,] _left;
    private readonly double[] _eigenvalues;

    /// <summary>Λ = Q D Q with a random reflection Q and eigenvalues spread evenly in their logarithm from 1/√condition to √condition.</summary>
    public ReducedFlow(int d, double condition, ulong seed)
    {
        _d = d;
        var draw = new SeededDraw(seed);
        double[] v = [.. Enumerable.Range(0, d).Select(_ => draw.Symmetric() + 0.1)];
        var square = v.Sum(x => x * x);
        _eigenvalues = [.. Enumerable.Range(0, d).Select(k => Math.Pow(condition, (k / (d - 1.0)) - 0.5))];
        var q = Fill((i, j) => (i == j ? 1 : 0) - (2 * v[i] * v[j] / square));
        _lambda = Fill((i, j) => Enumerable.Range(0, d).Sum(k => q[i, k] * _eigenvalues[k] * q[k, j]));
        _gamma = Fill((i, j) => ((1 + (1.0 / Prompts)) * _lambda[i, j]) + (i == j ? _eigenvalues.Sum() / Prompts : 0));
        (_square, _left) = (Product(_lambda, _lambda), Product(_gamma, _lambda));
        var t = Fill((_, _) => draw.Symmetric());
        var outer = Fill((i, j) => Enumerable.Range(0, d).Sum(k => t[i, k] * t[j, k]));
        var norm = Math.Sqrt(outer.Cast<double>().Sum(x => x * x));
        var largest = GammaEigenvalues.Max();
        var s = Math.Sqrt(1 / (largest * Math.Sqrt(d)));
        Start = [.. outer.Cast<double>().Select(x => s * x / norm), s];
    }

    public int Dimension => (_d * _d) + 1;

    /// <summary>A start with s² ‖Γ‖ √d = 1.</summary>
    public double[] Start { get; }

    /// <summary>u at the limit, from the eigenvalues of Γ.</summary>
    public double Limit => Math.Pow(GammaEigenvalues.Sum(g => 1 / (g * g)), 0.25);

    private IEnumerable<double> GammaEigenvalues => _eigenvalues.Select(x => ((1 + (1.0 / Prompts)) * x) + (_eigenvalues.Sum() / Prompts));

    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        var (u, big) = (state[^1], Matrix(state));
        var moved = Product(Product(_left, big), _lambda);
        var (first, second) = (0.0, 0.0);
        for (var i = 0; i < _d; i++)
        {
            for (var j = 0; j < _d; j++)
            {
                rate[(i * _d) + j] = (u * _square[i, j]) - (u * u * moved[i, j]);
                first += _square[i, j] * big[i, j];
                second += moved[i, j] * big[i, j];
            }
        }

        rate[^1] = first - (u * second);
    }

    /// <summary>|u² - tr(U U')| / u².</summary>
    public double Drift(ReadOnlySpan<double> state)
    {
        var norm = 0.0;
        foreach (var x in state[..^1])
        {
            norm += x * x;
        }

        return Math.Abs(1 - (norm / (state[^1] * state[^1])));
    }

    /// <summary>The largest entry of u Γ U - I.</summary>
    public double DistanceOfProduct(double[] state)
    {
        var product = Product(_gamma, Matrix(state));
        return Fill((i, j) => Math.Abs((state[^1] * product[i, j]) - (i == j ? 1 : 0))).Cast<double>().Max();
    }

    /// <summary>That, or the distance of u from its limit where it is larger.</summary>
    public double DistanceToLimit(double[] state) => Math.Max(DistanceOfProduct(state), Math.Abs(state[^1] - Limit));

    private double[,] Matrix(ReadOnlySpan<double> state)
    {
        var result = new double[_d, _d];
        for (var i = 0; i < _d * _d; i++)
        {
            result[i / _d, i % _d] = state[i];
        }

        return result;
    }

    private double[,] Fill(Func<int, int, double> entry)
    {
        var result = new double[_d, _d];
        for (var i = 0; i < _d; i++)
        {
            for (var j = 0; j < _d; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }

    private double[,] Product(double[,] a, double[,] b)
    {
        var result = new double[_d, _d];
        for (var i = 0; i < _d; i++)
        {
            for (var k = 0; k < _d; k++)
            {
                for (var j = 0; j < _d; j++)
                {
                    result[i, j] += a[i, k] * b[k, j];
                }
            }
        }

        return result;
    }
}
