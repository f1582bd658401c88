namespace Verify.Simulation.Dense.Binders;

/// <summary>
/// The limit of a sequence f(1), f(1/2), f(1/4), … as its argument h goes to 0, where f has an expansion in powers of h or of its root: Richardson's
/// extrapolation, with the best entry of the table chosen by its distance from its neighbours as in Ridders 1982.
/// </summary>
internal static class Extrapolation
{
    /// <summary>What an extrapolated value may be off by rounding, relative to the magnitude of the sequence.</summary>
    public const double Rounding = 64 * 2.220446049250313e-16;

    private const double Converged = 1e-6;

    // Entries that rest on the first values alone say nothing yet.
    private const int Earliest = 5;

    /// <summary>
    /// The limit with a bound of its error, given the noise of each value and the size of the sequence; the error is NaN where the table does not settle to 1e-6
    /// of the size, or where the sequence, late, is farther from the limit than in its middle.
    /// </summary>
    public static (double Value, double Error) Of(double[] sequence, double[] noise, double size)
    {
        var (whole, halves) = (Table(sequence, noise, 1), Table(sequence, noise, 0.5));
        var (value, error) = halves.Error < whole.Error ? halves : whole;
        var (last, middle) = (sequence.Length - 1, sequence.Length / 2);
        var approaches = Math.Abs(sequence[last] - value) <= Math.Abs(sequence[middle] - value) + error + noise[last] + noise[middle];
        return (value, error <= Converged * Math.Max(size, Math.Abs(value)) && approaches ? error : double.NaN);
    }

    private static (double Value, double Error) Table(double[] sequence, double[] noise, double power)
    {
        var best = (Value: double.NaN, Error: double.PositiveInfinity);
        var (above, current) = (new double[sequence.Length], new double[sequence.Length]);
        var rounding = 0.0;
        for (var k = 0; k < sequence.Length; k++)
        {
            current[0] = sequence[k];
            rounding = Math.Max(rounding, noise[k]);
            for (var j = 1; j <= k; j++)
            {
                current[j] = current[j - 1] + ((current[j - 1] - above[j - 1]) / (Math.Pow(2, j * power) - 1));
                var error = rounding + Math.Max(Math.Abs(current[j] - current[j - 1]), Math.Abs(current[j] - above[j - 1]));
                if (k >= Earliest && j < k && Math.Max(error, Math.Abs(current[j] - above[j])) is var all && all < best.Error)
                {
                    best = (current[j], all);
                }
            }

            (above, current) = (current, above);
        }

        return best;
    }
}
