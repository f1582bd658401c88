using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>The value of a normal form, from the definitions of letters and generators.</summary>
internal static class FormValue
{
    public static double[,] Of(Form form, Instance at)
    {
        var sum = new double[at[form.Shape.Rows], at[form.Shape.Columns]];
        for (var i = 0; i < form.Count; i++)
        {
            sum = Dense.Add(sum, Dense.Scale(Of(form.WordAt(i), at), Of(form.CoefficientAt(i), at)));
        }

        return sum;
    }

    public static double Of(Scalar scalar, Instance at)
    {
        var value = Of(scalar.Numerator, at);
        for (var i = 0; i < scalar.Denominator.Count; i++)
        {
            value /= Math.Pow(Of(scalar.Denominator.FactorAt(i), at), scalar.Denominator.PowerAt(i));
        }

        return value;
    }

    private static double[,] Of(Word word, Instance at) =>
        word.Letters.ToArray().Aggregate(Dense.Identity(at[word.Shape.Rows]), (product, letter) => Dense.Multiply(product, Of(letter, at)));

    private static double Of(Polynomial polynomial, Instance at)
    {
        var sum = 0.0;
        for (var i = 0; i < polynomial.Count; i++)
        {
            var term = (double)polynomial.CoefficientAt(i).Value;
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                term *= Math.Pow(Of(monomial.GeneratorAt(j), at), (double)monomial.UnitsAt(j) / Monomial.Unit);
            }

            sum += term;
        }

        return sum;
    }

    private static double Of(Generator generator, Instance at) => generator switch
    {
        DimensionGenerator dimension => at[dimension.Dimension],
        SymbolGenerator symbol => at[symbol.Symbol][0, 0],
        TraceGenerator trace => Dense.Trace(Of(trace.Word, at)),
        DeterminantGenerator determinant => PlainValue.Determinant(Of(determinant.Argument, at)),
        DimensionPowerGenerator power => Math.Pow(Of(power.Base, at), at[(Verify.Language.Size)power.Exponent]),
        RootGenerator root => Of(root.Base, at),
        ExpectationGenerator mean => Mean(mean.Bound, at, () => Dense.Scalar(Of(Polynomial.Of(mean.Body, 1), at)))[0, 0],
        _ => throw new NotSupportedException(generator.GetType().Name),
    };

    private static double[,] Of(Letter letter, Instance at)
    {
        var argument = Of(letter.Atom, at);
        argument = letter.IsTransposed ? Dense.Transpose(argument) : argument;
        if (letter.Element.IsLambda)
        {
            return argument;
        }

        double[,] Shifted(Families.Pole pole) => Dense.Add(argument, Dense.Scale(Dense.Identity(argument.GetLength(0)), -Of(pole.Value, at)));
        var value = Dense.Power(argument, (double)letter.Element.Units / Monomial.Unit);
        foreach (var (pole, units) in letter.Element.Shifts)
        {
            value = Dense.Multiply(value, Dense.Power(Shifted(pole), (double)units / Monomial.Unit));
        }

        return letter.Element.Pole is { } own ? Dense.Multiply(value, Dense.Power(Shifted(own), -letter.Element.Multiplicity)) : value;
    }

    private static double[,] Of(Atom atom, Instance at) => atom switch
    {
        SymbolAtom symbol => at[symbol.Symbol],
        OnesAtom => PlainValue.Build(at[atom.Shape.Rows], 1, (_, _) => 1),
        UnitAtom unit => PlainValue.Build(at[atom.Shape.Rows], 1, (i, _) => i + 1 == unit.Position ? 1 : 0),
        SoftmaxAtom softmax => PlainValues.Softmax(Of(softmax.Argument, at)),
        SumAtom sum => Of(sum.Sum, at),
        DiagonalAtom diagonal => Entrywise(Of(diagonal.Word, at), Dense.Identity(at[atom.Shape.Rows])),
        HadamardAtom product => product.Factors.Select(factor => Of(factor, at)).Aggregate(Entrywise),
        ExpectationAtom mean => Mean(mean.Bound, at, () => Dense.Scale(Of(mean.Word, at), Of(Polynomial.Of(mean.Factor, 1), at))),
        _ => throw new NotSupportedException(atom.GetType().Name),
    };

    /// <summary>The mean over the instance's values of the symbol.</summary>
    private static double[,] Mean(Symbol bound, Instance at, Func<double[,]> value)
    {
        var values = at.LawOf(bound);
        var means = values.Select(one =>
        {
            at[bound] = one;
            return Dense.Scale(value(), 1.0 / values.Count);
        });
        return means.Aggregate(Dense.Add);
    }

    private static double[,] Entrywise(double[,] a, double[,] b) => PlainValue.Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] * b[i, j]);
}
