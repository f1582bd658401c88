using System.Numerics;

namespace Verify.Simulation.Flows;

/// <summary>
/// The dense output of order 7 of <see cref="DormandPrince"/>: y0 + θ (c0 + (1 - θ) (c1 + θ (c2 + (1 - θ) (c3 + …)))) with θ = (t - t0)/h, the first three
/// coefficients those of the cubic through states and rates at both ends (Hairer, Nørsett &amp; Wanner 1993, section II.6).
/// </summary>
internal sealed class DormandPrinceDense(double[] stages, int padded)
{
    private const int AtEnd = 12;
    private const int Count = 7;
    private readonly double[] _coefficients = new double[Count * padded];
    private readonly double[] _from = new double[padded];
    private readonly double[] _zero = new double[padded];

    /// <summary>Whether the coefficients are those of the last step.</summary>
    public bool IsReady { get; private set; }

    /// <summary>A new step was made.</summary>
    public void Forget() => IsReady = false;

    /// <summary>Computes the coefficients, once all 16 stages are there.</summary>
    public void Prepare(double[] start, double[] end, double h)
    {
        start.CopyTo(_from, 0);
        for (var i = 0; i < padded; i++)
        {
            var (change, first, last) = (end[i] - start[i], h * stages[i], h * stages[(AtEnd * padded) + i]);
            _coefficients[i] = change;
            _coefficients[padded + i] = first - change;
            _coefficients[(2 * padded) + i] = (2 * change) - first - last;
        }

        for (var row = 0; row < DormandPrinceTableau.Dense.Length; row++)
        {
            DormandPrinceTableau.Dense[row].Combine(_zero, h, stages, _coefficients.AsSpan((3 + row) * padded, padded));
        }

        IsReady = true;
    }

    /// <summary>Writes the state at the fraction θ of the step.</summary>
    public void At(double theta, Span<double> state)
    {
        for (var i = 0; i < state.Length; i++)
        {
            var sum = 0.0;
            for (var c = Count - 1; c >= 0; c--)
            {
                sum = (sum + _coefficients[(c * padded) + i]) * (c % 2 == 0 ? theta : 1 - theta);
            }

            state[i] = _from[i] + sum;
        }
    }
}
