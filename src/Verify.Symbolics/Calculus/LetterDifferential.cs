using Verify.Language;
using Verify.Symbolics.Expectations;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Calculus;

/// <summary>
/// Gradients of tr(L K) for one letter L, K held fixed: by its argument, d(A^k) = Σ A^i dA A^(k-1-i) and d(A-p)^-1 = -(A-p)^-1 (dA - dp) (A-p)^-1 (Petersen &amp; Pedersen 2012, section 2.2);
/// and by its poles, d(λ-p)^f = -f (λ-p)^(f-1) dp, where p may contain parameters.
/// </summary>
internal sealed class LetterDifferential(Symbol parameter, Differentiation scalars)
{
    /// <summary>The gradient of tr(letter K).</summary>
    public Form Of(Letter letter, Form k)
    {
        var gradient = new FormBuilder(parameter.Shape);
        if (letter.Atom.Leaves.Contains(parameter))
        {
            gradient.Add(ByArgument(letter, k), Scalar.One);
        }

        if (letter.Element.Pole is { } pole)
        {
            AddByPole(gradient, letter, pole, letter.Element.Multiplicity, k);
        }

        foreach (var (shift, units) in letter.Element.Shifts)
        {
            AddByPole(gradient, letter, shift, new Rational(-units, Monomial.Unit), k);
        }

        return gradient.ToForm();
    }

    /// <summary>Adds times tr((λ-p)^-1 L K) grad p.</summary>
    private void AddByPole(FormBuilder gradient, Letter letter, Pole pole, Rational times, Form k)
    {
        if (!pole.Value.DependsOn(parameter))
        {
            return;
        }

        var derivative = new FormBuilder(new(letter.Rows, letter.Columns));
        foreach (var (element, coefficient) in PartialFractions.Product(letter.Element, new Element(0, [], pole, 1)).Terms)
        {
            derivative.Add(element.IsOne ? Form.Identity(letter.Rows) : Form.Of(letter.With(element)), coefficient);
        }

        gradient.Add(scalars.Of(pole.Value), Scalar.Of(times) * (derivative.ToForm() * k).Trace());
    }

    private Form ByArgument(Letter letter, Form k)
    {
        var element = letter.Element;
        if (element.IsLambda)
        {
            return OfAtom(letter, k);
        }

        if (element.Shifts.Length > 0 || element.Units % Monomial.Unit != 0)
        {
            throw new NotTreatedException($"the gradient of a fractional power of a matrix that contains {parameter.Name}");
        }

        // L = base^count, where base is the argument or an inverse of it.
        var inverse = element.Units <= 0;
        var count = inverse ? element.Pole is null ? -element.Units / Monomial.Unit : element.Multiplicity : element.Units / Monomial.Unit;
        var sum = new FormBuilder(parameter.Shape);
        for (var i = 0; i < count; i++)
        {
            var (left, right) = inverse ? (i + 1, count - i) : (i, count - 1 - i);
            sum.Add(OfAtom(letter, Base(letter, right) * k * Base(letter, left)), inverse ? -1 : 1);
        }

        return sum.ToForm();
    }

    /// <summary>base^count as a form.</summary>
    private static Form Base(Letter letter, int count)
    {
        if (count == 0)
        {
            return Form.Identity(letter.Rows);
        }

        var units = checked(count * Monomial.Unit);
        return Form.Of(letter.With(letter.Element.Pole is { } pole ? new Element(0, [], pole, count) : Element.Power(letter.Element.Units < 0 ? -units : units)));
    }

    /// <summary>The gradient of tr(A K) for the letter's argument A.</summary>
    private Form OfAtom(Letter letter, Form k)
    {
        k = letter.IsTransposed ? k.Transpose() : k;
        switch (letter.Atom)
        {
            case SymbolAtom:
                return k.Transpose();
            case SumAtom sum:
                return scalars.OfTrace(sum.Sum, k);
            case DiagonalAtom diagonal:
                return scalars.OfTrace(diagonal.Word, Entrywise.Diagonal(k));
            case HadamardAtom product:
                var gradient = new FormBuilder(parameter.Shape);
                for (var i = 0; i < product.Factors.Count; i++)
                {
                    var others = product.Factors.Where((_, j) => j != i).Aggregate(k, (form, factor) => Entrywise.Product(form, WordProduct.Transpose(factor)));
                    gradient.Add(scalars.OfTrace(product.Factors[i], others), Scalar.One);
                }

                return gradient.ToForm();
            case ExpectationAtom mean:
                var factor = Scalar.Of(mean.Factor, 1);
                var inside = scalars.OfTrace(mean.Word, k).Scaled(factor) + scalars.Of(factor).Scaled((Form.Of(mean.Word) * k).Trace());
                return UnknownLaw.Mean(inside, mean.Bound);
            case SoftmaxAtom softmax:
                return scalars.OfTrace(softmax.Argument, softmax.Backward(k).Transpose());
            default:
                throw new NotTreatedException("the gradient of a closed matrix");
        }
    }
}
