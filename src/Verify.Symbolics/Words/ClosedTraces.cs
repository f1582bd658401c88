using Verify.Symbolics.Expectations;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Traces that open a closed letter: tr(D diag(A)) = tr(D A) for diagonal D, and tr(A E[B]) = E[tr(A B)], and those of <see cref="EntrywiseTraces"/>.</summary>
internal static class ClosedTraces
{
    /// <summary>The value where the cycle has exactly one such letter; otherwise null.</summary>
    public static Scalar? Of(ReadOnlySpan<Letter> letters)
    {
        var place = -1;
        var othersDiagonal = true;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Atom is ExpectationAtom && letters[i].Element.IsLambda)
            {
                if (place >= 0)
                {
                    return EntrywiseTraces.Of(letters);
                }

                place = i;
            }
        }

        if (place >= 0)
        {
            var mean = (ExpectationAtom)letters[place].Atom;
            var rest = Around(letters, place);
            return rest is not null && rest.DependsOn(mean.Bound) ? null
                : UnknownLaw.Mean(Closed(rest, Body(letters[place], mean.Word)).Trace() * Scalar.Of(mean.Factor, 1), mean.Bound);
        }

        for (var i = 0; i < letters.Length; i++)
        {
            place = letters[i].Atom is DiagonalAtom && letters[i].Element.IsLambda && place < 0 ? i : place;
        }

        for (var i = 0; i < letters.Length; i++)
        {
            othersDiagonal &= i == place || letters[i].Atom.IsDiagonal;
        }

        if (place < 0)
        {
            return EntrywiseTraces.Of(letters);
        }

        return !othersDiagonal ? EntrywiseTraces.Of(letters) : Closed(Around(letters, place), Form.Of(((DiagonalAtom)letters[place].Atom).Word)).Trace();
    }

    private static Form Body(Letter letter, Word word) => letter.IsTransposed ? WordProduct.Transpose(word) : Form.Of(word);

    private static Form Closed(Form? rest, Form body) => rest is null ? body : rest * body;

    /// <summary>The product of the other letters, from behind the one at an index round to before it.</summary>
    public static Form? Around(ReadOnlySpan<Letter> letters, int index)
    {
        Form? product = null;
        for (var i = 1; i < letters.Length; i++)
        {
            var next = Form.Of(letters[(index + i) % letters.Length]);
            product = product is null ? next : product * next;
        }

        return product;
    }
}
