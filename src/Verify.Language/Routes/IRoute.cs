using System.Collections.Immutable;

namespace Verify.Language.Routes;

/// <summary>One independent way to examine a claim. A route never throws for what a claim says: what it cannot treat is an outcome.</summary>
public interface IRoute
{
    /// <summary><c>symbolic</c>, <c>coordinates</c> or <c>simulation</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Examines the statement itself (not its negation: <c>ExpectedTrue</c> is ignored). Deterministic in the claim and the settings.
    /// Cancellation throws <see cref="OperationCanceledException"/>, or gives what there is by then with <see cref="Finding.Stopped"/>.
    /// </summary>
    Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation);
}

/// <summary>What a route is told beside the claim.</summary>
/// <param name="Seed">The seed of every choice that is made at random.</param>
/// <param name="FixedDimensions">Values that <c>--at</c> gives to dimensions, by name; empty where it gives none.</param>
/// <param name="WorkLimit">A bound on the work of one claim, in units of the route (terms, evaluations); reaching it is <c>undecided</c>.</param>
public sealed record RouteSettings(ulong Seed, ImmutableDictionary<string, int> FixedDimensions, long WorkLimit)
{
    /// <summary>Seed 1, no fixed dimension, the default work limit.</summary>
    public static RouteSettings Default { get; } = new(1, ImmutableDictionary<string, int>.Empty, 20_000_000);

    /// <summary>The chance allowed, in this claim, for a disagreement with what is true; only a route that samples spends it.</summary>
    public double Risk { get; init; } = 1e-6;

    /// <summary>The relative error that a route which samples must be able to see before it agrees.</summary>
    public double Margin { get; init; } = 0.01;

    /// <summary>How many threads the route may use. What it finds does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What the routes asked before have settled: <see cref="Outcome.Proved"/>, <see cref="Outcome.Disagrees"/> (with a counterexample), or null. It may save work, and must not be believed.</summary>
    public Outcome? Settled { get; init; }

    /// <summary>Where to ask for closed forms, which are to be tested before use; null where there are none.</summary>
    public IClosedForms? ClosedForms { get; init; }

    /// <summary>Whether a counterexample is made as small as may be. Where any will do, that saves work.</summary>
    public bool WantsSmallest { get; init; } = true;

    /// <summary>Told from time to time, from any thread, which part of the route's work is done at most, from 0 to 1.</summary>
    public Action<double>? Progress { get; init; }
}

/// <summary>What a route found.</summary>
public enum Outcome
{
    /// <summary>The statement holds for every allowed value.</summary>
    Proved,

    /// <summary>The statement held wherever the route looked.</summary>
    Agrees,

    /// <summary>The statement is false.</summary>
    Disagrees,

    /// <summary>The route tried and cannot say.</summary>
    Undecided,

    /// <summary>The statement contains what the route cannot treat, named in the detail.</summary>
    NotTreated,
}

/// <summary>A route's outcome with its reasons.</summary>
/// <param name="Outcome">What was found.</param>
/// <param name="Detail">One line for the reader: why, or what is not treated, or which limit was exceeded.</param>
public sealed record Finding(Outcome Outcome, string Detail)
{
    /// <summary>How many instances were evaluated; null where the route does not work by instances.</summary>
    public int? Instances { get; init; }

    /// <summary>Where the statement fails.</summary>
    public Counterexample? Counterexample { get; init; }

    /// <summary>
    /// Whether the route established that no value satisfies the conditions; the outcome is then <see cref="Outcome.Undecided"/>,
    /// the detail <c>no value satisfies …</c>, and no other route's proof counts.
    /// </summary>
    public bool NothingSatisfiesConditions { get; init; }

    /// <summary>
    /// Whether the route searched for values that satisfy the conditions and found none; the outcome is then <see cref="Outcome.Undecided"/>, and no proof counts
    /// unless another route has an instance.
    /// </summary>
    public bool FoundNoInstance { get; init; }

    /// <summary>Of the instances that were drawn at random and satisfy the conditions: at how many the statement was decided, and at how many a side has no value.</summary>
    public (int Decided, int WithoutValue) AtRandom { get; init; }

    /// <summary>The steps of a proof, in order.</summary>
    public ImmutableArray<DerivationStep> Derivation { get; init; } = [];

    /// <summary>For a false equality by algebra: what the derived side is, and left minus right.</summary>
    public (Expr Derived, Expr Difference)? Difference { get; init; }

    /// <summary>For a route that works with rounded or sampled numbers: the smallest relative error that it would have seen with probability 0.99. Null where it cannot be said.</summary>
    public double? Detectable { get; init; }

    /// <summary>What was sampled; null where nothing was.</summary>
    public SampledEvidence? Sampled { get; init; }

    /// <summary>How near the sides of an inequality were found to come; null where that was not looked for.</summary>
    public BestRatio? BestRatio { get; init; }

    /// <summary>Whether the route's own data contradict each other or a closed form handed to it: a fault of the tool, and a conflict, whatever else is found.</summary>
    public bool FoundFault { get; init; }

    /// <summary>Whether the route was cancelled before it was done.</summary>
    public bool Stopped { get; init; }
}

/// <summary>Values at which a statement fails, with both sides evaluated there. All exact, as text that the claim language reads.</summary>
/// <param name="Dimensions">Each dimension and its value.</param>
/// <param name="Values">Each symbol's entries, row by row; a scalar or vector is 1 × 1 or n × 1.</param>
/// <param name="Left">The left side's value.</param>
/// <param name="Right">The right side's value.</param>
public sealed record Counterexample(
    ImmutableArray<KeyValuePair<Dimension, int>> Dimensions,
    ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> Values,
    string Left,
    string Right);

/// <summary>One step of a derivation: by the named rule, from becomes to.</summary>
public sealed record DerivationStep(string Rule, Expr From, Expr To)
{
    /// <summary>How the sides compare: equal at every value, but for what a proof of an order states.</summary>
    public Relation Relation { get; init; } = Relation.Equal;
}
