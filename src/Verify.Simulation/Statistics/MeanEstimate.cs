namespace Verify.Simulation.Statistics;

/// <summary>What samples say of their mean, for a reader. Numbers that the samples are too few for are not a number or infinite.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Mean">Their plain mean.</param>
/// <param name="StandardError">√(v̂/n), v̂ the sample variance.</param>
/// <param name="Low">The lower end of the interval at the risk.</param>
/// <param name="High">The upper end.</param>
/// <param name="Detectable">An error of this or more would have been seen with probability 0.99.</param>
internal sealed record MeanEstimate(long Count, double Mean, double StandardError, double Low, double High, double Detectable);
