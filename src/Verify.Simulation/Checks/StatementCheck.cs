using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>How one form of statement is simulated at an instance.</summary>
internal abstract class StatementCheck
{
    /// <summary>The expressions of the statement.</summary>
    public abstract ImmutableArray<Expr> Expressions { get; }

    /// <summary>Symbols that the statement gives values to, so that an instance gives them none.</summary>
    public virtual ImmutableArray<Symbol> Bound => [];

    /// <summary>Dimensions that the statement lets grow, so that an instance gives them no value.</summary>
    public virtual ImmutableArray<Dimension> BoundDimensions => [];

    /// <summary>Whether draws are made.</summary>
    public virtual bool IsSampled => false;

    /// <summary>Whether the cost grows fast with the sizes: a flow is integrated, a loss descended, or a gradient taken by differences.</summary>
    public virtual bool IsCostly => Expressions.Any(expression => ContainsGradient(expression, []));

    /// <summary>Whether the statement is an inequality of numbers whose ratio can be searched.</summary>
    public virtual bool HasRatio => false;

    /// <summary>The ratio of the sides at an instance, on a path the largest; null where there is none.</summary>
    public virtual double? RatioAt(Simulating simulating, Instance instance) => null;

    /// <summary>Whether it can be measured how near the statement comes to failing, so that this can be made larger.</summary>
    public virtual bool CanBeAttacked => false;

    /// <summary>How far the statement is from holding, as a share of the scale: above 0 where it fails, and larger where it is nearer to failing. Null where that cannot be said.</summary>
    public virtual double? ViolationAt(Simulating simulating, Instance instance) => null;

    /// <summary>
    /// Whether a failure that was sought stands where it is looked at in another way. What is sought are extremes, where a check that is sound at random instances may be at its limits.
    /// </summary>
    public virtual bool Confirms(Simulating simulating, Instance instance) => true;

    /// <summary>About how many additions and products the smallest useful look at an instance takes; 0 where it does not matter.</summary>
    public virtual long CostAt(Simulating simulating, Instance instance) => 0;

    /// <summary>How many numbers the state has that a statement follows at an instance, 0 where it follows none: large states are looked at fewer times.</summary>
    public long EntriesAt(Instance instance) =>
        Bound.Sum(symbol => (long)instance.SizeOf(symbol.Shape.Rows) * instance.SizeOf(symbol.Shape.Columns));

    /// <summary>Decides the statement at an instance.</summary>
    public abstract CheckResult At(Simulating simulating, Instance instance);

    /// <summary>The check of a claim's statement.</summary>
    public static StatementCheck Of(Claim claim) => claim.Statement switch
    {
        Comparison comparison when SampledSides.Of(comparison) is { } sides => new SampledCheck(comparison, sides),
        Comparison comparison => new ExactCheck(comparison),
        LimitComparison limit => new ApproachCheck(limit),
        Conserved conserved => new ConservedCheck(conserved, claim.Conditions),
        AlongFlow along => new AlongFlowCheck(along),
        FlowLimit limit => new FlowLimitCheck(limit),
        MinimumClaim minimum => new MinimumCheck(minimum),
        _ => throw new NotTreatedException(claim.Statement.GetType().Name),
    };

    private static bool ContainsGradient(Expr expression, HashSet<Expr> seen) =>
        expression is Gradient || (seen.Add(expression) && expression.Children.Any(child => ContainsGradient(child, seen)));
}
