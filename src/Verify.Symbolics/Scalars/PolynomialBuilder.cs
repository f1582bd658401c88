namespace Verify.Symbolics.Scalars;

/// <summary>Collects terms of a polynomial, reducing roots: a power of a root that reaches 1 becomes the polynomial under it.</summary>
internal sealed class PolynomialBuilder
{
    private readonly Dictionary<Monomial, Coefficient> _terms = [];

    /// <summary>Whether nothing was added.</summary>
    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Adds coefficient times monomial.</summary>
    public void Add(Monomial monomial, Coefficient coefficient)
    {
        if (monomial.HasRoots && TryReduce(monomial, coefficient))
        {
            return;
        }

        ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_terms, monomial, out _);
        slot += coefficient;
    }

    /// <summary>Adds a polynomial times coefficient times monomial.</summary>
    public void AddProduct(Polynomial polynomial, Monomial monomial, Coefficient coefficient)
    {
        Algebra.Current.Spend(2 * polynomial.Count);
        for (var i = 0; i < polynomial.Count; i++)
        {
            Add(polynomial.MonomialAt(i) * monomial, polynomial.CoefficientAt(i) * coefficient);
        }
    }

    /// <summary>The sum of what was added.</summary>
    public Polynomial ToPolynomial()
    {
        var monomials = new List<Monomial>(_terms.Count);
        foreach (var (monomial, coefficient) in _terms)
        {
            if (!coefficient.IsZero)
            {
                monomials.Add(monomial);
            }
        }

        if (monomials.Count == 0)
        {
            return Polynomial.Zero;
        }

        monomials.Sort(static (a, b) => b.CompareTo(a));
        var coefficients = new Coefficient[monomials.Count];
        for (var i = 0; i < coefficients.Length; i++)
        {
            coefficients[i] = _terms[monomials[i]];
        }

        return new([.. monomials], coefficients);
    }

    private bool TryReduce(Monomial monomial, Coefficient coefficient)
    {
        for (var i = 0; i < monomial.Count; i++)
        {
            if (monomial.GeneratorAt(i) is RootGenerator root && monomial.UnitsAt(i) >= Monomial.Unit)
            {
                AddProduct(root.Base, monomial * Monomial.Of(root, -Monomial.Unit), coefficient);
                return true;
            }
        }

        return false;
    }
}
