namespace Verify.Language.Routes;

/// <summary>The figures of a sampled comparison; of matrices, those of the entry that is farthest from the theory in standard errors.</summary>
/// <param name="Samples">How many draws were made in all.</param>
/// <param name="Estimate">The mean of the sampled side.</param>
/// <param name="Theory">What the other side says.</param>
/// <param name="StandardError">The standard error of the estimate.</param>
/// <param name="Margin">The relative error within which agreement was asked for.</param>
/// <param name="Risk">The share of the run's risk that was spent on this comparison: the chance that it disagrees with what is true.</param>
public sealed record SampledEvidence(long Samples, double Estimate, double Theory, double StandardError, double Margin, double Risk);
