namespace Verify.Simulation.Statistics;

/// <summary>What the samples so far say of a claimed mean.</summary>
internal enum MeanVerdict
{
    /// <summary>Neither is shown: sample on.</summary>
    Open,

    /// <summary>The mean is nearer to the theory than the margin, at the risk.</summary>
    Agrees,

    /// <summary>The mean is not the theory's, at the risk.</summary>
    Disagrees,

    /// <summary>A sample is infinite, no number, or too large to be squared, so that nothing can be said.</summary>
    NotFinite,
}
