namespace Verify.Symbolics.Scalars;

/// <summary>Collects a sum of scalars: polynomials over one denominator are added term by term, different denominators meet only at the end.</summary>
internal sealed class ScalarSum
{
    private readonly List<(Denominator Denominator, PolynomialBuilder Numerator)> _parts = [];
    private Scalar? _only;

    /// <summary>Adds factor times value.</summary>
    public void Add(Scalar value, Scalar factor)
    {
        if (value.IsZero || factor.IsZero)
        {
            return;
        }

        // Most sums have one term: it is kept as it is.
        if (_only is null && _parts.Count == 0)
        {
            _only = value * factor;
            return;
        }

        if (_only is { } first)
        {
            _only = null;
            Collect(first.Numerator, Polynomial.One, first.Denominator);
        }

        Collect(value.Numerator, factor.Numerator, value.Denominator * factor.Denominator);
    }

    /// <summary>The sum.</summary>
    public Scalar ToScalar()
    {
        if (_only is not null)
        {
            return _only;
        }

        var sum = Scalar.Zero;
        foreach (var (denominator, numerator) in _parts)
        {
            // Adding cancels factors of the denominator.
            sum += new Scalar(numerator.ToPolynomial(), denominator);
        }

        return sum;
    }

    private void Collect(Polynomial a, Polynomial b, Denominator denominator)
    {
        var builder = BuilderOf(denominator);
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        for (var i = 0; i < few.Count; i++)
        {
            builder.AddProduct(many, few.MonomialAt(i), few.CoefficientAt(i));
        }
    }

    private PolynomialBuilder BuilderOf(Denominator denominator)
    {
        foreach (var part in _parts)
        {
            if (part.Denominator.SameAs(denominator))
            {
                return part.Numerator;
            }
        }

        _parts.Add((denominator, new()));
        return _parts[^1].Numerator;
    }
}
