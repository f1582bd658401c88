using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Language.Elaboration;

/// <summary>A size that is yet to be found, such as that of an <c>I</c>.</summary>
internal sealed class SizeUnknown
{
    /// <summary>What it was found to be; null while nothing fixes it.</summary>
    public OpenSize? Value { get; set; }
}

/// <summary>A size in which unknowns may occur: a known size plus integer multiples of unknowns.</summary>
internal sealed class OpenSize
{
    private readonly ImmutableArray<KeyValuePair<SizeUnknown, int>> _unknowns;

    private OpenSize(Size known, ImmutableArray<KeyValuePair<SizeUnknown, int>> unknowns) => (Known, _unknowns) = (known, unknowns);

    /// <summary>The part without unknowns.</summary>
    public Size Known { get; }

    /// <summary>The size where every unknown in it has been found; otherwise null.</summary>
    public Size? Found => Resolved() is { _unknowns.IsEmpty: true, Known: var size } ? size : null;

    /// <summary>Whether this is certainly not the size 1: every unknown and dimension is at least 1.</summary>
    public bool IsNotOne => Resolved() is var size && (size._unknowns.IsEmpty
        ? !size.Known.IsOne
        : size._unknowns.All(term => term.Value > 0) && size.Known.Terms.All(term => term.Value > 0)
            && size.Known.Constant + size.Known.Terms.Sum(term => term.Value) + size._unknowns.Sum(term => term.Value) > 1);

    /// <summary>The size 1.</summary>
    public static OpenSize One { get; } = Size.One;

    /// <summary>A new unknown size.</summary>
    public static OpenSize Unknown() => new(0, [new(new SizeUnknown(), 1)]);

    /// <summary>A known size.</summary>
    public static implicit operator OpenSize(Size size) => new(size, []);

    /// <summary>The sum.</summary>
    public static OpenSize operator +(OpenSize a, OpenSize b) => a.Plus(b, 1);

    /// <summary>The difference.</summary>
    public static OpenSize operator -(OpenSize a, OpenSize b) => a.Plus(b, -1);

    /// <summary>This with every found unknown replaced by what it was found to be.</summary>
    public OpenSize Resolved()
    {
        var result = this;
        while (result.FirstFound() is { Key: { Value: { } value } unknown, Value: var multiple })
        {
            // What it came to is kept, so that no chain of unknowns is walked twice.
            var found = value.Resolved();
            unknown.Value = found;
            var rest = new OpenSize(result.Known, result._unknowns.RemoveAll(term => term.Key == unknown));
            result = rest.Plus(found, multiple);
        }

        return result;
    }

    /// <summary>Makes both sizes one by fixing an unknown where that can be done: true when they are equal from now on, false when they never are, null when more must be known.</summary>
    public static bool? Unify(OpenSize a, OpenSize b)
    {
        if (a._unknowns.IsEmpty && b._unknowns.IsEmpty)
        {
            return a.Known.Equals(b.Known);
        }

        var difference = (a - b).Resolved();
        if (difference._unknowns.IsEmpty)
        {
            return difference.Known.Equals((Size)0);
        }

        var divisor = (int)difference._unknowns.Aggregate(BigInteger.Zero, (g, term) => BigInteger.GreatestCommonDivisor(g, term.Value));
        if (difference.Known.Constant % divisor != 0 || difference.Known.Terms.Any(term => term.Value % divisor != 0))
        {
            return false;
        }

        var index = difference._unknowns.ToList().FindLastIndex(term => Math.Abs(term.Value) == divisor);
        if (index < 0)
        {
            return null;
        }

        // divisor u + rest = 0
        var (unknown, multiple) = difference._unknowns[index];
        var sign = -Math.Sign(multiple);
        var known = new Size[] { difference.Known.Constant / divisor * sign }
            .Concat(difference.Known.Terms.Select(term => ((Size)term.Key).Times(term.Value / divisor * sign)))
            .Aggregate((x, y) => x + y);
        var value = new OpenSize(known, [.. difference._unknowns.RemoveAt(index).Select(term => new KeyValuePair<SizeUnknown, int>(term.Key, term.Value / divisor * sign))]);
        if (value._unknowns.IsEmpty && known.IsConstant && known.Constant < 1)
        {
            return false;
        }

        unknown.Value = value;
        return true;
    }

    /// <summary>The size as far as it is known, unknowns as <c>?</c>.</summary>
    public override string ToString()
    {
        var resolved = Resolved();
        return resolved._unknowns.IsEmpty ? resolved.Known.ToString()
            : resolved.Known.Equals((Size)0) ? "?"
            : $"{resolved.Known} + ?";
    }

    private KeyValuePair<SizeUnknown, int> FirstFound()
    {
        foreach (var term in _unknowns)
        {
            if (term.Key.Value is not null)
            {
                return term;
            }
        }

        return default;
    }

    private OpenSize Plus(OpenSize other, int factor)
    {
        if (other._unknowns.IsEmpty)
        {
            return new(Known + other.Known.Times(factor), _unknowns);
        }

        var sum = _unknowns.ToList();
        foreach (var (unknown, multiple) in other._unknowns)
        {
            var index = sum.FindIndex(term => term.Key == unknown);
            var total = checked((index < 0 ? 0 : sum[index].Value) + (multiple * factor));
            if (index >= 0)
            {
                sum.RemoveAt(index);
            }

            if (total != 0)
            {
                sum.Add(new(unknown, total));
            }
        }

        return new(Known + other.Known.Times(factor), [.. sum]);
    }
}
