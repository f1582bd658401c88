using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Language.Elaboration;

/// <summary>A polynomial in dimensions with rational coefficients; powers are listed with their dimensions in order.</summary>
internal sealed class DimensionPolynomial
{
    private const int TermLimit = 2000;
    private readonly Dictionary<Monomial, Rational> _terms;

    private DimensionPolynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    /// <summary>The dimensions that occur, in order.</summary>
    public IReadOnlyList<Dimension> Dimensions => [.. _terms.Keys.SelectMany(monomial => monomial.Powers).Select(power => power.Key).Distinct().Order()];

    /// <summary>Whether this is 0 everywhere.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>Whether all coefficients are positive, or all negative.</summary>
    public bool HasOneSign => _terms.Count > 0 && _terms.Values.All(coefficient => coefficient.Sign == _terms.Values.First().Sign);

    /// <summary>A number.</summary>
    public static DimensionPolynomial Of(Rational value) => new(value.IsZero ? [] : new() { [Monomial.One] = value });

    /// <summary>A size.</summary>
    public static DimensionPolynomial Of(Size size) => size.Terms.Aggregate(
        Of((Rational)size.Constant), (sum, term) => sum.Plus(new(new() { [new([new(term.Key, 1)])] = term.Value })));

    /// <summary>The sum.</summary>
    public DimensionPolynomial Plus(DimensionPolynomial other)
    {
        var sum = new Dictionary<Monomial, Rational>(_terms);
        foreach (var (monomial, coefficient) in other._terms)
        {
            var total = sum.GetValueOrDefault(monomial) + coefficient;
            sum.Remove(monomial);
            if (!total.IsZero)
            {
                sum.Add(monomial, total);
            }
        }

        return new(sum);
    }

    /// <summary>The product; null beyond the limit on terms.</summary>
    public DimensionPolynomial? Times(DimensionPolynomial other)
    {
        if (_terms.Count * other._terms.Count > TermLimit)
        {
            return null;
        }

        var result = Of(Rational.Zero);
        foreach (var (a, x) in _terms)
        {
            foreach (var (b, y) in other._terms)
            {
                result = result.Plus(new(new() { [a.Times(b)] = x * y }));
            }
        }

        return result;
    }

    /// <summary>The size that this is, null where it is none.</summary>
    public Size? AsSize()
    {
        Size size = 0;
        foreach (var (monomial, coefficient) in _terms)
        {
            if (!coefficient.IsInteger || coefficient.Abs() > int.MaxValue || monomial.Powers.Sum(power => power.Value) > 1)
            {
                return null;
            }

            size += (monomial.Powers.IsEmpty ? Size.One : monomial.Powers[0].Key).Times((int)coefficient.Numerator);
        }

        return size;
    }

    /// <summary>The coefficients by powers of one dimension, from the constant up, where all others have the given values; integers, by a common factor.</summary>
    public ImmutableArray<BigInteger> InOne(Dimension dimension, IReadOnlyDictionary<Dimension, int> values)
    {
        var coefficients = new SortedDictionary<int, Rational>();
        foreach (var (monomial, coefficient) in _terms)
        {
            var degree = monomial.Powers.FirstOrDefault(power => power.Key == dimension).Value;
            var value = monomial.Powers.Where(power => power.Key != dimension)
                .Aggregate(coefficient, (product, power) => product * ((Rational)values[power.Key]).Power(power.Value));
            coefficients[degree] = coefficients.GetValueOrDefault(degree) + value;
        }

        var scale = coefficients.Values.Aggregate(BigInteger.One, (lcm, c) => lcm / BigInteger.GreatestCommonDivisor(lcm, c.Denominator) * c.Denominator);
        return [.. Enumerable.Range(0, coefficients.Keys.DefaultIfEmpty(0).Max() + 1).Select(k => (coefficients.GetValueOrDefault(k) * scale).Numerator)];
    }

    private readonly struct Monomial(ImmutableArray<KeyValuePair<Dimension, int>> powers) : IEquatable<Monomial>
    {
        public static Monomial One { get; } = new([]);

        public ImmutableArray<KeyValuePair<Dimension, int>> Powers { get; } = powers;

        public Monomial Times(Monomial other) => new(
        [
            .. Powers.Concat(other.Powers).GroupBy(power => power.Key)
                .Select(group => KeyValuePair.Create(group.Key, group.Sum(power => power.Value))).OrderBy(power => power.Key),
        ]);

        public bool Equals(Monomial other) => Powers.SequenceEqual(other.Powers);

        public override bool Equals(object? obj) => obj is Monomial other && Equals(other);

        public override int GetHashCode() => Powers.Aggregate(0, (hash, power) => HashCode.Combine(hash, power.Key, power.Value));
    }
}
