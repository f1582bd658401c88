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
        var mean = Opened(middle.WordAt(0), inside, symbol) ?? Letter(middle.WordAt(0), inside, symbol);
        var product = Segments.Product(letters[..first], word.Shape.Rows) * mean;
        return product * Segments.Product(letters[(last + 1)..], word.Shape.Columns);
    }

    /// <summary>E[c D U D'] = E[c D 1 1' D'] ∘ U for random diagonal D and D' and a U that is fixed (entry ij of D U D' is D_ii U_ij D'_jj), and E[A ∘ B] = E[A] ∘ B for fixed B; otherwise null.</summary>
    private static Form? Opened(Word word, Monomial inside, Symbol symbol)
    {
        var ends = Ends.Of(word);
        if (ends is { Entrywise.Atom: HadamardAtom product, Left.Length: 0, Right.Length: 0 })
        {
            var factors = product.Factors.ToLookup(factor => factor.Leaves.Contains(symbol));
            if (!factors[false].Any())
            {
                return null;
            }

            var random = Mean(EntrywiseWords.Closed([.. factors[true]]).Scaled(Scalar.Of(inside, 1)), symbol);
            var opened = factors[false].Aggregate(random, (form, factor) => Entrywise.Product(form, Form.Of(factor)));
            return ends.Entrywise!.IsTransposed ? opened.Transpose() : opened;
        }

        if (ends.Core is not { } core || core.Leaves.Contains(symbol) || (ends.IsOnes && Array.TrueForAll([.. ends.Left, .. ends.Right], letter => letter.Leaves.Contains(symbol))))
        {
            return null;
        }

        Letter[] Random(Letter[] letters) => [.. letters.Where(letter => letter.Leaves.Contains(symbol))];
        Form Fixed(Letter[] letters, Size size) => Segments.Product([.. letters.Where(letter => !letter.Leaves.Contains(symbol))], size);
        var (rows, columns) = (core.Shape.Rows, core.Shape.Columns);
        var left = Segments.Product(Random(ends.Left), rows) * Form.Of(new OnesAtom(rows));
        var weights = left * (Form.Of(new OnesAtom(columns)).Transpose() * Segments.Product(Random(ends.Right), columns));
        return Fixed(ends.Left, rows) * Entrywise.Product(Letter(weights.WordAt(0), inside, symbol), Form.Of(core)) * Fixed(ends.Right, columns);
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
