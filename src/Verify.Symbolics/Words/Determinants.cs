using System.Numerics;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Determinants of forms.</summary>
internal static class Determinants
{
    private const int LargestPrime = 1000;

    /// <summary>
    /// det(A): of a product of square matrices the product of theirs, det(A') = det(A), det(A^k) = det(A)^k, det(c A) = c^n det(A), and
    /// det(c I + W) = c^n (1 + tr(W)/c) for a W of rank one (the matrix determinant lemma; c = 0 is a limit). Otherwise closed.
    /// </summary>
    public static Scalar Of(Form form)
    {
        if (form.IsScalar)
        {
            return form.AsScalar;
        }

        if (form.IsZero)
        {
            return Scalar.Zero;
        }

        if (form.Count == 1)
        {
            return Power(form.CoefficientAt(0), form.Shape.Rows) * Of(form.WordAt(0));
        }

        return OfRankOneChange(form) ?? Closed(form);
    }

    /// <summary>c^n for a size n: c to its integer, and for each dimension in it the closed powers of the factors of c.</summary>
    public static Scalar Power(Scalar c, Size size)
    {
        if (c.IsOne)
        {
            return c;
        }

        var power = c.Power(size.Constant);
        foreach (var (dimension, multiple) in size.Terms)
        {
            power *= Power(c, dimension).Power(multiple);
        }

        return power;
    }

    /// <summary>c^d for a dimension d.</summary>
    public static Scalar Power(Scalar c, Dimension dimension)
    {
        var power = OfPolynomial(c.Numerator, dimension);
        for (var i = 0; i < c.Denominator.Count; i++)
        {
            power /= OfPolynomial(c.Denominator.FactorAt(i), dimension).Power(c.Denominator.PowerAt(i));
        }

        return power;
    }

    private static Scalar OfPolynomial(Polynomial polynomial, Dimension dimension)
    {
        if (polynomial.Count != 1 || !HasWholePowers(polynomial.MonomialAt(0)))
        {
            return Closed(new Scalar(polynomial, Denominator.One), dimension);
        }

        var (coefficient, monomial) = (polynomial.CoefficientAt(0).Value, polynomial.MonomialAt(0));
        var power = OfInteger(coefficient.Numerator, dimension) / OfInteger(coefficient.Denominator, dimension);
        for (var i = 0; i < monomial.Count; i++)
        {
            power *= Closed(Scalar.Of(monomial.GeneratorAt(i)), dimension).Power(monomial.UnitsAt(i) / Monomial.Unit);
        }

        return power;
    }

    private static bool HasWholePowers(Monomial monomial) => Enumerable.Range(0, monomial.Count).All(i => monomial.UnitsAt(i) % Monomial.Unit == 0);

    // By its sign and its small prime factors.
    private static Scalar OfInteger(BigInteger number, Dimension dimension)
    {
        var power = number.Sign < 0 ? Closed(-1, dimension) : Scalar.One;
        var rest = BigInteger.Abs(number);
        for (var prime = 2; prime < LargestPrime && !rest.IsOne; prime++)
        {
            for (; (rest % prime).IsZero; rest /= prime)
            {
                power *= Closed(prime, dimension);
            }
        }

        return rest.IsOne ? power : power * Closed(Scalar.Of((Rational)rest), dimension);
    }

    private static Scalar Closed(Scalar @base, Dimension dimension) => @base.IsOne ? @base : Scalar.Of(new DimensionPowerGenerator(@base, dimension));

    private static Scalar Of(Word word)
    {
        var letters = word.Letters.ToArray();
        return word.IsIdentity ? Scalar.One
            : Array.TrueForAll(letters, letter => letter.Rows.Equals(letter.Columns)) ? letters.Aggregate(Scalar.One, (product, letter) => product * Of(letter))
            : Closed(Form.Of(word));
    }

    // A power of the atom, whole or (of a positive definite one) fractional, or its inverse's; another function stays closed.
    private static Scalar Of(Letter letter)
    {
        var (element, atom) = (letter.Element, letter.Atom);
        Scalar OfAtom() => atom is SumAtom sum ? Of(sum.Sum) : Closed(Form.Of(atom));
        return element.IsPower && element.Units % Monomial.Unit == 0 ? OfAtom().Power(element.Units / Monomial.Unit)
            : element is { Units: 0, Shifts.Length: 0, Pole: { } pole } && pole.Value.IsZero ? OfAtom().Power(-element.Multiplicity)
            : element.IsPower && atom.Attributes.HasFlag(MatrixAttributes.PositiveDefinite) ? ScalarRoots.Power(OfAtom(), new Rational(element.Units, Monomial.Unit))
            : Closed(Form.Of(letter));
    }

    private static Scalar? OfRankOneChange(Form form)
    {
        if (form.Count != 2)
        {
            return null;
        }

        var identity = form.WordAt(0).IsIdentity ? 0 : form.WordAt(1).IsIdentity ? 1 : -1;
        if (identity < 0 || form.WordAt(1 - identity) is not { Cut: >= 0 } change)
        {
            return null;
        }

        var c = form.CoefficientAt(identity);
        Algebra.Current.Divide(c);
        return Power(c, form.Shape.Rows) * (1 + (Form.Of(change).Scaled(form.CoefficientAt(1 - identity)).Trace() / c));
    }

    private static Scalar Closed(Form form) =>
        Scalar.Of(Algebra.Current.Known(new DeterminantGenerator(form.Transpose())) ?? new DeterminantGenerator(form));
}
