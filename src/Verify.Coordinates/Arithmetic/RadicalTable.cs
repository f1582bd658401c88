using System.Numerics;
using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>
/// The radicals b^(1/Q) in use, for bases b that are pairwise coprime and no perfect powers. Then the products of b^(k/Q), 0 ≤ k &lt; Q, are linearly
/// independent over the rationals (Besicovitch 1940), so that a sum of them is 0 only if it has no term: equality of radicals is decided.
/// </summary>
internal sealed class RadicalTable
{
    private readonly List<BigInteger> _bases = [];

    /// <summary>Q, fixed before the first root is taken; 1 to 15.</summary>
    public int Order { get; set; } = 1;

    /// <summary>How many bases there are.</summary>
    public int Count => _bases.Count;

    /// <summary>The bases.</summary>
    public IReadOnlyList<BigInteger> Bases => _bases;

    /// <summary>The variable that stands for the Q-th root of the base of that index.</summary>
    public static int Variable(int index) => Monomial.Variables - 1 - index;

    /// <summary>b^(e/Q) with e ≥ Q becomes b b^(e/Q - 1), the factor going to the coefficient.</summary>
    public Monomial Reduce(Monomial monomial, ref Rational coefficient)
    {
        for (var i = 0; i < _bases.Count; i++)
        {
            var exponent = monomial[Variable(i)];
            if (exponent >= Order)
            {
                coefficient *= _bases[i];
                monomial = monomial.With(Variable(i), exponent - Order);
            }
        }

        return monomial;
    }

    /// <summary>Whether no variable other than a radical occurs.</summary>
    public bool IsNumber(Monomial monomial)
    {
        for (var i = 0; i < _bases.Count; i++)
        {
            monomial = monomial.With(Variable(i), 0);
        }

        return monomial.IsOne;
    }

    /// <summary>value^(numerator / denominator) of a rational. Negative values, and 0 to a negative power, throw <see cref="UndefinedException"/>.</summary>
    public Polynomial Root(Rational value, int numerator, int denominator, int room)
    {
        if (value.Sign < 0 || (value.IsZero && numerator < 0))
        {
            throw new UndefinedException("a root of a negative number");
        }

        if (value.IsZero || value.IsOne)
        {
            return Polynomial.Of(value);
        }

        var (coefficient, monomial) = (Rational.One, Monomial.One);
        var factors = IntegerRoots.Factors(value.Numerator).Concat(IntegerRoots.Factors(value.Denominator).Select(factor => (factor.Base, -factor.Multiplicity)));
        foreach (var (@base, multiplicity) in factors)
        {
            var parts = multiplicity * numerator * Order;
            if (parts % denominator != 0)
            {
                throw new InexactException("a nested root");
            }

            var (whole, rest) = (Math.DivRem(parts / denominator, Order).Quotient, parts / denominator % Order);
            (whole, rest) = rest < 0 ? (whole - 1, rest + Order) : (whole, rest);
            coefficient *= new Rational(@base, 1).Power(whole);
            monomial = rest == 0 ? monomial : monomial * Monomial.Of(Variable(IndexOf(@base, room)), rest);
        }

        return Polynomial.Of(monomial, coefficient);
    }

    /// <summary>number^(numerator / denominator), exact where the number is rational or one radical.</summary>
    public Polynomial PowerOf(PolynomialRing ring, Polynomial number, int numerator, int denominator)
    {
        if (number.IsRational)
        {
            return ring.Root(number.Value, numerator, denominator);
        }

        if (number.Terms.Length > 1 || !ring.IsNumber(number))
        {
            throw ring.IsNumber(number) ? new InexactException("a root of a sum of radicals") : new NotTreatedException("a root of random values inside an expectation");
        }

        var term = number.Terms[0];
        var result = ring.Root(term.Coefficient, numerator, denominator);
        for (var i = 0; i < _bases.Count; i++)
        {
            var parts = term.Monomial[Variable(i)] * numerator;
            if (parts % denominator != 0)
            {
                throw new InexactException("a nested root");
            }

            result = ring.Multiply(result, ring.Root(new Rational(_bases[i], 1), parts / denominator, Order));
        }

        return result;
    }

    private int IndexOf(BigInteger @base, int room)
    {
        if (_bases.IndexOf(@base) is >= 0 and var known)
        {
            return known;
        }

        if (_bases.Count >= room || _bases.Exists(other => !BigInteger.GreatestCommonDivisor(other, @base).IsOne))
        {
            throw new InexactException("too many radicals");
        }

        _bases.Add(@base);
        return _bases.Count - 1;
    }
}
