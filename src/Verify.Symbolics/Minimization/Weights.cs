using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Minimization;

/// <summary>The linear map P ↦ W ∘ P with positive weights W.</summary>
internal static class Weights
{
    /// <summary>The weights of a form linear in P; null where it is no W ∘ P, or an entry of W is not known to be positive.</summary>
    public static Form? Of(Form linear, Symbol parameter)
    {
        if (parameter.Shape.Rows.IsOne || parameter.Shape.Columns.IsOne)
        {
            return null;
        }

        var ones = Form.Of(new OnesAtom(parameter.Shape.Rows)) * Form.Of(new OnesAtom(parameter.Shape.Columns)).Transpose();
        var weights = Replacement.Of(linear, parameter, ones);
        return (linear - Entrywise.Product(weights, Form.Of(parameter))).IsZero && EntrySign.Of(weights) == Sign.Positive ? weights : null;
    }

    /// <summary>Whether every word of a form is diagonal.</summary>
    public static bool IsDiagonal(Form form) => form.Shape.IsSquare && Enumerable.Range(0, form.Count).All(i => Ends.Of(form.WordAt(i)).Core is null);
}
