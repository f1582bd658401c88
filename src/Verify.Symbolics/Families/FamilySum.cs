using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Families;

/// <summary>A function of one matrix: a sum of basis functions with scalar coefficients, like ones collected.</summary>
internal sealed class FamilySum
{
    private readonly List<KeyValuePair<Element, Scalar>> _terms;

    private FamilySum(List<KeyValuePair<Element, Scalar>> terms) => _terms = terms;

    /// <summary>0.</summary>
    public static FamilySum Zero { get; } = new([]);

    /// <summary>The terms; coefficients are not 0.</summary>
    public IReadOnlyList<KeyValuePair<Element, Scalar>> Terms => _terms;

    /// <summary>coefficient times one basis function.</summary>
    public static FamilySum Of(Element element, Scalar coefficient) => coefficient.IsZero ? Zero : new([new(element, coefficient)]);

    public static FamilySum operator +(FamilySum a, FamilySum b)
    {
        var terms = new List<KeyValuePair<Element, Scalar>>(a._terms);
        foreach (var (element, coefficient) in b._terms)
        {
            var i = terms.FindIndex(term => term.Key.Equals(element));
            if (i < 0)
            {
                terms.Add(new(element, coefficient));
            }
            else
            {
                terms[i] = new(element, terms[i].Value + coefficient);
            }
        }

        terms.RemoveAll(static term => term.Value.IsZero);
        return new(terms);
    }

    public static FamilySum operator *(FamilySum a, FamilySum b)
    {
        var product = Zero;
        foreach (var (x, c) in a._terms)
        {
            foreach (var (y, e) in b._terms)
            {
                product += PartialFractions.Product(x, y).Scaled(c * e);
            }
        }

        return product;
    }

    /// <summary>c times this.</summary>
    public FamilySum Scaled(Scalar c) =>
        c.IsOne ? this : c.IsZero ? Zero : new(_terms.ConvertAll(term => new KeyValuePair<Element, Scalar>(term.Key, term.Value * c)));
}
