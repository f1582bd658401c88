namespace Verify.Symbolics.Scalars;

/// <summary>A sum of monomials with non-zero coefficients, in falling order; powers may be negative and fractional. Roots are reduced: their powers lie in (0, 1).</summary>
internal sealed class Polynomial : IEquatable<Polynomial>
{
    private readonly Monomial[] _monomials;
    private readonly Coefficient[] _coefficients;
    private int _hash;

    /// <summary>Takes over arrays that are in falling order without zeros.</summary>
    public Polynomial(Monomial[] monomials, Coefficient[] coefficients) => (_monomials, _coefficients) = (monomials, coefficients);

    /// <summary>0.</summary>
    public static Polynomial Zero { get; } = new([], []);

    /// <summary>1.</summary>
    public static Polynomial One { get; } = Of(Monomial.One, 1);

    /// <summary>The number of terms.</summary>
    public int Count => _monomials.Length;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Count == 0;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => Count == 1 && _monomials[0].IsOne && _coefficients[0].IsOne;

    /// <summary>Whether no generator occurs.</summary>
    public bool IsConstant => Count == 0 || (Count == 1 && _monomials[0].IsOne);

    /// <summary>coefficient times monomial, whose roots are reduced.</summary>
    public static Polynomial Of(Monomial monomial, Coefficient coefficient) => coefficient.IsZero ? Zero : new([monomial], [coefficient]);

    /// <summary>The monomial at an index.</summary>
    public Monomial MonomialAt(int index) => _monomials[index];

    /// <summary>The coefficient at an index.</summary>
    public Coefficient CoefficientAt(int index) => _coefficients[index];

    public static Polynomial operator +(Polynomial a, Polynomial b)
    {
        if (a.IsZero)
        {
            return b;
        }

        if (b.IsZero)
        {
            return a;
        }

        var monomials = new Monomial[a.Count + b.Count];
        var coefficients = new Coefficient[a.Count + b.Count];
        var (i, j, n) = (0, 0, 0);
        while (i < a.Count || j < b.Count)
        {
            var order = i == a.Count ? -1 : j == b.Count ? 1 : a._monomials[i].CompareTo(b._monomials[j]);
            monomials[n] = order >= 0 ? a._monomials[i] : b._monomials[j];
            coefficients[n] = order > 0 ? a._coefficients[i++] : order < 0 ? b._coefficients[j++] : a._coefficients[i++] + b._coefficients[j++];
            n += coefficients[n].IsZero ? 0 : 1;
        }

        Algebra.Current.Spend(n);
        return n == 0 ? Zero : n == monomials.Length ? new(monomials, coefficients) : new(monomials[..n], coefficients[..n]);
    }

    public static Polynomial operator -(Polynomial a) => a.Scaled(-1);

    public static Polynomial operator -(Polynomial a, Polynomial b) => a + (-b);

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
        {
            return Zero;
        }

        if (b.Count == 1 && !b._monomials[0].HasRoots)
        {
            return a.Times(b._monomials[0], b._coefficients[0]);
        }

        if (a.Count == 1 && !a._monomials[0].HasRoots)
        {
            return b.Times(a._monomials[0], a._coefficients[0]);
        }

        var product = new PolynomialBuilder();
        for (var i = 0; i < a.Count; i++)
        {
            product.AddProduct(b, a._monomials[i], a._coefficients[i]);
        }

        return product.ToPolynomial();
    }

    /// <summary>c times this.</summary>
    public Polynomial Scaled(Coefficient c)
    {
        if (c.IsZero || IsZero)
        {
            return Zero;
        }

        var coefficients = new Coefficient[Count];
        for (var i = 0; i < Count; i++)
        {
            coefficients[i] = _coefficients[i] * c;
        }

        return new(_monomials, coefficients);
    }

    /// <summary>This times c m, for a monomial without roots: the order of the terms stays.</summary>
    public Polynomial Times(Monomial m, Coefficient c)
    {
        if (m.IsOne)
        {
            return c.IsOne ? this : Scaled(c);
        }

        Algebra.Current.Spend(Count);
        var (monomials, coefficients) = (new Monomial[Count], new Coefficient[Count]);
        for (var i = 0; i < Count; i++)
        {
            monomials[i] = _monomials[i] * m;
            coefficients[i] = _coefficients[i] * c;
        }

        return new(monomials, coefficients);
    }

    /// <summary>The k-th power, k ≥ 0.</summary>
    public Polynomial Power(int k)
    {
        var (result, square) = (One, this);
        for (; k > 0; k >>= 1)
        {
            result = (k & 1) == 1 ? result * square : result;
            square = k > 1 ? square * square : square;
        }

        return result;
    }

    /// <summary>The monomial with the least power of each generator: dividing by it leaves a polynomial that no generator divides.</summary>
    public Monomial Content()
    {
        var least = _monomials[0];
        for (var i = 1; i < Count; i++)
        {
            least = Monomial.Least(least, _monomials[i]);
        }

        return least;
    }

    /// <summary>Whether a root of a polynomial occurs.</summary>
    public bool HasRoots => Array.Exists(_monomials, monomial => monomial.HasRoots);

    /// <summary>The quotient if the divisor divides this exactly (up to negative powers of generators); otherwise null. Neither contains roots.</summary>
    public Polynomial? DividedBy(Polynomial divisor)
    {
        if (Count < divisor.Count || HasRoots)
        {
            return null;
        }

        var content = Content();
        var rest = content.IsOne ? this : Times(content.Inverse(), 1);
        var (quotient, lead) = (Zero, divisor._monomials[0].Inverse());
        var last = divisor._monomials[^1].Inverse();
        while (!rest.IsZero)
        {
            var step = rest._monomials[0] * lead;
            if (!step.IsNonnegative || !(rest._monomials[^1] * last).IsNonnegative)
            {
                return null;
            }

            var term = Of(step, rest._coefficients[0] / divisor._coefficients[0]);
            quotient += term;
            rest -= divisor * term;
        }

        return content.IsOne ? quotient : quotient.Times(content, 1);
    }

    /// <inheritdoc/>
    public bool Equals(Polynomial? other) => ReferenceEquals(this, other) || (other is not null && Count == other.Count
        && GetHashCode() == other.GetHashCode() && _monomials.AsSpan().SequenceEqual(other._monomials) && _coefficients.AsSpan().SequenceEqual(other._coefficients));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var hash = 17;
            for (var i = 0; i < Count; i++)
            {
                hash = unchecked((hash * 31) + _monomials[i].GetHashCode() + (_coefficients[i].GetHashCode() * 127));
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }
}
