using Verify.Simulation.Dense;
using Verify.Simulation.Drawing;
using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>The parts that sampling is made of, so that a test can put a faulty one in the place of each and see whether a verdict shows it.</summary>
/// <param name="Stream">The stream of a random symbol, from the seed and a label that no other symbol of the run has.</param>
/// <param name="Factor">F with F F' = C for a covariance C.</param>
/// <param name="Combine">A combination as it is carried out.</param>
internal sealed record Machinery(Func<ulong, string, StreamKey> Stream, Func<Matrix, Matrix> Factor, Func<Combination, Combination> Combine)
{
    /// <summary>Streams by hashing, factors by Cholesky, combinations as they are.</summary>
    public static Machinery Sound { get; } = new(StreamKey.For, CovarianceFactor.Of, combination => combination);
}
