using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>E[body] over the bound random symbols, which occur nowhere else. Random symbols that stay free are held fixed.</summary>
public sealed class Expectation : Expr
{
    internal Expectation(Expr body, ImmutableArray<Symbol> bound)
        : base(body.Shape, HashOf(nameof(Expectation), [body, .. bound]))
    {
        (Children, Bound) = ([body], bound);
    }

    /// <summary>What is averaged.</summary>
    public Expr Body => Children[0];

    /// <summary>The symbols averaged over, in order of declaration: the law of one mentions only earlier ones and free symbols.</summary>
    public ImmutableArray<Symbol> Bound { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => other is Expectation e && ReferenceEquals(e.Body, Body) && e.Bound.SequenceEqual(Bound);

    /// <summary>Free symbols of the body and of the bound symbols' laws.</summary>
    private protected override ImmutableHashSet<Symbol> FindFreeSymbols() =>
        Bound.Aggregate(Body.FreeSymbols, (all, symbol) => symbol.Law is { } law ? all.Joined(law.FreeSymbols) : all)
            .Except(Bound);

    private protected override ImmutableHashSet<Dimension> FindFreeDimensions() =>
        Bound.Aggregate(Body.FreeDimensions, (all, symbol) => symbol.Law is { } law ? all.Joined(law.FreeDimensions) : all);
}

/// <summary>
/// The gradient of a scalar body by a parameter, in the parameter's shape (entry ij is the derivative by entry ij), taken where the parameter equals
/// <see cref="At"/>. The bound parameter occurs in the body alone, so a later substitution changes only <see cref="At"/> and what else is free.
/// </summary>
public sealed class Gradient : Expr
{
    internal Gradient(Expr body, Symbol bound, Expr at)
        : base(bound.Shape, HashOf(nameof(Gradient), [body, bound, at]))
    {
        (Children, Bound) = ([body, at], bound);
    }

    /// <summary>The scalar that is differentiated.</summary>
    public Expr Body => Children[0];

    /// <summary>The parameter, bound in the body.</summary>
    public Symbol Bound { get; }

    /// <summary>Where the gradient is taken; in a statement as written, the parameter itself.</summary>
    public Expr At => Children[1];

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => other is Gradient g && g.Bound == Bound && g.Children.SequenceEqual(Children);

    private protected override ImmutableHashSet<Symbol> FindFreeSymbols() => Body.FreeSymbols.Remove(Bound).Joined(At.FreeSymbols);
}

/// <summary>The infimum of a scalar body over the bound parameters.</summary>
public sealed class Minimum : Expr
{
    internal Minimum(Expr body, ImmutableArray<Symbol> bound)
        : base(Shape.Scalar, HashOf(nameof(Minimum), [body, .. bound]))
    {
        (Children, Bound) = ([body], bound);
    }

    /// <summary>The scalar that is minimised.</summary>
    public Expr Body => Children[0];

    /// <summary>The parameters, bound in the body.</summary>
    public ImmutableArray<Symbol> Bound { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => other is Minimum m && ReferenceEquals(m.Body, Body) && m.Bound.SequenceEqual(Bound);

    private protected override ImmutableHashSet<Symbol> FindFreeSymbols() => Body.FreeSymbols.Except(Bound);
}

/// <summary>What a limit lets grow or shrink: a dimension or a scalar, and where it goes (null: to +∞).</summary>
public sealed record Approach(Dimension? Dimension, Symbol? Scalar, Expr? Target)
{
    /// <summary>The name of the variable.</summary>
    public string Name => Dimension?.Name ?? Scalar!.Name;
}

/// <summary>lim(body; variable -> target). The variable is bound in the body.</summary>
public sealed class Limit : Expr
{
    internal Limit(Expr body, Approach approach)
        : base(body.Shape, HashOf(nameof(Limit), [body, (object?)approach.Dimension ?? approach.Scalar!]))
    {
        Approach = approach;
        Children = approach.Target is { } target ? [body, target] : [body];
    }

    /// <summary>The expression whose limit is taken.</summary>
    public Expr Body => Children[0];

    /// <summary>The bound variable and its target.</summary>
    public Approach Approach { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children { get; }

    internal override bool SameNode(Expr other) => other is Limit limit && limit.Approach == Approach && ReferenceEquals(limit.Body, Body);

    private protected override ImmutableHashSet<Symbol> FindFreeSymbols()
    {
        var body = Approach.Scalar is { } scalar ? Body.FreeSymbols.Remove(scalar) : Body.FreeSymbols;
        return Approach.Target is { } target ? body.Joined(target.FreeSymbols) : body;
    }

    private protected override ImmutableHashSet<Dimension> FindFreeDimensions()
    {
        var body = Approach.Dimension is { } dimension ? Body.FreeDimensions.Remove(dimension) : Body.FreeDimensions;
        return Approach.Target is { } target ? body.Joined(target.FreeDimensions) : body;
    }
}
