using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Families;

/// <summary>A function of one matrix as a product lead × λ^u Π (λ - p)^n: the shape in which it can be inverted and raised to any power.</summary>
internal sealed class FactoredFunction
{
    private readonly Scalar _lead;
    private readonly int _units;
    private readonly List<(Pole Pole, int Units)> _powers;

    private FactoredFunction(Scalar lead, int units, List<(Pole, int)> powers) => (_lead, _units, _powers) = (lead, units, powers);

    /// <summary>The letter whose family a form lies in, if each of its words is the identity or one letter of that family; otherwise null.</summary>
    public static Letter? FamilyOf(Form form)
    {
        Letter? family = null;
        for (var i = 0; i < form.Count; i++)
        {
            var word = form.WordAt(i);
            if (word.IsIdentity)
            {
                continue;
            }

            if (word.Length > 1 || word.Letters[0].Atom is SumAtom || (family is not null && !family.SameFamily(word.Letters[0])) || !word.Shape.IsSquare)
            {
                return null;
            }

            family = word.Letters[0];
        }

        return family;
    }

    /// <summary>The factors of a form of one family; null where they are not linear with poles that are known or can be read off.</summary>
    public static FactoredFunction? Of(Form form)
    {
        var sum = FamilySum.Zero;
        for (var i = 0; i < form.Count; i++)
        {
            sum += FamilySum.Of(form.WordAt(i).IsIdentity ? Element.One : form.WordAt(i).Letters[0].Element, form.CoefficientAt(i));
        }

        // One denominator clears all negative powers, and what is left must be a polynomial in λ.
        var (units, powers) = Denominators(sum);
        var cleared = sum * PartialFractions.Of(-units, powers.ConvertAll(static power => (power.Pole, -power.Units)));
        var degree = 0;
        foreach (var (element, _) in cleared.Terms)
        {
            if (!element.IsOne && element.WholePower == 0)
            {
                return null;
            }

            degree = Math.Max(degree, element.WholePower);
        }

        var coefficients = new Scalar[degree + 1];
        Array.Fill(coefficients, Scalar.Zero);
        foreach (var (element, coefficient) in cleared.Terms)
        {
            coefficients[element.WholePower] = coefficient;
        }

        return Factor(coefficients, units, powers);
    }

    /// <summary>The function to the power numerator/denominator, as a sum over the family of the letter; a fraction needs positive factors.</summary>
    public Form Power(Letter family, int numerator, int denominator)
    {
        if (denominator > 1)
        {
            RequirePositive(family, Monomial.ScaleUnits(_units, numerator, denominator));
        }

        var powers = _powers.ConvertAll(power => (power.Pole, Monomial.ScaleUnits(power.Units, numerator, denominator)));
        var sum = PartialFractions.Of(Monomial.ScaleUnits(_units, numerator, denominator), powers);
        var lead = denominator == 1 ? _lead.Power(numerator) : ScalarRoots.Power(_lead, numerator, denominator);
        var form = new FormBuilder(family.Atom.Shape);
        foreach (var (element, coefficient) in sum.Terms)
        {
            form.Add(element.IsOne ? Form.Identity(family.Rows) : Form.Of(family.With(element)), coefficient * lead);
        }

        return form.ToForm();
    }

    private static (int Units, List<(Pole Pole, int Units)> Powers) Denominators(FamilySum sum)
    {
        var units = int.MaxValue;
        var powers = new List<(Pole Pole, int Units)>();
        foreach (var (element, _) in sum.Terms)
        {
            units = Math.Min(units, element.Units);
            foreach (var (pole, shift) in element.Shifts)
            {
                Lower(powers, pole, shift);
            }
        }

        foreach (var (element, _) in sum.Terms)
        {
            if (element.Pole is { } pole)
            {
                var shift = Array.Find(element.Shifts, s => s.Pole == pole).Units;
                Lower(powers, pole, shift - (element.Multiplicity * Monomial.Unit));
            }
        }

        return (units, powers);
    }

    private static void Lower(List<(Pole Pole, int Units)> powers, Pole pole, int units)
    {
        var i = powers.FindIndex(power => power.Pole == pole);
        if (i < 0)
        {
            powers.Add((pole, units));
        }
        else
        {
            powers[i] = (pole, Math.Min(powers[i].Units, units));
        }
    }

    private static FactoredFunction? Factor(Scalar[] coefficients, int units, List<(Pole Pole, int Units)> powers)
    {
        while (coefficients[0].IsZero)
        {
            coefficients = coefficients[1..];
            units += Monomial.Unit;
        }

        while (coefficients.Length > 2)
        {
            var (pole, quotient) = KnownRoot(coefficients);
            if (pole is null)
            {
                return null;
            }

            Raise(powers, pole);
            coefficients = quotient;
        }

        if (coefficients.Length == 2)
        {
            Algebra.Current.Divide(coefficients[1]);
            Raise(powers, Algebra.Current.PoleAt(-coefficients[0] / coefficients[1]));
        }

        powers.RemoveAll(static power => power.Units == 0);
        return new(coefficients[^1], units, powers);
    }

    /// <summary>A pole met before that is a root, with the quotient (Horner's scheme).</summary>
    private static (Pole? Pole, Scalar[] Quotient) KnownRoot(Scalar[] coefficients)
    {
        foreach (var pole in Algebra.Current.Poles)
        {
            var quotient = new Scalar[coefficients.Length - 1];
            var carried = Scalar.Zero;
            for (var i = coefficients.Length - 1; i > 0; i--)
            {
                quotient[i - 1] = carried = coefficients[i] + (carried * pole.Value);
            }

            if ((coefficients[0] + (carried * pole.Value)).IsZero)
            {
                return (pole, quotient);
            }
        }

        return (null, coefficients);
    }

    private static void Raise(List<(Pole Pole, int Units)> powers, Pole pole)
    {
        var i = powers.FindIndex(power => power.Pole == pole);
        if (i < 0)
        {
            powers.Add((pole, Monomial.Unit));
        }
        else
        {
            powers[i] = (pole, powers[i].Units + Monomial.Unit);
        }
    }

    /// <summary>(S^2)^(1/2) is S only for psd S; (S^4)^(1/2) is S^2 for every symmetric S.</summary>
    private void RequirePositive(Letter family, int units)
    {
        var even = units % (2 * Monomial.Unit) == 0 && family.Atom.IsSymmetric;
        var sign = _units == 0 || even ? Sign.Positive : Signs.OfLetter(family.With(Element.Lambda));
        foreach (var (pole, _) in _powers)
        {
            sign = Signs.OfShifted(Signs.OfLetter(family.With(Element.Lambda)), pole) == Sign.Unknown ? Sign.Unknown : sign;
        }

        if (sign == Sign.Unknown)
        {
            throw new NotDecidedException("whether a matrix under a fractional power is positive");
        }
    }
}
