namespace Verify.Attention.Experiments;

/// <summary>A question to trained layers that a formula answers.</summary>
internal interface IExperiment
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What it asks, in one line.</summary>
    string Question { get; }

    /// <summary>What is to be trained and measured.</summary>
    Plan PlanFor(ExperimentSettings settings);
}
