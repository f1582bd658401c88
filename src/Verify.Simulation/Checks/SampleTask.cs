using Verify.Language.Routes;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks;

/// <summary>How one mean is to be sampled.</summary>
/// <param name="Seed">The seed of all draws.</param>
/// <param name="Label">What no other task of the run is called, so that its streams are its own.</param>
/// <param name="Risk">The chance allowed for a disagreement with what is true.</param>
/// <param name="Margin">The relative error that must be excluded for agreement.</param>
/// <param name="Work">How much may be computed, in additions and products.</param>
/// <param name="Pilot">How many draws the variance is taken from.</param>
/// <param name="Threads">How many threads draw; the result does not depend on it.</param>
/// <param name="Machinery">What sampling is made of.</param>
/// <param name="ClosedForms">Where the variance may come from; null where it is taken from the pilot.</param>
/// <param name="Progress">Told which part is done.</param>
/// <param name="Cancellation">Stops the draws.</param>
internal sealed record SampleTask(
    ulong Seed,
    string Label,
    double Risk,
    double Margin,
    long Work,
    int Pilot,
    int Threads,
    Machinery Machinery,
    IClosedForms? ClosedForms,
    Action<double>? Progress,
    CancellationToken Cancellation);
