using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Inverses;

/// <summary>Powers of square forms: within a family by factors, of a product of square letters in reverse order, of any other sum as a closed letter.</summary>
internal static class MatrixPowers
{
    /// <summary>form^k for a rational k.</summary>
    public static Form Of(Form form, Rational exponent)
    {
        if (form.IsScalar)
        {
            return Form.Of(ScalarRoots.Power(form.AsScalar, exponent));
        }

        if (exponent.Numerator.GetBitLength() > 30 || exponent.Denominator.GetBitLength() > 30)
        {
            throw new WorkLimitException("a power exceeds the limit of 2^30");
        }

        var (numerator, denominator) = ((int)exponent.Numerator, (int)exponent.Denominator);
        if (form.IsZero && numerator <= 0)
        {
            throw new NotDecidedException("a power of the zero matrix that is not defined");
        }

        if (form.IsZero || (denominator == 1 && numerator is 0 or 1))
        {
            return numerator == 0 ? Form.Identity(form.Shape.Rows) : form;
        }

        return Single(form, numerator, denominator) ?? (denominator == 1
            ? numerator > 0 ? form.Power(numerator) : Inverse(form).Power(-numerator)
            : Closed(form, numerator, denominator));
    }

    /// <summary>form^-1.</summary>
    public static Form Inverse(Form form)
    {
        if (form.IsScalar)
        {
            return Form.Of(form.AsScalar.Inverse());
        }

        if (form.IsZero)
        {
            throw new NotDecidedException("the inverse of the zero matrix");
        }

        return Single(form, -1, 1) ?? Reversed(form) ?? CommonFactor(form) ?? WithoutLeadingInverse(form) ?? Closed(form, -1, 1);
    }

    /// <summary>A power within one family.</summary>
    private static Form? Single(Form form, int numerator, int denominator)
    {
        if (FactoredFunction.FamilyOf(form) is { } family)
        {
            return FactoredFunction.Of(form)?.Power(family, numerator, denominator);
        }

        // A multiple of the identity.
        return form.Count == 1 && form.WordAt(0).IsIdentity
            ? Form.Identity(form.Shape.Rows).Scaled(ScalarRoots.Power(form.CoefficientAt(0), new Rational(numerator, denominator)))
            : null;
    }

    /// <summary>(A B)^-1 = B^-1 A^-1 for one word of square letters.</summary>
    private static Form? Reversed(Form form)
    {
        if (form.Count > 1)
        {
            return null;
        }

        var inverse = Form.Identity(form.Shape.Rows).Scaled(form.CoefficientAt(0).Inverse());
        var letters = form.WordAt(0).Letters;
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (!letters[i].Atom.Shape.IsSquare)
            {
                return null;
            }

            inverse *= Inverse(Form.Of(letters[i]));
        }

        return inverse;
    }

    /// <summary>(A S)^-1 = S^-1 A^-1 where every word begins with a power of one square matrix, which must be invertible for the whole to be.</summary>
    private static Form? CommonFactor(Form form)
    {
        Letter? first = null;
        var units = int.MaxValue;
        for (var i = 0; i < form.Count; i++)
        {
            var word = form.WordAt(i);
            if (word.IsIdentity || !word.Letters[0].Atom.Shape.IsSquare || !word.Letters[0].Element.IsPower
                || (first is not null && !first.SameFamily(word.Letters[0])) || word.Letters[0].Atom is SumAtom)
            {
                return null;
            }

            first = word.Letters[0];
            units = Math.Min(units, first.Element.Units);
        }

        var inverse = Form.Of(first!.With(Element.Power(-units)));
        return Inverse(inverse * form) * inverse;
    }

    /// <summary>(A^-1 S)^-1 = S^-1 A where some word begins with a negative power of a square matrix: the sum that is closed then contains no inverse in front.</summary>
    private static Form? WithoutLeadingInverse(Form form)
    {
        for (var i = 0; i < form.Count; i++)
        {
            if (form.WordAt(i) is { IsIdentity: false } word && word.Letters[0] is { Element: { IsPower: true, Units: < 0 } element, Atom: not SumAtom } letter)
            {
                var factor = Form.Of(letter.With(Element.Power(-element.Units)));
                return Inverse(factor * form) * factor;
            }
        }

        return null;
    }

    /// <summary>A closed letter: the sum with leading coefficient 1, whose transpose is the transposed letter.</summary>
    private static Form Closed(Form form, int numerator, int denominator)
    {
        var lead = form.CoefficientAt(form.Count - 1);
        Algebra.Current.Divide(lead);
        var sum = form.Scaled(lead.Inverse());
        var transpose = sum.Transpose();
        var symmetric = transpose.SameAs(sum);
        var attributes = symmetric ? AttributesOf(sum) : MatrixAttributes.None;
        var element = Element.Power(Monomial.ScaleUnits(Monomial.Unit, numerator, denominator));
        if (denominator > 1 && ((attributes & MatrixAttributes.PositiveDefinite) != MatrixAttributes.PositiveDefinite || Signs.Of(lead) != Sign.Positive))
        {
            throw new NotDecidedException("whether a matrix under a fractional power is positive");
        }

        var scale = ScalarRoots.Power(lead, new Rational(numerator, denominator));
        var known = symmetric ? null : Algebra.Current.Known(new SumAtom(transpose, MatrixAttributes.None));
        var atom = known ?? Algebra.Current.Unique(new SumAtom(sum, attributes));
        return InverseRules.Power(Letter.Of(atom, known is not null, element)).Scaled(scale);
    }

    private static MatrixAttributes AttributesOf(Form sum)
    {
        var (semidefinite, definite, diagonal) = (true, false, true);
        for (var i = 0; i < sum.Count; i++)
        {
            var own = Signs.AttributesOf(sum.WordAt(i));
            var sign = Signs.Of(sum.CoefficientAt(i));
            semidefinite &= sign != Sign.Unknown && (own & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite;
            definite |= sign == Sign.Positive && (own & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite;
            diagonal &= (own & MatrixAttributes.Diagonal) == MatrixAttributes.Diagonal;
        }

        return (diagonal ? MatrixAttributes.Diagonal : MatrixAttributes.Symmetric)
            | (semidefinite ? definite ? MatrixAttributes.PositiveDefinite : MatrixAttributes.PositiveSemidefinite : MatrixAttributes.None);
    }
}
