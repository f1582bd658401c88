using Verify.Language;

namespace Verify.Simulation.Reduction;

/// <summary>A fixed place in the law of a vector with mean m and covariance C = F F': m + F z.</summary>
/// <param name="Of">The symbol of that law.</param>
/// <param name="Standard">z, as long as the vector.</param>
internal sealed record PlacedPoint(Symbol Of, double[] Standard);
