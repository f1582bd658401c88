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
                product.Add(Product(a.WordAt(i), b.WordAt(j)), a.CoefficientAt(i) * b.CoefficientAt(j));
            }
        }

        return product.ToForm();
    }

    private static Form Diagonal(Word word)
    {
        var letters = word.Letters;
        var (first, last) = (0, letters.Length);
        while (first < last && letters[first].Atom.IsDiagonal)
        {
            first++;
        }

        if (first == last)
        {
            return Form.Of(word);
        }

        while (letters[last - 1].Atom.IsDiagonal)
        {
            last--;
        }

        var inner = Segments.Product(letters[first..last], word.Shape.Rows).WordAt(0);
        var transpose = WordProduct.Transpose(inner).WordAt(0);
        var closed = Form.Of(new DiagonalAtom(transpose.CompareTo(inner) < 0 ? transpose : inner));
        return Segments.Product(letters[..first], word.Shape.Rows) * closed * Segments.Product(letters[last..], word.Shape.Rows);
    }

    private static Form Product(Word a, Word b)
    {
        if (IsDiagonal(a) || IsDiagonal(b))
        {
            return IsDiagonal(b) ? Diagonal(a) * Form.Of(b) : Form.Of(a) * Diagonal(b);
        }

        var (left, right) = a.CompareTo(b) <= 0 ? (a, b) : (b, a);
        var (x, y) = (WordProduct.Transpose(left).WordAt(0), WordProduct.Transpose(right).WordAt(0));
        var (first, second) = x.CompareTo(y) <= 0 ? (x, y) : (y, x);
        var order = first.CompareTo(left) is var o and not 0 ? o : second.CompareTo(right);
        return order < 0 ? Form.Of(new HadamardAtom(first, second)).Transpose() : Form.Of(new HadamardAtom(left, right));
    }

    private static bool IsDiagonal(Word word)
    {
        foreach (var letter in word.Letters)
        {
            if (!letter.Atom.IsDiagonal)
            {
                return false;
            }
        }

        return word.Shape.IsSquare;
    }
}
