using Verify.Language;

namespace Verify.Symbolics.Words;

/// <summary>Products of any run of letters, whatever sizes it passes through.</summary>
internal static class Segments
{
    /// <summary>The product of the letters; of none, the identity of the given size.</summary>
    public static Form Product(ReadOnlySpan<Letter> letters, Size sizeIfEmpty)
    {
        if (letters.Length == 0)
        {
            return Form.Identity(sizeIfEmpty);
        }

        Form? product = null;
        var start = 0;
        for (var i = 1; i <= letters.Length; i++)
        {
            if (i == letters.Length || letters[i].Rows.IsOne)
            {
                var piece = WordProduct.Sorted(letters[start..i]);
                product = product is null ? piece : product * piece;
                start = i;
            }
        }

        return product!;
    }

    /// <summary>The letters of a cycle that follow one place, round to before it.</summary>
    public static Letter[] After(ReadOnlySpan<Letter> cycle, int place) => [.. cycle[(place + 1)..], .. cycle[..place]];
}
