using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Positivity;

/// <summary>Completing a square among words: a u K u' + b v' K v + c (u K v + v' K u') ≥ 0 for psd K, a &gt; 0 and a b ≥ c^2.</summary>
internal static class CrossTerm
{
    /// <summary>Takes the word with its transpose, and the part c^2 / a of the square that pays for them, out of the sum; false where no such square is there.</summary>
    public static bool TryComplete(Word word, Dictionary<Word, Scalar> sum)
    {
        var transpose = WordProduct.Transpose(word);
        if (word.Cut >= 0 || transpose.Count != 1 || transpose.WordAt(0).Equals(word) || !sum.TryGetValue(transpose.WordAt(0), out var mirrored)
            || !mirrored.SameAs(sum[word]))
        {
            return false;
        }

        for (var split = 0; split <= word.Length; split++)
        {
            var centre = split < word.Length && Signs.OfLetter(word.Letters[split]) != Sign.Unknown ? 1 : 0;
            for (var width = centre; width >= 0; width--)
            {
                var first = Around(word.Letters[..split], word.Letters.Slice(split, width), transposeFirst: false, word.Shape.Rows);
                var second = Around(word.Letters[(split + width)..], word.Letters.Slice(split, width), transposeFirst: true, word.Shape.Columns);
                if (first is not null && second is not null && TryPay(word, transpose.WordAt(0), first, second, sum))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool TryPay(Word word, Word transpose, Word first, Word second, Dictionary<Word, Scalar> sum)
    {
        if (!sum.TryGetValue(first, out var a) || !sum.TryGetValue(second, out var b) || ScalarSign.Of(a) != Sign.Positive)
        {
            return false;
        }

        var rest = b - (sum[word] * sum[word] / a);
        if (ScalarSign.Of(rest) == Sign.Unknown)
        {
            return false;
        }

        sum.Remove(word);
        sum.Remove(transpose);
        sum.Remove(first);
        sum[second] = rest;
        return true;
    }

    /// <summary>u K u' or v' K v as one word; null where it is none.</summary>
    private static Word? Around(ReadOnlySpan<Letter> side, ReadOnlySpan<Letter> centre, bool transposeFirst, Size size)
    {
        var reversed = WordProduct.Reversed(side);
        Letter[] letters = transposeFirst ? [.. reversed, .. centre, .. side] : [.. side, .. centre, .. reversed];
        if (letters.Length == 0)
        {
            return Word.Identity(size);
        }

        var product = WordProduct.Sorted(letters);
        return product.Count == 1 && product.CoefficientAt(0).IsOne ? product.WordAt(0) : null;
    }
}
