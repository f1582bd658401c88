using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// The mean of a term in which a random symbol stands in one diag(…) or one factor of one A ∘ B and nowhere else: these are linear, so the mean goes inside.
/// Other terms that mix the symbol with an entrywise operation are not treated.
/// </summary>
internal static class ClosedMeans
{
    /// <summary>The form with the mean taken inside the entrywise operations that allow it; what it returns depends on the symbol only outside of them.</summary>
    public static Form Of(Form form, Symbol symbol, Func<Form, Form> meanOf)
    {
        var result = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            var word = form.WordAt(i);
            foreach (var (inside, outside) in Independence.Split(form.CoefficientAt(i), symbol))
            {
                if (inside.IsOne && Opened(word, symbol, meanOf) is { } opened)
                {
                    result.Add(opened, outside);
                }
                else if (!word.Leaves.Contains(symbol) && inside.Count == 1 && inside.UnitsAt(0) == Monomial.Unit
                    && inside.GeneratorAt(0) is TraceGenerator trace && Opened(trace.Word, symbol, meanOf) is { } cycle)
                {
                    result.Add(Form.Of(word).Scaled(cycle.Trace()), outside);
                }
                else
                {
                    result.Add(word, outside * Scalar.Of(inside, 1));
                }
            }
        }

        return result.ToForm();
    }

    private static Form? Opened(Word word, Symbol symbol, Func<Form, Form> meanOf)
    {
        var place = -1;
        var letters = word.Letters;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Leaves.Contains(symbol))
            {
                if (place >= 0 || !letters[i].Element.IsLambda || letters[i].Atom is not (DiagonalAtom or HadamardAtom))
                {
                    return null;
                }

                place = i;
            }
        }

        if (place < 0 || Mean(letters[place].Atom, symbol, meanOf) is not { } mean)
        {
            return null;
        }

        mean = letters[place].IsTransposed ? mean.Transpose() : mean;
        return Segments.Product(letters[..place], letters[0].Rows) * mean * Segments.Product(letters[(place + 1)..], letters[^1].Columns);
    }

    private static Form? Mean(Atom atom, Symbol symbol, Func<Form, Form> meanOf) => atom switch
    {
        DiagonalAtom diagonal => Entrywise.Diagonal(meanOf(Form.Of(diagonal.Word))),
        HadamardAtom product when product.Factors.Count(factor => factor.Leaves.Contains(symbol)) == 1 =>
            product.Factors.Select(factor => factor.Leaves.Contains(symbol) ? meanOf(Form.Of(factor)) : Form.Of(factor)).Aggregate(Entrywise.Product),
        _ => null,
    };
}
