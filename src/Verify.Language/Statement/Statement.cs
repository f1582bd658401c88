using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>How two sides compare. An order between matrices is Loewner's.</summary>
public enum Relation
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!=, nowhere equal.</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>≤</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>≥</summary>
    GreaterOrEqual,
}

/// <summary>What a claim states, for every allowed value of its free dimensions and symbols.</summary>
public abstract record Statement
{
    private protected Statement()
    {
    }
}

/// <summary>left relation right; both sides of one shape. Also the form of a condition.</summary>
public sealed record Comparison(Expr Left, Relation Relation, Expr Right) : Statement;

/// <summary>Gradient flow dP/dt = -grad(Loss; P) of the named parameters; everything else stays fixed. The parameters are free in Loss.</summary>
public sealed record Flow(Expr Loss, ImmutableArray<Symbol> Parameters)
{
    /// <inheritdoc/>
    public bool Equals(Flow? other) => other is not null && ReferenceEquals(Loss, other.Loss) && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Loss, Parameters.Length);
}

/// <summary>dQuantity/dt = 0 along the flow, wherever the conditions hold.</summary>
public sealed record Conserved(Expr Quantity, Flow Flow) : Statement;

/// <summary>The comparison holds at every t ≥ 0 on the path of the flow that begins at Start (one value for each parameter, in order).</summary>
public sealed record AlongFlow(Comparison Comparison, Flow Flow, ImmutableArray<Expr> Start) : Statement;

/// <summary>
/// Value is the infimum of Loss over Parameters, which are free in Loss and in Attained. With Attained (not default) the infimum is attained,
/// and exactly where all its equations hold.
/// </summary>
public sealed record MinimumClaim(Expr Loss, ImmutableArray<Symbol> Parameters, Expr Value, ImmutableArray<Comparison> Attained) : Statement;

/// <summary>The flow from Start converges, and the equations hold of the parameters in the limit.</summary>
public sealed record FlowLimit(Flow Flow, ImmutableArray<Expr> Start, ImmutableArray<Comparison> Equations) : Statement;

/// <summary>left - right tends to 0 as all the variables go to their targets together. The variables are free in both sides.</summary>
public sealed record LimitComparison(Expr Left, Expr Right, ImmutableArray<Approach> Approaches) : Statement;
