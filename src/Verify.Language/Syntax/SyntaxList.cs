using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Verify.Language.Syntax;

/// <summary>An immutable list that is equal to another when their elements are; <c>default</c> is empty.</summary>
[CollectionBuilder(typeof(SyntaxList), nameof(SyntaxList.Create))]
public readonly struct SyntaxList<T> : IReadOnlyList<T>, IEquatable<SyntaxList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal SyntaxList(ImmutableArray<T> items) => _items = items;

    /// <summary>The elements.</summary>
    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <inheritdoc/>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>Equality of the elements, in order.</summary>
    public static bool operator ==(SyntaxList<T> a, SyntaxList<T> b) => a.Equals(b);

    /// <summary>Inequality.</summary>
    public static bool operator !=(SyntaxList<T> a, SyntaxList<T> b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(SyntaxList<T> other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(Count, HashCode.Combine);

    /// <summary>Walks the elements in order.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();
}

/// <summary>Makes syntax lists, for collection expressions.</summary>
public static class SyntaxList
{
    /// <summary>The list of the given elements.</summary>
    public static SyntaxList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);
}
