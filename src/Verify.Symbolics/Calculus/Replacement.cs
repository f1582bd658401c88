using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Calculus;

/// <summary>Puts a form in place of a symbol, everywhere: in words, in the definitions of generators and closed letters, in poles.</summary>
internal sealed class Replacement
{
    private readonly Symbol _symbol;
    private readonly Form _value;
    private readonly Dictionary<Generator, Scalar> _generators = [];
    private readonly Dictionary<Letter, Form> _letters = [];

    private Replacement(Symbol symbol, Form value) => (_symbol, _value) = (symbol, value);

    /// <summary>form with the symbol replaced by a value of its shape.</summary>
    public static Form Of(Form form, Symbol symbol, Form value) => new Replacement(symbol, value).In(form);

    private Form In(Form form)
    {
        if (!form.DependsOn(_symbol))
        {
            return form;
        }

        var result = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            result.Add(In(form.WordAt(i)), In(form.CoefficientAt(i)));
        }

        return result.ToForm();
    }

    private Form In(Word word)
    {
        if (!word.Leaves.Contains(_symbol))
        {
            return Form.Of(word);
        }

        var product = Form.Identity(word.Shape.Rows);
        foreach (var letter in word.Letters)
        {
            product *= In(letter);
        }

        return product;
    }

    private Form In(Letter letter)
    {
        if (!letter.Leaves.Contains(_symbol))
        {
            return Form.Of(letter);
        }

        if (!_letters.TryGetValue(letter, out var value))
        {
            var argument = In(letter.Atom);
            argument = letter.IsTransposed ? argument.Transpose() : argument;
            _letters.Add(letter, value = letter.Element.IsLambda ? argument : In(letter.Element, argument));
        }

        return value;
    }

    private Form In(Atom atom) => atom switch
    {
        SymbolAtom symbol => symbol.Symbol == _symbol ? _value : Form.Of(atom),
        SumAtom sum => In(sum.Sum),
        DiagonalAtom diagonal => Entrywise.Diagonal(In(diagonal.Word)),
        HadamardAtom product => product.Factors.Select(In).Aggregate(Entrywise.Product),
        ExpectationAtom mean => Expectations.UnknownLaw.Mean(In(mean.Word).Scaled(In(Scalar.Of(mean.Factor, 1))), mean.Bound),
        SoftmaxAtom softmax => SoftmaxAtom.Softmax(In(softmax.Argument)),
        _ => Form.Of(atom),
    };

    /// <summary>The function of a new argument: each factor by its own power, for the factors commute.</summary>
    private Form In(Element element, Form argument)
    {
        var value = element.Units == 0 ? Form.Identity(argument.Shape.Rows) : MatrixPowers.Of(argument, new Rational(element.Units, Monomial.Unit));
        foreach (var (pole, units) in element.Shifts)
        {
            value *= MatrixPowers.Of(Shifted(argument, pole), new Rational(units, Monomial.Unit));
        }

        return element.Pole is { } own ? value * MatrixPowers.Inverse(Shifted(argument, own)).Power(element.Multiplicity) : value;
    }

    private Form Shifted(Form argument, Pole pole) => argument - Form.Identity(argument.Shape.Rows).Scaled(In(pole.Value));

    private Scalar In(Scalar scalar)
    {
        if (!scalar.DependsOn(_symbol))
        {
            return scalar;
        }

        var value = In(scalar.Numerator);
        for (var i = 0; i < scalar.Denominator.Count; i++)
        {
            value /= In(scalar.Denominator.FactorAt(i)).Power(scalar.Denominator.PowerAt(i));
        }

        return value;
    }

    private Scalar In(Polynomial polynomial)
    {
        var sum = new ScalarSum();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            var (unchanged, changed) = (Monomial.One, Scalar.One);
            for (var j = 0; j < monomial.Count; j++)
            {
                var (generator, units) = (monomial.GeneratorAt(j), monomial.UnitsAt(j));
                if (generator.Leaves.Contains(_symbol))
                {
                    changed *= ScalarRoots.Power(In(generator), new Rational(units, Monomial.Unit));
                }
                else
                {
                    unchanged *= Monomial.Of(generator, units);
                }
            }

            sum.Add(changed, new Scalar(Polynomial.Of(unchanged, polynomial.CoefficientAt(i)), Denominator.One));
        }

        return sum.ToScalar();
    }

    private Scalar In(Generator generator)
    {
        if (!_generators.TryGetValue(generator, out var value))
        {
            _generators.Add(generator, value = generator switch
            {
                SymbolGenerator symbol => symbol.Symbol == _symbol ? _value.AsScalar : Scalar.Of(generator),
                TraceGenerator trace => In(trace.Word).Trace(),
                RootGenerator root => In(root.Base),
                DeterminantGenerator determinant => Determinants.Of(In(determinant.Argument)),
                DimensionPowerGenerator power => Determinants.Power(In(power.Base), power.Exponent),
                OperatorNormGenerator norm => Norms.Operator(In(norm.Argument)),
                ExpectationGenerator mean => Expectations.UnknownLaw.Mean(In(Scalar.Of(mean.Body, 1)), mean.Bound),
                _ => Scalar.Of(generator),
            });
        }

        return value;
    }
}
