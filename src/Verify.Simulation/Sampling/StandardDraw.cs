namespace Verify.Simulation.Sampling;

/// <summary>A drawn symbol in standard form, with a statistic of known mean: the sum of its entries, or of their squares.</summary>
/// <param name="Values">The entries, independent and of one law.</param>
/// <param name="IsSquared">Whether the statistic is Σ z², as for entries of mean 0 and variance 1; otherwise it is Σ z.</param>
/// <param name="Mean">The mean of one entry's part of the statistic.</param>
internal sealed record StandardDraw(LaneMatrix Values, bool IsSquared, double Mean);
