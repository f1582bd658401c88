using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>A positive integer that a statement leaves open, such as d or N. Identity is by reference: a bound dimension (of a limit) is a new object.</summary>
public sealed class Dimension : IComparable<Dimension>
{
    private static long _count;
    private readonly long _order = Interlocked.Increment(ref _count);

    /// <summary>A dimension with lower bounds beyond 1: <c>dim N &gt;= d + 2</c> has the one bound d + 2.</summary>
    public Dimension(string name, ImmutableArray<Size> lowerBounds = default)
    {
        Name = name;
        LowerBounds = lowerBounds.IsDefault ? [] : lowerBounds;
    }

    /// <summary>The name as written (normalised).</summary>
    public string Name { get; }

    /// <summary>The dimension is at least each of these, and at least 1.</summary>
    public ImmutableArray<Size> LowerBounds { get; }

    /// <summary>By name, then by age: the order of canonical forms.</summary>
    public int CompareTo(Dimension? other) => other is null ? 1
        : string.CompareOrdinal(Name, other.Name) is var order and not 0 ? order : _order.CompareTo(other._order);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
