using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Normalization;

/// <summary>Conditions that can be used as oriented rules: A B = B A orders letters, an equation between scalars eliminates one generator. The others are facts for whoever decides.</summary>
internal static class Conditions
{
    /// <summary>Makes the condition a rule of the current workspace; false where it is no rule. Forms made before do not know it, so start a new <see cref="Normalizer"/> afterwards.</summary>
    public static bool TryUse(Comparison condition) =>
        condition.Relation == Relation.Equal && (condition.Left.IsScalar ? TryEliminate(condition) : TryCommute(condition));

    private static bool TryCommute(Comparison condition)
    {
        if (condition.Left is not Product { Left: SymbolValue a, Right: SymbolValue b } || a.IsScalar || b.IsScalar
            || condition.Right is not Product { Left: SymbolValue c, Right: SymbolValue d } || c != b || d != a)
        {
            return false;
        }

        Algebra.Current.Commute(Algebra.Current.Unique(new SymbolAtom(a.Symbol)), Algebra.Current.Unique(new SymbolAtom(b.Symbol)));
        return true;
    }

    /// <summary>From c g^e + rest = 0: where g is alone in its term, with e = 1 or a number as the rest, g is what the equation says.</summary>
    private static bool TryEliminate(Comparison condition)
    {
        var normalizer = new Normalizer();
        var equation = (normalizer.Of(condition.Left).AsScalar - normalizer.Of(condition.Right).AsScalar).Numerator;
        var (best, index) = (default(Generator), -1);
        for (var i = 0; i < equation.Count; i++)
        {
            var monomial = equation.MonomialAt(i);
            if (monomial.Count != 1 || monomial.GeneratorAt(0) is DimensionGenerator or RootGenerator || (monomial.UnitsAt(0) != Monomial.Unit && equation.Count > 2))
            {
                continue;
            }

            // The longest trace goes: it is the least likely to be part of another definition.
            var generator = monomial.GeneratorAt(0);
            if (OccursOnce(equation, generator) && (best is null || Weight(generator) > Weight(best)))
            {
                (best, index) = (generator, i);
            }
        }

        if (best is null)
        {
            return false;
        }

        var lead = Polynomial.Of(equation.MonomialAt(index), equation.CoefficientAt(index));
        var value = new Scalar((lead - equation).Scaled(Coefficient.One / equation.CoefficientAt(index)), Denominator.One);
        var units = equation.MonomialAt(index).UnitsAt(0);
        if (units != Monomial.Unit && (value.Constant is not { Sign: > 0 } || best.Sign == Sign.Unknown))
        {
            return false;
        }

        Algebra.Current.Eliminate(best, ScalarRoots.Power(value, new Rational(Monomial.Unit, units)));
        return true;
    }

    private static int Weight(Generator generator) => generator is TraceGenerator trace ? 1 + trace.Word.Length : 0;

    private static bool OccursOnce(Polynomial polynomial, Generator generator)
    {
        var count = 0;
        for (var i = 0; i < polynomial.Count; i++)
        {
            count += polynomial.MonomialAt(i).UnitsOf(generator) == 0 ? 0 : 1;
        }

        return count == 1;
    }
}
