using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Verify.Language;

/// <summary>
/// An expression of the core: names resolved, sizes known, every binder (E, grad, min, lim) with symbols of its own.
/// Immutable and interned: structurally equal expressions are the same object, so equality is by reference and sharing is kept.
/// The factories say what a node means; they check shapes (<see cref="ArgumentException"/>) and never simplify.
/// </summary>
public abstract partial class Expr
{
    private readonly int _hash;
    private ImmutableHashSet<Symbol>? _freeSymbols;
    private ImmutableHashSet<Dimension>? _freeDimensions;

    private protected Expr(Shape shape, int hash)
    {
        Shape = shape;
        _hash = hash;
    }

    /// <summary>Rows × columns; 1 × 1 is a scalar.</summary>
    public Shape Shape { get; }

    /// <summary>Whether this is 1 × 1.</summary>
    public bool IsScalar => Shape.IsScalar;

    /// <summary>The expressions directly below, in order (a law's expressions are not among them).</summary>
    public abstract ImmutableArray<Expr> Children { get; }

    /// <summary>Symbols that occur and are not bound within. What occurs only in the law of a free symbol is not counted. Unordered: sort before iterating.</summary>
    public ImmutableHashSet<Symbol> FreeSymbols => _freeSymbols ??= FindFreeSymbols();

    /// <summary>Dimensions that occur, in values or in sizes, and are not bound within.</summary>
    public ImmutableHashSet<Dimension> FreeDimensions => _freeDimensions ??= FindFreeDimensions();

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>Equality of nodes whose children are already interned: same kind, same data, identical children.</summary>
    internal abstract bool SameNode(Expr other);

    private protected virtual ImmutableHashSet<Symbol> FindFreeSymbols() =>
        Children.Aggregate(ImmutableHashSet<Symbol>.Empty, (all, child) => all.Joined(child.FreeSymbols));

    private protected virtual ImmutableHashSet<Dimension> FindFreeDimensions() =>
        Children.Aggregate(ImmutableHashSet<Dimension>.Empty, (all, child) => all.Joined(child.FreeDimensions)).Joined(Shape.Rows).Joined(Shape.Columns);

    private protected static int HashOf(string kind, IEnumerable<object> parts)
    {
        var hash = default(HashCode);
        hash.Add(kind);
        foreach (var part in parts)
        {
            hash.Add(part is Symbol or Dimension ? RuntimeHelpers.GetHashCode(part) : part.GetHashCode());
        }

        return hash.ToHashCode();
    }
}
