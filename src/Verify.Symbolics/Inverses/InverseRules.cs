using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Inverses;

/// <summary>
/// The oriented rules of powers of a sum S = m + rest, m its leading word with coefficient 1: S^e m = S^(e+1) - S^e rest and m S^e = S^(e+1) - rest S^e.
/// They end, since m is greater than every word of the rest; they do not decide every equality.
/// </summary>
internal static class InverseRules
{
    /// <summary>The letters with the first applicable rule applied; null where none applies.</summary>
    public static Form? Rewrite(ReadOnlySpan<Letter> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Atom is not SumAtom { Sum: var sum })
            {
                continue;
            }

            sum = letters[i].IsTransposed ? sum.Transpose() : sum;
            var lead = Lead(sum);
            if (lead.Length > 0 && letters[(i + 1)..].StartsWith(lead.Letters))
            {
                return Replace(letters[..i], letters[i], sum, lead, letters[(i + 1 + lead.Length)..], fromLeft: false);
            }

            if (lead.Length > 0 && letters[..i].EndsWith(lead.Letters))
            {
                return Replace(letters[..(i - lead.Length)], letters[i], sum, lead, letters[(i + 1)..], fromLeft: true);
            }
        }

        return null;
    }

    /// <summary>before S^e after for e ≥ 1: the whole power multiplied out.</summary>
    public static Form Expanded(ReadOnlySpan<Letter> before, Letter power, ReadOnlySpan<Letter> after)
    {
        var sum = ((SumAtom)power.Atom).Sum;
        sum = power.IsTransposed ? sum.Transpose() : sum;
        var whole = power.Element.Units / Monomial.Unit;
        var product = sum.Power(whole);
        var fraction = Element.Power(power.Element.Units - (whole * Monomial.Unit));
        product = fraction.IsOne ? product : Form.Of(power.With(fraction)) * product;
        return Surround(before, product, after);
    }

    /// <summary>S^e, its whole part multiplied out where e ≥ 1.</summary>
    public static Form Power(Letter power) => power.Element.Units >= Monomial.Unit ? Expanded([], power, []) : Form.Of(power);

    /// <summary>The greatest word of a sum.</summary>
    public static Word Lead(Form sum) => sum.WordAt(sum.Count - 1);

    private static Form Replace(ReadOnlySpan<Letter> before, Letter power, Form sum, Word lead, ReadOnlySpan<Letter> after, bool fromLeft)
    {
        var coefficient = sum.CoefficientAt(sum.Count - 1);
        Algebra.Current.Divide(coefficient);
        var c = coefficient.Inverse();
        var rest = sum - Form.Of(lead).Scaled(coefficient);
        var raised = Element.Power(power.Element.Units + Monomial.Unit);
        var next = raised.IsOne ? Form.Identity(power.Rows) : Form.Of(power.With(raised));
        var changed = fromLeft ? next - (rest * Form.Of(power)) : next - (Form.Of(power) * rest);
        return Surround(before, changed.Scaled(c), after);
    }

    private static Form Surround(ReadOnlySpan<Letter> before, Form middle, ReadOnlySpan<Letter> after)
    {
        for (var i = before.Length - 1; i >= 0; i--)
        {
            middle = Form.Of(before[i]) * middle;
        }

        foreach (var letter in after)
        {
            middle *= Form.Of(letter);
        }

        return middle;
    }
}
