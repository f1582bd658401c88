using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Language.Elaboration;

/// <summary>Where a denominator made of dimensions vanishes, and the bound that would keep it from that.</summary>
internal sealed record Vanishing(ImmutableArray<KeyValuePair<Dimension, int>> Where, string? Bound);

/// <summary>
/// Finds an allowed value of the dimensions at which a denominator is 0. One dimension: its integer roots in the allowed range. Several:
/// all but one take small values and the last is solved for; nothing is found where nothing that small vanishes.
/// </summary>
internal static class Denominators
{
    private const int Small = 12;
    private const int PointLimit = 20_000;
    private const int RootsInOne = 100_000;
    private const int RootsInSeveral = 100;

    /// <summary>The first factor of the denominator that vanishes somewhere; null where none is found. The order is that of declaration.</summary>
    public static Vanishing? FirstVanishing(Expr denominator, IReadOnlyList<Dimension> order)
    {
        foreach (var factor in FactorsOf(denominator))
        {
            if (DimensionFraction.NumeratorOf(factor) is { } numerator && Find(numerator, order) is { } vanishing)
            {
                return vanishing;
            }
        }

        return null;
    }

    private static IEnumerable<Expr> FactorsOf(Expr denominator) => denominator switch
    {
        Product product => FactorsOf(product.Left).Concat(FactorsOf(product.Right)),
        Power { Exponent.Sign: > 0 } power => FactorsOf(power.Base),
        _ => [denominator],
    };

    private static Vanishing? Find(DimensionPolynomial polynomial, IReadOnlyList<Dimension> order)
    {
        if (polynomial.IsZero)
        {
            return new([], null);
        }

        // Dimensions are positive, so that coefficients of one sign leave no zero.
        if (polynomial.Dimensions is not { Count: > 0 } dimensions || polynomial.HasOneSign)
        {
            return null;
        }

        return dimensions.Count == 1 ? InOne(polynomial, dimensions[0]) : InSeveral(polynomial, dimensions, order);
    }

    private static Vanishing? InOne(DimensionPolynomial polynomial, Dimension dimension)
    {
        var roots = Roots(polynomial.InOne(dimension, ImmutableDictionary<Dimension, int>.Empty), dimension.Least, RootsInOne).ToList();
        return roots.Count == 0 ? null : new([new(dimension, roots.Min())], $"dim {dimension} >= {roots.Max() + 1}");
    }

    private static Vanishing? InSeveral(DimensionPolynomial polynomial, IReadOnlyList<Dimension> dimensions, IReadOnlyList<Dimension> order)
    {
        var solved = dimensions.MaxBy(dimension => order.ToList().IndexOf(dimension))!;
        var others = DimensionBounds.WithMentioned(dimensions).Where(dimension => dimension != solved).ToList();

        // A point costs as much as there are dimensions.
        foreach (var values in SmallValues(others).Take(PointLimit / (1 + (others.Count / 8))))
        {
            foreach (var root in Roots(polynomial.InOne(solved, values), 1, RootsInSeveral))
            {
                var point = values.Add(solved, root);
                if (DimensionBounds.Allow(point))
                {
                    return new([.. dimensions.Select(dimension => KeyValuePair.Create(dimension, point[dimension]))], BoundFor(polynomial, solved));
                }
            }
        }

        return null;
    }

    // An affine N - rest = 0 is kept off by N >= rest + 1.
    private static string? BoundFor(DimensionPolynomial polynomial, Dimension solved)
    {
        if (polynomial.AsSize() is not { } size)
        {
            return null;
        }

        var multiple = size.Terms.First(term => term.Key == solved).Value;
        return Math.Abs(multiple) != 1 ? null : $"dim {solved} >= {(Size)solved - size.Times(multiple) + 1}";
    }

    private static IEnumerable<ImmutableDictionary<Dimension, int>> SmallValues(IReadOnlyList<Dimension> dimensions) =>
        dimensions.Aggregate(
            (IEnumerable<ImmutableDictionary<Dimension, int>>)[ImmutableDictionary<Dimension, int>.Empty],
            (all, dimension) => all.SelectMany(values => Enumerable.Range(0, Small).Select(more => values.Add(dimension, checked(dimension.Least + more)))));

    /// <summary>The integer roots that are at least the given value (of degree 2 and more, up to a limit); of the polynomial 0, the least value.</summary>
    private static IEnumerable<int> Roots(ImmutableArray<BigInteger> coefficients, int least, int most)
    {
        var degree = coefficients.Length - 1;
        while (degree >= 0 && coefficients[degree].IsZero)
        {
            degree--;
        }

        if (degree < 0)
        {
            return [least];
        }

        if (degree == 1)
        {
            var root = -coefficients[0] / coefficients[1];
            return root * coefficients[1] == -coefficients[0] && root >= least && root <= int.MaxValue ? [(int)root] : [];
        }

        // Every root is at most 1 + max |c_i / c_n| (Cauchy).
        var bound = coefficients.Take(degree).Select(BigInteger.Abs).DefaultIfEmpty().Max() / BigInteger.Abs(coefficients[degree]) + 1;
        var last = (int)BigInteger.Min(bound, most);
        return degree == 0 || last < least ? [] : Enumerable.Range(least, last - least + 1)
            .Where(x => coefficients.Take(degree + 1).Reverse().Aggregate(BigInteger.Zero, (value, c) => (value * x) + c).IsZero);
    }
}
