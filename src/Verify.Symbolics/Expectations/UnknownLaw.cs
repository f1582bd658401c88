using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// Expectations over a symbol of which nothing is known: linear, and otherwise closed. What does not depend on the symbol is taken out of each term; what is left is one number
/// E[traces] or one letter E[traces × word], the word reaching from the first letter that depends on the symbol to the last.
/// </summary>
internal static class UnknownLaw
{
    /// <summary>E[form] over the symbol, which is written as the stand-in of its declaration: each E has its own copy of a symbol, and equal means must be one generator.</summary>
    public static Form Mean(Form form, Symbol symbol)
    {
        var standIn = StandIn(symbol, form.Leaves);
        form = standIn == symbol ? form : Replacement.Of(form, symbol, Form.Of(standIn));
        var mean = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            Add(mean, form.WordAt(i), form.CoefficientAt(i), standIn);
        }

        return mean.ToForm();
    }

    /// <summary>E[value] over a stand-in.</summary>
    public static Scalar Mean(Scalar value, Symbol standIn)
    {
        var mean = new FormBuilder(Shape.Scalar);
        Add(mean, Word.Identity(Size.One), value, standIn);
        return mean.ToForm().AsScalar;
    }

    private static void Add(FormBuilder mean, Word word, Scalar coefficient, Symbol symbol)
    {
        foreach (var (inside, outside) in Independence.Split(coefficient, symbol))
        {
            mean.Add(word.Leaves.Contains(symbol) ? Closed(word, inside, symbol) : Form.Of(word).Scaled(Number(inside, symbol)), outside);
        }
    }

    private static Scalar Number(Monomial inside, Symbol symbol) => inside.IsOne ? Scalar.One : Scalar.Of(new ExpectationGenerator(inside, symbol));

    private static Form Closed(Word word, Monomial inside, Symbol symbol)
    {
        var letters = word.Letters;
        var (first, last) = (0, letters.Length - 1);
        while (!letters[first].Leaves.Contains(symbol))
        {
            first++;
        }

        while (!letters[last].Leaves.Contains(symbol))
        {
            last--;
        }

        var middle = Segments.Product(letters[first..(last + 1)], letters[first].Rows);
        var product = Segments.Product(letters[..first], word.Shape.Rows) * Letter(middle.WordAt(0), inside, symbol);
        return product * Segments.Product(letters[(last + 1)..], word.Shape.Columns);
    }

    /// <summary>The letter E[inside × word], or the transpose of the lesser one.</summary>
    private static Form Letter(Word word, Monomial inside, Symbol symbol)
    {
        var transpose = WordProduct.Transpose(word).WordAt(0);
        return transpose.CompareTo(word) < 0
            ? Form.Of(new ExpectationAtom(inside, transpose, symbol)).Transpose()
            : Form.Of(new ExpectationAtom(inside, word, symbol));
    }

    private static Symbol StandIn(Symbol symbol, Leaves free)
    {
        foreach (var known in Algebra.Current.StandIns)
        {
            if (known.Name == symbol.Name && known.Shape.Equals(symbol.Shape) && known.Attributes == symbol.Attributes && (known == symbol || !free.Contains(known)))
            {
                return known;
            }
        }

        Algebra.Current.StandIns.Add(symbol);
        return symbol;
    }
}
