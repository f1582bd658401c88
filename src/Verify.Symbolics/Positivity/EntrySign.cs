using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Positivity;

/// <summary>Sufficient signs of all entries of a matrix: of L 1 1' R with positive diagonal L and R, of means and entrywise products of such, and of sums of them.</summary>
internal static class EntrySign
{
    /// <summary>The least sign of an entry. Unknown is always a sound answer.</summary>
    public static Sign Of(Form form)
    {
        var sign = Sign.Nonnegative;
        for (var i = 0; i < form.Count; i++)
        {
            var own = Lesser(ScalarSign.Of(form.CoefficientAt(i)), Of(form.WordAt(i)));
            if (own == Sign.Unknown)
            {
                return own;
            }

            sign = own == Sign.Positive ? own : sign;
        }

        return sign;
    }

    private static Sign Of(Word word)
    {
        var ends = Ends.Of(word);
        if (ends.Core is not { } core)
        {
            return Sign.Unknown;
        }

        var inner = ends.IsOnes ? Sign.Positive
            : core.Length != 1 || !core.Letters[0].Element.IsLambda ? Sign.Unknown
            : core.Letters[0].Atom switch
            {
                HadamardAtom product => product.Factors.Select(Of).Aggregate(Lesser),
                ExpectationAtom mean => Lesser(Signs.OfMonomial(mean.Factor), Of(mean.Word)),
                _ => Sign.Unknown,
            };
        inner = inner == Sign.Unknown && IsOfSoftmaxes(core) ? Sign.Positive : inner;
        return ends.Left.Concat(ends.Right).Select(Signs.OfLetter).Aggregate(inner, Lesser);
    }

    // Each letter is a vector of positive entries, as a column or a row, so that their product is too.
    private static bool IsOfSoftmaxes(Word word) => !word.IsIdentity && word.Letters.ToArray().All(letter => letter is { Element.IsLambda: true, Atom: OnesAtom or SoftmaxAtom });

    private static Sign Lesser(Sign a, Sign b) => a == Sign.Unknown || b == Sign.Unknown ? Sign.Unknown : a == Sign.Positive ? b : a;
}
