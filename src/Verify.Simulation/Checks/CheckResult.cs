using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Checks;

/// <summary>What a statement does at one instance, as far as the simulation can see, with a line for the reader.</summary>
internal abstract record CheckResult(string Detail)
{
    /// <summary>What was sampled for it; null where nothing was.</summary>
    public SampledEvidence? Sampled { get; init; }

    /// <summary>The smallest error, as a share of the scale, that would have been seen with probability 0.99: drawn means would have disagreed with the value claimed for them, orders and other values not have agreed.</summary>
    public double Detectable { get; init; } = double.PositiveInfinity;
}

/// <summary>It holds there.</summary>
internal sealed record Holds(string Detail) : CheckResult(Detail);

/// <summary>It fails there, with both sides as text, and values that the check chose itself (parameters of a minimum).</summary>
internal sealed record Fails(string Left, string Right, string Detail) : CheckResult(Detail)
{
    /// <summary>Values beyond the instance's own.</summary>
    public ImmutableArray<KeyValuePair<Symbol, Matrix>> Chosen { get; init; } = [];
}

/// <summary>It cannot be decided there.</summary>
internal sealed record Open(string Detail) : CheckResult(Detail)
{
    /// <summary>Whether it was cut short from outside.</summary>
    public bool IsStopped { get; init; }
}

/// <summary>A side has no value there, for the reason in the detail: the statement does not range over this instance.</summary>
internal sealed record Undefined(string Detail) : CheckResult(Detail);

/// <summary>What the simulation computed contradicts itself, or a closed form that was handed over: a fault of the tool.</summary>
internal sealed record Contradiction(string Detail) : CheckResult(Detail);
