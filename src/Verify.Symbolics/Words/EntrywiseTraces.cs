using Verify.Symbolics.Expectations;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>
/// Traces and chains that meet an entrywise product: tr((A ∘ B) K) = 1' (A ∘ B ∘ K') 1, the sum of all entries. 1' L (A ∘ B) R 1 = tr(R A' L B) for diagonal L and R;
/// a factor x y' gives the chain its ends; a mean among the factors is taken last, E[A] ∘ B = E[A ∘ B]. Of more factors the chain is closed.
/// </summary>
internal static class EntrywiseTraces
{
    /// <summary>The value where a letter of the cycle is an entrywise product; otherwise null.</summary>
    public static Scalar? Of(ReadOnlySpan<Letter> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] is { Element.IsLambda: true, Atom: HadamardAtom })
            {
                var product = Form.Of(letters[i]);
                var rest = ClosedTraces.Around(letters, i);
                return rest is null ? Entrywise.Diagonal(product).Trace() : Sum(Entrywise.Product(product, rest.Transpose()));
            }
        }

        return null;
    }

    /// <summary>1' form 1.</summary>
    private static Scalar Sum(Form form)
    {
        var sum = new ScalarSum();
        for (var i = 0; i < form.Count; i++)
        {
            sum.Add(Sum(form.WordAt(i)), form.CoefficientAt(i));
        }

        return sum.ToScalar();
    }

    private static Scalar Sum(Word word)
    {
        var ends = Ends.Of(word);
        var (first, last) = (Form.Of(new OnesAtom(word.Shape.Rows)), Form.Of(new OnesAtom(word.Shape.Columns)));
        if (ends.Core is null)
        {
            return Form.Of(word).Trace();
        }

        if (ends.Entrywise is not { Atom: HadamardAtom product } letter)
        {
            return (first.Transpose() * Form.Of(word) * last).AsScalar;
        }

        var factors = product.Factors.Select(factor => letter.IsTransposed ? EntrywiseWords.TransposeOf(factor) : factor).ToList();
        var (left, right) = (Segments.Product(ends.Left, word.Shape.Rows), Segments.Product(ends.Right, word.Shape.Columns));
        if (Opened(factors, left, right) is { } opened)
        {
            return opened;
        }

        if (factors.FindIndex(factor => factor.Cut >= 0) is >= 0 and var outer)
        {
            (first, last) = (EntrywiseWords.Column(factors[outer]), EntrywiseWords.Row(factors[outer]));
            factors.RemoveAt(outer);
            if (factors.Count == 1)
            {
                return (first.Transpose() * left * Form.Of(factors[0]) * right * last).AsScalar;
            }
        }
        else if (factors.Count == 2)
        {
            return (right * Form.Of(factors[0]).Transpose() * left * Form.Of(factors[1])).Trace();
        }

        var closed = EntrywiseWords.Closed(factors);
        return CommutingCycles.Closed(
            [.. first.Transpose().WordAt(0).Letters, .. ends.Left, .. closed.WordAt(0).Letters, .. ends.Right, .. last.WordAt(0).Letters]);
    }

    /// <summary>E[c x' L (A ∘ B) R y] where one factor alone is a mean E[c A].</summary>
    private static Scalar? Opened(List<Word> factors, Form left, Form right)
    {
        if (factors.FindAll(IsMean) is not [var only])
        {
            return null;
        }

        var letter = only.Letters[0];
        var mean = (ExpectationAtom)letter.Atom;
        var inside = letter.IsTransposed ? WordProduct.Transpose(mean.Word) : Form.Of(mean.Word);
        var others = factors.Where(factor => factor != only).Aggregate(inside, (product, factor) => Entrywise.Product(product, Form.Of(factor)));
        return UnknownLaw.Mean(Sum(left * others * right) * Scalar.Of(mean.Factor, 1), mean.Bound);
    }

    private static bool IsMean(Word word) => word.Length == 1 && word.Letters[0] is { Element.IsLambda: true, Atom: ExpectationAtom };
}
