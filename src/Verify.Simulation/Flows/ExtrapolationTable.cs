namespace Verify.Simulation.Flows;

/// <summary>
/// The last row of the Aitken-Neville table T_{j,k+1} = T_{j,k} + (T_{j,k} - T_{j-1,k}) / ((n_j / n_{j-k})² - 1), which removes one power of (h/n)² after
/// the other (Hairer, Nørsett &amp; Wanner 1993, section II.9).
/// </summary>
internal sealed class ExtrapolationTable(int[] sequence, int padded)
{
    private readonly double[][] _row = [.. sequence.Select(_ => new double[padded])];

    /// <summary>Where the result of the next row is to be written before it is extrapolated.</summary>
    public double[] Incoming { get; } = new double[padded];

    /// <summary>The entry of column k, counted from 0, in the last row.</summary>
    public double[] this[int k] => _row[k];

    /// <summary>Extends the table by row j, counted from 0, with the columns 0 to j.</summary>
    public void Extend(int j)
    {
        Span<double> factors = stackalloc double[j];
        for (var k = 0; k < j; k++)
        {
            var ratio = (double)sequence[j] / sequence[j - k - 1];
            factors[k] = 1 / ((ratio * ratio) - 1);
        }

        for (var i = 0; i < padded; i++)
        {
            var carried = Incoming[i];
            for (var k = 0; k < j; k++)
            {
                var next = carried + ((carried - _row[k][i]) * factors[k]);
                (_row[k][i], carried) = (carried, next);
            }

            _row[j][i] = carried;
        }
    }
}
