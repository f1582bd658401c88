namespace Verify.Symbolics.Scalars;

/// <summary>A product of powers of primitive polynomials: more than one term, no generator divides them, leading coefficient 1. Kept factored; no gcd is taken.</summary>
internal sealed class Denominator
{
    private readonly Polynomial[] _factors;
    private readonly int[] _powers;

    private Denominator(Polynomial[] factors, int[] powers) => (_factors, _powers) = (factors, powers);

    /// <summary>1.</summary>
    public static Denominator One { get; } = new([], []);

    /// <summary>How many different factors there are.</summary>
    public int Count => _factors.Length;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => Count == 0;

    /// <summary>A primitive polynomial to a positive power.</summary>
    public static Denominator Of(Polynomial factor, int power) => power == 0 ? One : new([factor], [power]);

    /// <summary>The factor at an index.</summary>
    public Polynomial FactorAt(int index) => _factors[index];

    /// <summary>Its power.</summary>
    public int PowerAt(int index) => _powers[index];

    public static Denominator operator *(Denominator a, Denominator b) => a.IsOne ? b : b.IsOne ? a : Combine(a, b, static (x, y) => checked(x + y));

    /// <summary>The least common multiple, factor by factor.</summary>
    public static Denominator LeastMultiple(Denominator a, Denominator b) => a.IsOne ? b : b.IsOne || ReferenceEquals(a, b) ? a : Combine(a, b, Math.Max);

    /// <summary>this^k, k ≥ 0.</summary>
    public Denominator Power(int k) => k == 0 || IsOne ? One : new(_factors, Array.ConvertAll(_powers, power => checked(power * k)));

    /// <summary>The product of this multiple's factors beyond those of the divisor.</summary>
    public Polynomial Over(Denominator divisor)
    {
        var product = Polynomial.One;
        for (var i = 0; i < Count; i++)
        {
            var excess = _powers[i] - divisor.PowerOf(_factors[i]);
            product = excess == 0 ? product : product * _factors[i].Power(excess);
        }

        return product;
    }

    /// <summary>This without one power of the factor at an index.</summary>
    public Denominator Less(int index) => Combine(this, new([_factors[index]], [-1]), static (x, y) => x + y);

    /// <summary>Whether both have the same factors to the same powers.</summary>
    public bool SameAs(Denominator other)
    {
        for (var i = 0; i < Count; i++)
        {
            if (other.PowerOf(_factors[i]) != _powers[i])
            {
                return false;
            }
        }

        return Count == other.Count;
    }

    private static Denominator Combine(Denominator a, Denominator b, Func<int, int, int> power)
    {
        var factors = new List<Polynomial>(a._factors);
        foreach (var factor in b._factors)
        {
            if (!factors.Contains(factor))
            {
                factors.Add(factor);
            }
        }

        var powers = factors.ConvertAll(factor => power(a.PowerOf(factor), b.PowerOf(factor)));
        for (var i = factors.Count - 1; i >= 0; i--)
        {
            if (powers[i] == 0)
            {
                factors.RemoveAt(i);
                powers.RemoveAt(i);
            }
        }

        return factors.Count == 0 ? One : new([.. factors], [.. powers]);
    }

    private int PowerOf(Polynomial factor) => Array.IndexOf(_factors, factor) is var i and >= 0 ? _powers[i] : 0;
}
