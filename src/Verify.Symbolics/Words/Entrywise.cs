using Verify.Symbolics.Expectations;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>diag(A) and A ∘ B: linear, opened where the words allow it, closed letters otherwise.</summary>
internal static class Entrywise
{
    /// <summary>diag(form): a diagonal word is its own, and diagonal letters at the ends of a word are taken out.</summary>
    public static Form Diagonal(Form form)
    {
        var diagonal = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            diagonal.Add(Diagonal(form.WordAt(i)), form.CoefficientAt(i));
        }

        return diagonal.ToForm();
    }

    /// <summary>a ∘ b: the product with a diagonal word is diagonal, A ∘ D = diag(A) D.</summary>
    public static Form Product(Form a, Form b)
    {
        if (a.IsScalar)
        {
            return a * b;
        }

        var product = new FormBuilder(a.Shape);
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                product.Add(EntrywiseWords.Product([a.WordAt(i), b.WordAt(j)]), a.CoefficientAt(i) * b.CoefficientAt(j));
            }
        }

        return product.ToForm();
    }

    /// <summary>diag(word). diag(A ∘ B) = diag(A) diag(B), diag(E[A]) = E[diag(A)], diag(1 1') = I, diag(e y') = (e' y) e e' for a unit vector e.</summary>
    public static Form Diagonal(Word word)
    {
        var ends = Ends.Of(word);
        if (ends.Core is not { } core)
        {
            return Form.Of(word);
        }

        return Segments.Product(ends.Left, word.Shape.Rows) * OfCore(ends, core) * Segments.Product(ends.Right, word.Shape.Rows);
    }

    private static Form OfCore(Ends ends, Word core)
    {
        if (ends.IsOnes)
        {
            return Form.Identity(core.Shape.Rows);
        }

        if (ends.Entrywise is { Atom: HadamardAtom product })
        {
            return product.Factors.Select(Diagonal).Aggregate((a, b) => a * b);
        }

        if (core.Length == 1 && core.Letters[0] is { Element.IsLambda: true, Atom: ExpectationAtom mean })
        {
            return UnknownLaw.Mean(Diagonal(mean.Word).Scaled(Scalar.Of(mean.Factor, 1)), mean.Bound);
        }

        if (core.Cut >= 0 && (UnitVectors.OnLeft(core) ?? UnitVectors.OnRight(core)) is { } unit)
        {
            var e = Form.Of(unit);
            return (e * e.Transpose()).Scaled((Form.Of(core) * e * e.Transpose()).Trace());
        }

        var transpose = WordProduct.Transpose(core).WordAt(0);
        return Form.Of(new DiagonalAtom(transpose.CompareTo(core) < 0 ? transpose : core));
    }
}
