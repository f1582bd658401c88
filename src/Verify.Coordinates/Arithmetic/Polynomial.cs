using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>A term c m, in the order of its monomial.</summary>
internal readonly record struct Term(Monomial Monomial, Rational Coefficient) : IComparable<Term>
{
    /// <inheritdoc/>
    public int CompareTo(Term other) => Monomial.CompareTo(other.Monomial);
}

/// <summary>
/// A sparse polynomial with rational coefficients in the entries of random symbols, in radicals such as 2^(1/2), and in infinitesimals.
/// Canonical: terms in order, no zero coefficient. Products need the <see cref="PolynomialRing"/> that knows what the variables are.
/// </summary>
internal sealed class Polynomial
{
    private readonly Term[] _terms;

    private Polynomial(Term[] terms) => _terms = terms;

    /// <summary>0.</summary>
    public static Polynomial Zero { get; } = new([]);

    /// <summary>1.</summary>
    public static Polynomial One { get; } = Of(Rational.One);

    /// <summary>The terms, in order.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => _terms.Length == 0;

    /// <summary>Whether no variable occurs.</summary>
    public bool IsRational => _terms.Length == 0 || (_terms.Length == 1 && _terms[0].Monomial.IsOne);

    /// <summary>The value where no variable occurs.</summary>
    public Rational Value => _terms.Length == 0 ? Rational.Zero
        : IsRational ? _terms[0].Coefficient
        : throw new InvalidOperationException("Not a rational number.");

    /// <summary>A rational number.</summary>
    public static Polynomial Of(Rational value) => value.IsZero ? Zero : new([new(Monomial.One, value)]);

    /// <summary>One term.</summary>
    public static Polynomial Of(Monomial monomial, Rational coefficient) => coefficient.IsZero ? Zero : new([new(monomial, coefficient)]);

    /// <summary>The sum of terms with distinct monomials, in any order; zeros are left out.</summary>
    public static Polynomial OfDistinct(IEnumerable<KeyValuePair<Monomial, Rational>> terms)
    {
        var kept = terms.Where(term => !term.Value.IsZero).Select(term => new Term(term.Key, term.Value)).ToArray();
        Array.Sort(kept);
        return kept.Length == 0 ? Zero : new(kept);
    }

    /// <summary>The sum of terms, like ones collected.</summary>
    public static Polynomial OfTerms(IEnumerable<Term> terms)
    {
        var sum = new Dictionary<Monomial, Rational>();
        foreach (var (monomial, coefficient) in terms)
        {
            sum[monomial] = sum.GetValueOrDefault(monomial) + coefficient;
        }

        return OfDistinct(sum);
    }

    /// <summary>a + b.</summary>
    public static Polynomial operator +(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
        {
            return a.IsZero ? b : a;
        }

        var sum = new Term[a._terms.Length + b._terms.Length];
        var (i, j, count) = (0, 0, 0);
        while (i < a._terms.Length && j < b._terms.Length)
        {
            var order = a._terms[i].Monomial.CompareTo(b._terms[j].Monomial);
            if (order != 0)
            {
                sum[count++] = order < 0 ? a._terms[i++] : b._terms[j++];
            }
            else if (a._terms[i].Coefficient + b._terms[j++].Coefficient is var coefficient && coefficient.IsZero)
            {
                i++;
            }
            else
            {
                sum[count++] = new(a._terms[i++].Monomial, coefficient);
            }
        }

        for (; i < a._terms.Length; i++)
        {
            sum[count++] = a._terms[i];
        }

        for (; j < b._terms.Length; j++)
        {
            sum[count++] = b._terms[j];
        }

        return count == 0 ? Zero : new(count == sum.Length ? sum : sum[..count]);
    }

    /// <summary>a - b.</summary>
    public static Polynomial operator -(Polynomial a, Polynomial b) => a + b.Scale(-1);

    /// <summary>c times this.</summary>
    public Polynomial Scale(Rational factor) => factor.IsZero ? Zero
        : factor.IsOne ? this
        : new(Array.ConvertAll(_terms, term => new Term(term.Monomial, term.Coefficient * factor)));

    /// <summary>The terms for which the condition holds.</summary>
    public Polynomial Where(Func<Monomial, bool> condition) => _terms.All(term => condition(term.Monomial)) ? this
        : new(Array.FindAll(_terms, term => condition(term.Monomial)));
}
