using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Verify.Language;

/// <summary>A positive integer that a statement leaves open, such as d or N. Identity is by reference: a bound dimension (of a limit) is a new object.</summary>
public sealed class Dimension : IComparable<Dimension>
{
    private static long _count;
    private readonly long _order = Interlocked.Increment(ref _count);

    /// <summary>The most dimensions in one product.</summary>
    public const int MostFactors = 64;

    private ConditionalWeakTable<Dimension, Dimension>? _products;

    /// <summary>A dimension with lower bounds beyond 1: <c>dim N &gt;= d + 2</c> has the one bound d + 2. Bounds that come to more than an integer holds throw <see cref="OverflowException"/>.</summary>
    public Dimension(string name, ImmutableArray<Size> lowerBounds = default)
    {
        Name = name;
        LowerBounds = lowerBounds.IsDefault ? [] : lowerBounds;
        Factors = [this];
        Depth = DepthOf(LowerBounds);
        Least = LowerBounds.Where(bound => bound.Terms.All(term => term.Value > 0)).Select(bound => bound.Evaluate(other => other.Least)).Append(1).Max();
    }

    private Dimension(ImmutableArray<Dimension> factors)
    {
        Name = string.Join(" * ", factors);
        LowerBounds = [.. factors.Distinct().Select(factor => (Size)factor)];
        Factors = factors;
        Depth = DepthOf(LowerBounds);
        Least = factors.Aggregate(1, (product, factor) => (int)Math.Min((long)product * factor.Least, int.MaxValue));
    }

    /// <summary>The name as written (normalised).</summary>
    public string Name { get; }

    /// <summary>The dimension is at least each of these, and at least 1.</summary>
    public ImmutableArray<Size> LowerBounds { get; }

    /// <summary>How many bounds lie beneath one another: 0 without bounds, otherwise more than that of each dimension that a bound mentions.</summary>
    internal int Depth { get; }

    /// <summary>The least value: 1, or what the bounds come to where the dimensions in them are least; of a product, of what an integer holds the largest at most.</summary>
    public int Least { get; }

    /// <summary>The dimensions of which this is the product, in order: of a declared dimension, itself alone. A product has no value of its own.</summary>
    public ImmutableArray<Dimension> Factors { get; }

    /// <summary>Whether this stands for a product of dimensions in a size.</summary>
    public bool IsProduct => Factors.Length > 1;

    /// <summary>The product of two dimensions, in one object for each product however it is formed. More than <see cref="MostFactors"/> factors throw <see cref="OverflowException"/>.</summary>
    public static Dimension Product(Dimension a, Dimension b)
    {
        if (a.Factors.Length + b.Factors.Length > MostFactors)
        {
            throw new OverflowException("A product of too many dimensions.");
        }

        ImmutableArray<Dimension> factors = [.. a.Factors.Concat(b.Factors).Order()];
        var product = factors[0];
        for (var i = 1; i < factors.Length; i++)
        {
            product = LazyInitializer.EnsureInitialized(ref product._products).GetValue(factors[i], last => new(factors[..(i + 1)]));
        }

        return product;
    }

    /// <summary>By name, then by age: the order of canonical forms.</summary>
    public int CompareTo(Dimension? other) => other is null ? 1
        : string.CompareOrdinal(Name, other.Name) is var order and not 0 ? order : _order.CompareTo(other._order);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static int DepthOf(ImmutableArray<Size> bounds) => bounds.IsEmpty ? 0 : 1 + bounds.SelectMany(bound => bound.Terms).Select(term => term.Key.Depth).Prepend(0).Max();
}
