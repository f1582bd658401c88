namespace Verify.Simulation.Descent;

/// <summary>A function of n numbers with its gradient. Not for use by several threads at a time: an implementation may keep buffers.</summary>
internal interface IObjective
{
    /// <summary>n, at least 1.</summary>
    int Dimension { get; }

    /// <summary>The value at x, and the gradient there. Where the function is undefined the value is NaN or +∞ and the gradient is not read.</summary>
    double Value(ReadOnlySpan<double> x, Span<double> gradient);
}
