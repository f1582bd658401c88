using System.Collections.Immutable;
using Verify.Coordinates.Evaluation;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>How one form of statement is decided at an instance.</summary>
internal abstract class StatementCheck
{
    /// <summary>The expressions of the statement.</summary>
    public abstract ImmutableArray<Expr> Expressions { get; }

    /// <summary>Symbols that the statement binds, so that an instance gives them no value.</summary>
    public virtual ImmutableArray<Symbol> Bound => [];

    /// <summary>Dimensions that the statement lets grow, so that an instance gives them no value.</summary>
    public virtual ImmutableArray<Dimension> BoundDimensions => [];

    /// <summary>What an agreement leaves open, for the reader; null where it is what the statement says at the instances.</summary>
    public virtual string? Reservation => null;

    /// <summary>Decides the statement at the evaluator's instance.</summary>
    public abstract CheckResult At(Evaluator evaluator);

    /// <summary>The check of a statement.</summary>
    public static StatementCheck Of(Statement statement) => statement switch
    {
        Comparison comparison => new ComparisonCheck(comparison),
        Conserved conserved => new ConservedCheck(conserved),
        MinimumClaim minimum => new MinimumCheck(minimum),
        AlongFlow along => new AlongFlowCheck(along),
        FlowLimit limit => new FlowLimitCheck(limit),
        LimitComparison limit => new LimitCheck(limit),
        _ => throw new Arithmetic.NotTreatedException(statement.GetType().Name),
    };
}
