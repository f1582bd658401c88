using Verify.Language;
using Verify.Symbolics.Expectations;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Calculus;

/// <summary>
/// Gradients of scalars by one parameter P, in its shape (entry ij is the derivative by P_ij). The differential of each occurrence in a trace is cycled to the front,
/// tr(dP K) has gradient K' (Petersen &amp; Pedersen 2012, section 2.5); every generator is differentiated through its definition.
/// </summary>
internal sealed class Differentiation
{
    private readonly Symbol _parameter;
    private readonly LetterDifferential _letters;
    private readonly Dictionary<Generator, Form> _gradients = [];

    private Differentiation(Symbol parameter)
    {
        _parameter = parameter;
        _letters = new(parameter, this);
    }

    /// <summary>The gradient of f; by a parameter on which a condition is used as a rule, throws <see cref="NotTreatedException"/>.</summary>
    public static Form Gradient(Scalar f, Symbol parameter) => Algebra.Current.IsConditioned(parameter)
        ? throw new NotTreatedException($"a gradient by {parameter.Name}, on which a condition is used as a rule")
        : new Differentiation(parameter).Of(f);

    /// <summary>The gradient of f.</summary>
    public Form Of(Scalar f)
    {
        if (!f.DependsOn(_parameter))
        {
            return Form.Zero(_parameter.Shape);
        }

        var gradient = new FormBuilder(_parameter.Shape);
        gradient.Add(Of(f.Numerator), new Scalar(Polynomial.One, f.Denominator));
        for (var i = 0; i < f.Denominator.Count; i++)
        {
            // d(1/q^k) = -k dq / q^(k+1)
            var (factor, power) = (f.Denominator.FactorAt(i), f.Denominator.PowerAt(i));
            gradient.Add(Of(factor), f * new Scalar(Polynomial.Of(Monomial.One, -power), Denominator.Of(factor, 1)));
        }

        return gradient.ToForm();
    }

    /// <summary>The gradient of tr(form K), K held fixed.</summary>
    public Form OfTrace(Form form, Form k)
    {
        var gradient = new FormBuilder(_parameter.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            var coefficient = form.CoefficientAt(i);
            gradient.Add(OfTrace(form.WordAt(i), k), coefficient);
            if (coefficient.DependsOn(_parameter))
            {
                gradient.Add(Of(coefficient), (Form.Of(form.WordAt(i)) * k).Trace());
            }
        }

        return gradient.ToForm();
    }

    /// <summary>The gradient of tr(word K), K held fixed.</summary>
    public Form OfTrace(Word word, Form k)
    {
        var gradient = new FormBuilder(_parameter.Shape);
        var letters = word.Letters;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Leaves.Contains(_parameter))
            {
                var behind = Segments.Product(letters[(i + 1)..], word.Shape.Columns);
                var before = Segments.Product(letters[..i], word.Shape.Rows);
                gradient.Add(_letters.Of(letters[i], behind * k * before), Scalar.One);
            }
        }

        return gradient.ToForm();
    }

    private Form Of(Polynomial polynomial)
    {
        // Collect the partial derivatives by each generator first: its own gradient is needed once.
        var partials = new Dictionary<Generator, PolynomialBuilder>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                var (generator, units) = (monomial.GeneratorAt(j), monomial.UnitsAt(j));
                if (!generator.Leaves.Contains(_parameter))
                {
                    continue;
                }

                if (!partials.TryGetValue(generator, out var partial))
                {
                    partials.Add(generator, partial = new());
                }

                var power = Coefficient.Of(new Rational(units, Monomial.Unit));
                partial.Add(generator is RootGenerator ? monomial : monomial * Monomial.Of(generator, -Monomial.Unit), polynomial.CoefficientAt(i) * power);
            }
        }

        var gradient = new FormBuilder(_parameter.Shape);
        foreach (var (generator, partial) in partials)
        {
            var derivative = new Scalar(partial.ToPolynomial(), Denominator.One);
            gradient.Add(Of(generator), derivative);
        }

        return gradient.ToForm();
    }

    /// <summary>The gradient of a generator; of a root c, for which c^f stands, that of log c.</summary>
    private Form Of(Generator generator)
    {
        if (!_gradients.TryGetValue(generator, out var gradient))
        {
            _gradients.Add(generator, gradient = generator switch
            {
                SymbolGenerator => Form.Of(Scalar.One),
                TraceGenerator trace => OfCycle(trace.Word),
                RootGenerator root => Of(root.Base).Scaled(new Scalar(root.Base, Denominator.One).Inverse()),
                ExpectationGenerator mean => UnknownLaw.Mean(Of(Scalar.Of(mean.Body, 1)), mean.Bound),
                DeterminantGenerator determinant => OfDeterminant(determinant),
                OperatorNormGenerator => throw new NotTreatedException("the gradient of an operator norm"),
                _ => throw new NotTreatedException("the gradient of a closed scalar"),
            });
        }

        return gradient;
    }

    // d det(A) = det(A) tr(A^-1 dA), which is defined where A is invertible, and determines the gradient elsewhere by continuity.
    private Form OfDeterminant(DeterminantGenerator determinant)
    {
        var (argument, gradient) = (determinant.Argument, new FormBuilder(_parameter.Shape));
        var inverse = MatrixPowers.Inverse(argument);
        for (var i = 0; i < argument.Count; i++)
        {
            var coefficient = argument.CoefficientAt(i);
            gradient.Add(coefficient.DependsOn(_parameter) ? throw new NotTreatedException("the gradient of a determinant by what scales a part of the matrix")
                : OfTrace(argument.WordAt(i), inverse), coefficient * Scalar.Of(determinant));
        }

        return gradient.ToForm();
    }

    private Form OfCycle(Word word)
    {
        var gradient = new FormBuilder(_parameter.Shape);
        var letters = word.Letters;
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Leaves.Contains(_parameter))
            {
                var rest = Segments.Product(Segments.After(letters, i), letters[i].Columns);
                gradient.Add(_letters.Of(letters[i], rest), Scalar.One);
            }
        }

        return gradient.ToForm();
    }
}
