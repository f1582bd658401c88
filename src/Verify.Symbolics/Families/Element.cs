using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Families;

/// <summary>
/// A basis function of one variable λ, the argument being one square matrix: λ^e Π (λ - p_i)^(f_i), or λ^r Π (λ - p_i)^(f_i) (λ - p)^-j with 0 ≤ r &lt; 1 and j ≥ 1; every 0 &lt; f_i &lt; 1.
/// Each product of rational powers of linear functions is one sum of these. Powers are in units of 1/5040.
/// </summary>
internal sealed class Element : IEquatable<Element>
{
    private readonly int _hash;

    /// <summary>The function with these powers; shifts sorted by pole.</summary>
    public Element(int units, (Pole Pole, int Units)[] shifts, Pole? pole, int multiplicity)
    {
        (Units, Shifts, Pole, Multiplicity) = (units, shifts, pole, multiplicity);
        var hash = HashCode.Combine(units, pole?.Order ?? -1, multiplicity);
        foreach (var (p, u) in shifts)
        {
            hash = HashCode.Combine(hash, p.Order, u);
        }

        _hash = hash;
    }

    /// <summary>The function 1.</summary>
    public static Element One { get; } = new(0, [], null, 0);

    /// <summary>λ.</summary>
    public static Element Lambda { get; } = new(Monomial.Unit, [], null, 0);

    /// <summary>The power of λ, in units.</summary>
    public int Units { get; }

    /// <summary>The fractional powers of λ - p_i, in units.</summary>
    public (Pole Pole, int Units)[] Shifts { get; }

    /// <summary>p, where there is a factor (λ - p)^-j.</summary>
    public Pole? Pole { get; }

    /// <summary>j; 0 without a pole.</summary>
    public int Multiplicity { get; }

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => Units == 0 && Pole is null && Shifts.Length == 0;

    /// <summary>Whether this is λ.</summary>
    public bool IsLambda => Units == Monomial.Unit && Pole is null && Shifts.Length == 0;

    /// <summary>Whether this is a power of λ alone.</summary>
    public bool IsPower => Pole is null && Shifts.Length == 0;

    /// <summary>The power k where this is λ^k with a positive integer k; otherwise 0.</summary>
    public int WholePower => IsPower && Units > 0 && Units % Monomial.Unit == 0 ? Units / Monomial.Unit : 0;

    /// <summary>λ^(units/5040).</summary>
    public static Element Power(int units) => units == 0 ? One : units == Monomial.Unit ? Lambda : new(units, [], null, 0);

    /// <inheritdoc/>
    public bool Equals(Element? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Units != other.Units || Pole != other.Pole || Multiplicity != other.Multiplicity || Shifts.Length != other.Shifts.Length)
        {
            return false;
        }

        for (var i = 0; i < Shifts.Length; i++)
        {
            if (Shifts[i].Pole != other.Shifts[i].Pole || Shifts[i].Units != other.Shifts[i].Units)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Element);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}

/// <summary>Two functions whose product is asked for.</summary>
internal sealed record ElementPair(Element Left, Element Right);
