namespace Verify.Simulation.Statistics;

/// <summary>The verdict on several means, and the entry, from 0, that made it; null where all agree.</summary>
internal sealed record MeansFinding(MeanVerdict Verdict, int? Entry);
