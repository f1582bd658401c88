using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>Multiples t A of one symbol's value that meet a condition on scalars, or an order between matrices. |t| from 2^-12 to 2^12.</summary>
internal static class Scaling
{
    private const int Octaves = 12;
    private const int PerOctave = 2;
    private const int MostInside = 3 * PerOctave;

    /// <summary>
    /// Values to try, those nearest to the present one first: zeros of left - right, to the last digit; of an order points some way inside where it holds.
    /// Signs change only where the declaration allows it.
    /// </summary>
    public static IEnumerable<Matrix> Candidates(Condition condition, Instance instance, Symbol symbol, SplitMix random)
    {
        var value = instance.Values[symbol];
        if (symbol.Is(MatrixAttributes.Orthogonal) || symbol.Is(MatrixAttributes.UnitVector) || value.Entries.All(x => x == 0))
        {
            yield break;
        }

        var excess = condition.ExcessAlong(instance, symbol);
        foreach (var sign in symbol.Is(MatrixAttributes.PositiveSemidefinite) ? [1.0] : new[] { 1.0, -1 })
        {
            var steps = Enumerable.Range(-Octaves * PerOctave, (2 * Octaves * PerOctave) + 1).ToArray();
            var factors = steps.Select(step => sign * Math.Pow(2, (double)step / PerOctave)).ToArray();
            var excesses = factors.Select(excess).ToArray();
            var found = condition.IsEquation ? Zeros(factors, excesses, excess) : Inside(factors, excesses, random);
            foreach (var factor in found.OrderBy(t => Math.Abs(Math.Log(Math.Abs(t)))))
            {
                // An order leaves room for a short decimal.
                var moved = Times(factor, value);
                if (condition.IsOrder && symbol.Shape.IsScalar && Math.Round(moved.Entries[0], 3) is not 0 and var rounded)
                {
                    yield return Matrix.Scalar(rounded);
                }

                yield return moved;
            }
        }
    }

    private static Matrix Times(double factor, Matrix value) => new(value.Rows, value.Columns, [.. value.Entries.Select(x => factor * x)]);

    private static IEnumerable<double> Zeros(double[] factors, double[] excesses, Func<double, double> excess)
    {
        for (var k = 0; k + 1 < factors.Length; k++)
        {
            if (excesses[k] == 0)
            {
                yield return factors[k];
            }
            else if (excesses[k] * excesses[k + 1] < 0)
            {
                yield return Bisect(factors[k], excesses[k], factors[k + 1], excess);
            }
        }
    }

    private static double Bisect(double low, double atLow, double high, Func<double, double> excess)
    {
        var best = (Factor: low, Excess: Math.Abs(atLow));
        while ((low + high) / 2 is var middle && middle != low && middle != high)
        {
            var value = excess(middle);
            if (Math.Abs(value) < best.Excess)
            {
                best = (middle, Math.Abs(value));
            }

            if (value * atLow > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return best.Factor;
    }

    // A point of each run of steps where the order holds, at random in the part of the run that is near to 1 but not at its end.
    private static IEnumerable<double> Inside(double[] factors, double[] excesses, SplitMix random)
    {
        for (var k = 0; k < factors.Length; k++)
        {
            if (!(excesses[k] < 0))
            {
                continue;
            }

            var first = k;
            while (k + 1 < factors.Length && excesses[k + 1] < 0)
            {
                k++;
            }

            var one = factors.Length / 2;
            var (from, to) = k < one ? (Math.Max(first, k - MostInside), k) : first > one ? (first, Math.Min(k, first + MostInside)) : (first, k);
            var place = random.Between(from + (0.2 * (to - from)), to - (0.2 * (to - from)));
            yield return factors[0] * Math.Pow(2, place / PerOctave);
        }
    }
}
