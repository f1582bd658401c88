using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// Expectations over labels y together with their inputs X, M iid pairs with E[y x] = c, E[y²] = s, Cov(y x) = Σ. Where they stand only in v = X'y, the sum of the y_i x_i, E[v] = M c and
/// E[v v'] = M (Σ + c c') + M (M - 1) c c': the terms of equal rows and of distinct ones. E[y'y] = M s. A scalar label z of x is the case M = 1.
/// Nothing else is determined. Terms without y are left as they are.
/// </summary>
internal sealed class LabelsMean
{
    private readonly Symbol _label;
    private readonly Symbol _inputs;
    private readonly LabelsLaw _law;
    private readonly Func<Expr, Form> _normalize;
    private readonly LabelWords _words;

    /// <summary>The expectations; <paramref name="normalize"/> gives the normal form of the given moments.</summary>
    public LabelsMean(Symbol label, LabelsLaw law, Func<Expr, Form> normalize)
    {
        (_label, _law, _normalize) = (label, law, normalize);
        _inputs = ((SymbolValue)law.Inputs).Symbol;
        _words = new(label, _inputs);
    }

    private bool IsSingle => _label.Shape.IsScalar;

    /// <summary>E[form].</summary>
    public Form Of(Form form)
    {
        if (_inputs.Shape.Columns.IsOne && (!IsSingle || _inputs.Shape.IsScalar))
        {
            throw new NotTreatedException("labels of scalar inputs");
        }

        var (kept, once, twice) = (new FormBuilder(form.Shape), new FormBuilder(form.Shape), new FormBuilder(form.Shape));
        for (var i = 0; i < form.Count; i++)
        {
            var word = form.WordAt(i);
            foreach (var (own, rest) in Independence.Split(form.CoefficientAt(i), _label))
            {
                if (own.IsOne && !word.Leaves.Contains(_label))
                {
                    kept.Add(word, rest);
                    continue;
                }

                foreach (var (others, outside) in Independence.Split(rest, _inputs))
                {
                    Add(word, own * others, outside, kept, once, twice);
                }
            }
        }

        return kept.ToForm() + Once(once.ToForm()) + Twice(twice.ToForm());
    }

    private void Add(Word word, Monomial inside, Scalar outside, FormBuilder kept, FormBuilder once, FormBuilder twice)
    {
        var (labels, inputs, value) = IsSingle ? _words.Single(word, inside) : _words.Paired(word, inside);
        switch (labels, inputs)
        {
            case (1, 1):
                once.Add(value, outside);
                break;
            case (2, 2):
                twice.Add(value, outside);
                break;
            case (2, 0) when _law.Square is { } square:
                kept.Add(value, outside * Rows * _normalize(square).AsScalar);
                break;
            default:
                throw LabelWords.Undetermined();
        }
    }

    private Scalar Rows => IsSingle ? Scalar.One : Scalar.Of(_label.Shape.Rows);

    private Symbol Vector => IsSingle ? _inputs : _words.Sum;

    private Form Once(Form form) => form.IsZero ? form : Replacement.Of(form, Vector, _normalize(_law.Cross).Scaled(Rows));

    private Form Twice(Form form)
    {
        if (form.IsZero)
        {
            return form;
        }

        var (cross, spread) = (_normalize(_law.Cross), _normalize(_law.Spread ?? throw LabelWords.Undetermined()));
        var square = cross * cross.Transpose();
        var second = (spread + square).Scaled(Rows) + square.Scaled(Rows * (Rows - 1));
        return new GaussianMatrix(Vector, second, Form.Identity(Size.One), 2).Mean(form);
    }
}
