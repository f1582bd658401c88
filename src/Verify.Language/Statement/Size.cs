using System.Collections.Immutable;
using System.Text;

namespace Verify.Language;

/// <summary>
/// A size: an integer plus integer multiples of dimensions and of their products, such as d + 1 or d * d + 2 d + 1. Canonical: no zero multiple, dimensions in order.
/// </summary>
public sealed class Size : IEquatable<Size>
{
    // Products of sums grow without end where each line of a file squares the one above it.
    private const int MostTerms = 1024;
    private readonly ImmutableArray<KeyValuePair<Dimension, int>> _terms;

    private Size(int constant, ImmutableArray<KeyValuePair<Dimension, int>> terms)
    {
        Constant = constant;
        _terms = terms;
    }

    /// <summary>The size 1, of scalars.</summary>
    public static Size One { get; } = new(1, []);

    /// <summary>The integer part.</summary>
    public int Constant { get; }

    /// <summary>The dimensions, and products of dimensions, with their non-zero multiples, in order.</summary>
    public ImmutableArray<KeyValuePair<Dimension, int>> Terms => _terms;

    /// <summary>The dimensions that occur, also within products.</summary>
    public IEnumerable<Dimension> Dimensions => _terms.SelectMany(term => term.Key.Factors).Distinct();

    /// <summary>Whether no dimension occurs.</summary>
    public bool IsConstant => _terms.IsEmpty;

    /// <summary>Whether this is exactly 1.</summary>
    public bool IsOne => Constant == 1 && IsConstant;

    /// <summary>The dimension, where the size is one dimension alone; otherwise null.</summary>
    public Dimension? AsDimension => Constant == 0 && _terms is [{ Value: 1, Key.IsProduct: false } only] ? only.Key : null;

    /// <summary>An integer as a size.</summary>
    public static implicit operator Size(int value) => value == 1 ? One : new(value, []);

    /// <summary>A dimension as a size.</summary>
    public static implicit operator Size(Dimension dimension) => new(0, [new(dimension, 1)]);

    /// <summary>The sum; overflow throws <see cref="OverflowException"/>.</summary>
    public static Size operator +(Size a, Size b) => new(checked(a.Constant + b.Constant), b.IsConstant ? a._terms : a.IsConstant ? b._terms : Merged(a._terms, b._terms));

    /// <summary>The difference.</summary>
    public static Size operator -(Size a, Size b) => a + b.Times(-1);

    /// <summary>k times this; overflow throws <see cref="OverflowException"/>.</summary>
    public Size Times(int factor) => factor == 0 ? new(0, [])
        : new(checked(Constant * factor), [.. _terms.Select(term => new KeyValuePair<Dimension, int>(term.Key, checked(term.Value * factor)))]);

    /// <summary>The product; overflow, also of the terms that it has before like ones are collected, throws <see cref="OverflowException"/>.</summary>
    public static Size operator *(Size a, Size b) => (a._terms.Length + 1) * (b._terms.Length + 1) > MostTerms ? throw new OverflowException("A size of too many terms.") : a._terms.Aggregate(b.Times(a.Constant), (sum, term) => sum + b.Times(term.Key).Times(term.Value));

    /// <summary>The value where each dimension has the given value; overflow throws <see cref="OverflowException"/>.</summary>
    public int Evaluate(Func<Dimension, int> valueOf) => _terms.Aggregate(Constant, (sum, term) =>
        checked(sum + term.Key.Factors.Aggregate(term.Value, (product, factor) => checked(product * valueOf(factor)))));

    /// <summary>This with each dimension replaced.</summary>
    public Size Substitute(Func<Dimension, Size> valueOf) =>
        _terms.Aggregate((Size)Constant, (sum, term) => sum + term.Key.Factors.Select(valueOf).Aggregate((a, b) => a * b).Times(term.Value));

    /// <summary>The size that times the divisor, a number or a multiple of a product of dimensions, is this; null where there is none, or the divisor is a sum.</summary>
    public Size? DividedBy(Size divisor)
    {
        var (number, dimensions) = divisor.IsConstant ? (divisor.Constant, []) : divisor is { Constant: 0, _terms: [var only] } ? (only.Value, only.Key.Factors) : (0, []);
        if (number == 0 || Constant % number != 0 || (Constant != 0 && !dimensions.IsEmpty))
        {
            return null;
        }

        Size quotient = Constant / number;
        foreach (var (term, multiple) in _terms)
        {
            var rest = dimensions.Aggregate(term.Factors, (left, dimension) => left.Remove(dimension));
            if (rest.Length != term.Factors.Length - dimensions.Length || multiple % number != 0)
            {
                return null;
            }

            quotient += rest.Aggregate((Size)(multiple / number), (product, factor) => product * factor);
        }

        return quotient;
    }

    // Both are in order.
    private static ImmutableArray<KeyValuePair<Dimension, int>> Merged(ImmutableArray<KeyValuePair<Dimension, int>> a, ImmutableArray<KeyValuePair<Dimension, int>> b)
    {
        var sum = ImmutableArray.CreateBuilder<KeyValuePair<Dimension, int>>(a.Length + b.Length);
        for (var (i, j) = (0, 0); i < a.Length || j < b.Length;)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : a[i].Key.CompareTo(b[j].Key);
            var (dimension, multiple) = order < 0 ? a[i++] : order > 0 ? b[j++] : new(a[i].Key, checked(a[i++].Value + b[j++].Value));
            if (multiple != 0)
            {
                sum.Add(new(dimension, multiple));
            }
        }

        return sum.DrainToImmutable();
    }

    private Size Times(Dimension dimension) => _terms.Aggregate(((Size)dimension).Times(Constant), (sum, term) =>
        sum + ((Size)Dimension.Product(term.Key, dimension)).Times(term.Value));

    /// <inheritdoc/>
    public bool Equals(Size? other) => other is not null && Constant == other.Constant && _terms.SequenceEqual(other._terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Size);

    /// <inheritdoc/>
    public override int GetHashCode() => _terms.Aggregate(Constant, (hash, term) => HashCode.Combine(hash, term.Key, term.Value));

    /// <summary><c>d + 1</c>, <c>2 d</c>, <c>d * N</c>, <c>3</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (dimension, multiple) in _terms)
        {
            text.Append(text.Length == 0 ? (multiple < 0 ? "-" : "") : multiple < 0 ? " - " : " + ");
            text.Append(Math.Abs(multiple) == 1 ? "" : Math.Abs(multiple) + " ").Append(dimension.Name);
        }

        return text.Length == 0 ? Constant.ToString()
            : Constant == 0 ? text.ToString()
            : $"{text} {(Constant < 0 ? '-' : '+')} {Math.Abs(Constant)}";
    }
}
