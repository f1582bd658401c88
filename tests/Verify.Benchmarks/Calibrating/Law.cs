namespace Verify.Benchmarks.Calibrating;

/// <summary>A law of samples whose mean and variance are known exactly, and the margin that it is tested with.</summary>
/// <param name="Name">What a sample is.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Variance">The variance.</param>
/// <param name="Kurtosis">E(X - μ)⁴/σ⁴, to three digits.</param>
/// <param name="Margin">The absolute margin.</param>
/// <param name="Draw">A sample.</param>
internal sealed record Law(string Name, double Mean, double Variance, double Kurtosis, double Margin, Func<NormalDraws, double> Draw)
{
    /// <summary>From light tails to heavy ones. E x^(2k) = (2k - 1)!!.</summary>
    public static readonly Law[] All =
    [
        new("x", 0, 1, 3, 0.1, draws => draws.Normal()),
        new("exponential", 1, 1, 9, 0.1, draws => -Math.Log(draws.Uniform())),
        new("x²", 1, 2, 15, 0.15, draws => Power(draws, 1)),
        new("x⁴", 3, 96, 53.7, 0.9, draws => Power(draws, 2)),
        new("squared error", 6.0 / 7, 14772.0 / 2401, 1250, 0.2, SquaredError),
        new("x⁸", 105, 2016000, 47000, 52.5, draws => Power(draws, 4)),
    ];

    private static double Power(NormalDraws draws, int halfPower)
    {
        var x = draws.Normal();
        return Math.Pow(x * x, halfPower);
    }

    /// <summary>
    /// (w'(cS - I)q)² with S = X'X/N, X of 4 × 2 standard normal entries, c = 1/(1 + 1/N + d/N) = 4/7: linear self-attention on a prompt of
    /// d = 2, N = 4 at its best weights. Mean and variance are <c>E[e^2]</c> and <c>E[e^4] - E[e^2]^2</c> by <c>verify show</c>.
    /// </summary>
    private static double SquaredError(NormalDraws draws)
    {
        var (w0, w1, q0, q1) = (draws.Normal(), draws.Normal(), draws.Normal(), draws.Normal());
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var (x0, x1) = (draws.Normal(), draws.Normal());
            sum += ((x0 * w0) + (x1 * w1)) * ((x0 * q0) + (x1 * q1));
        }

        var error = (sum / 7) - ((w0 * q0) + (w1 * q1));
        return error * error;
    }
}
