using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// Sufficient signs of the least eigenvalue of a symmetric form: functions of one spd matrix by their values on its spectrum; words P K P' with psd K; and what is left
/// over in pairs, -c (u K v + v' K u') ≤ a u K u' + b v' K v with a b ≥ c^2; and W ≤ tr(W) I. Unknown is always a sound answer.
/// </summary>
internal static class LoewnerSign
{
    /// <summary>The sign of a square form; a form that is not symmetric is unknown.</summary>
    public static Sign Of(Form form)
    {
        if (form.IsScalar)
        {
            return ScalarSign.Of(form.AsScalar);
        }

        if (form.IsZero)
        {
            return Sign.Nonnegative;
        }

        if (!form.Shape.IsSquare || !(form - form.Transpose()).IsZero)
        {
            return Sign.Unknown;
        }

        var sum = Enumerable.Range(0, form.Count).ToDictionary(form.WordAt, form.CoefficientAt);
        foreach (var word in sum.Keys.Where(word => !word.IsSymmetric).Order().ToList())
        {
            if (sum.ContainsKey(word) && !CrossTerm.TryComplete(word, sum))
            {
                return Sign.Unknown;
            }
        }

        return OfSymmetricWords(sum) is var sign and not Sign.Unknown ? sign : OfSymmetricWords(BoundedByTraces(sum));
    }

    /// <summary>The sum with every -c W, c ≥ 0 and W psd, made smaller: W ≤ tr(W) I.</summary>
    private static Dictionary<Word, Scalar> BoundedByTraces(Dictionary<Word, Scalar> sum)
    {
        var bounded = new Dictionary<Word, Scalar>();
        foreach (var (word, coefficient) in sum)
        {
            var psd = !word.IsIdentity && (Signs.AttributesOf(word) & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite;
            var replaced = psd && ScalarSign.Of(-coefficient) != Sign.Unknown;
            var key = replaced ? Word.Identity(word.Shape.Rows) : word;
            bounded[key] = bounded.GetValueOrDefault(key, Scalar.Zero) + (replaced ? coefficient * Form.Of(word).Trace() : coefficient);
        }

        return bounded;
    }

    private static Sign OfSymmetricWords(Dictionary<Word, Scalar> sum)
    {
        var families = new SortedDictionary<int, List<KeyValuePair<Letter, Scalar>>>();
        var signs = new List<Sign>();
        foreach (var (word, coefficient) in sum.Where(term => !term.Key.IsIdentity))
        {
            if (word.Length == 1)
            {
                var letter = word.Letters[0];
                families.TryAdd(letter.Atom.Order, []);
                families[letter.Atom.Order].Add(new(letter, coefficient));
            }
            else
            {
                signs.Add(OfTerm(word, coefficient));
            }
        }

        // I is a function of every matrix; it goes with the first that is there.
        var identity = sum.Where(term => term.Key.IsIdentity).Select(term => term.Value).FirstOrDefault();
        foreach (var family in families.Values)
        {
            List<KeyValuePair<Element, Scalar>> terms = [.. family.Select(term => KeyValuePair.Create(term.Key.Element, term.Value))];
            signs.Add(OfFamily(family[0].Key.Atom, identity is null ? terms : [.. terms, new(Element.One, identity)]));
            identity = null;
        }

        if (identity is not null)
        {
            signs.Add(ScalarSign.Of(identity));
        }

        return signs.Contains(Sign.Unknown) ? Sign.Unknown : signs.Contains(Sign.Positive) ? Sign.Positive : Sign.Nonnegative;
    }

    private static Sign OfTerm(Word word, Scalar coefficient)
    {
        var attributes = Signs.AttributesOf(word);
        return (attributes & MatrixAttributes.PositiveSemidefinite) != MatrixAttributes.PositiveSemidefinite ? Sign.Unknown
            : (attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite ? ScalarSign.Of(coefficient)
            : ScalarSign.Of(coefficient) == Sign.Unknown ? Sign.Unknown : Sign.Nonnegative;
    }

    private static Sign OfFamily(Atom atom, List<KeyValuePair<Element, Scalar>> terms)
    {
        var attributes = atom.Attributes;
        var definite = (attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite;
        if (definite || (attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite)
        {
            return SpectralFunction.SignOf(terms, definite);
        }

        // On any real spectrum, even powers with coefficients ≥ 0.
        var even = terms.TrueForAll(term => term.Key.IsPower && term.Key.Units % (2 * Monomial.Unit) == 0);
        var signs = even ? terms.Select(term => (term.Key.IsOne, Sign: ScalarSign.Of(term.Value))).ToList() : [];
        return !even || signs.Exists(term => term.Sign == Sign.Unknown) ? Sign.Unknown
            : signs.Exists(term => term.IsOne && term.Sign == Sign.Positive) ? Sign.Positive
            : Sign.Nonnegative;
    }
}
