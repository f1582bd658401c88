using Verify.Language.Routes;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks;

/// <summary>What a check works with, beside the instance.</summary>
/// <param name="Settings">What the route is told.</param>
/// <param name="Effort">How much is done.</param>
/// <param name="Name">The claim's name and its place among the looks at it, so that every look has draws of its own.</param>
/// <param name="Parts">What the simulation is made of.</param>
/// <param name="Cancellation">Stops the check.</param>
internal sealed record Simulating(RouteSettings Settings, Effort Effort, string Name, Parts Parts, CancellationToken Cancellation)
{
    /// <summary>Values of what is fixed at an instance.</summary>
    public IFixedValues ValuesAt(Instance instance) => new FixedValues(instance);

    /// <summary>A mean to be sampled, one of so many that share the risk and the work.</summary>
    public SampleTask Task(string label, int shares = 1) => new(
        Settings.Seed,
        $"{Name}/{label}",
        Settings.Risk / (2 * Effort.Instances * shares),
        Effort.Margin,
        Effort.Work / shares,
        Effort.Pilot,
        Settings.Threads,
        Parts.Sampling,
        Settings.ClosedForms,
        Settings.Progress,
        Cancellation);
}
