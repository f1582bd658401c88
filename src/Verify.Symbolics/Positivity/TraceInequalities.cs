using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// Products that are never smaller than a given one q g …, with the other factors q ≥ 0:
///   opnorm(A) ≤ tr(A) for psd A, opnorm(A)^2 ≤ tr(A' A);
///   tr(u v)^2 ≤ tr(u u') tr(v' v) (Cauchy and Schwarz);
///   tr(A^(a+b)) ≤ tr(A^a) tr(A^b) for psd A and a, b &gt; 0;
///   tr(A^a) tr(A^b) ≤ d tr(A^(a+b)) for psd A and a, b of one sign (Chebyshev), and tr(A^a) tr(A^b) ≥ d tr(A^(a+b)) for spd A and a, b of different signs.
/// </summary>
internal static class TraceInequalities
{
    /// <summary>The products known not to be smaller, in a fixed order.</summary>
    public static IEnumerable<Monomial> Above(Monomial product)
    {
        for (var i = 0; i < product.Count; i++)
        {
            if (product.GeneratorAt(i) is OperatorNormGenerator norm && product.UnitsAt(i) > 0)
            {
                var other = product.Without(norm);
                if (Signs.OfMonomial(other) != Sign.Unknown && OfOperatorNorm(norm, product.UnitsAt(i)) is { } larger)
                {
                    yield return larger * other;
                }
            }

            if (product.GeneratorAt(i) is not TraceGenerator trace || product.UnitsAt(i) < Monomial.Unit)
            {
                continue;
            }

            var rest = product * Monomial.Of(trace, -Monomial.Unit);
            if (Signs.OfMonomial(rest) != Sign.Unknown)
            {
                foreach (var larger in Submultiplicative(trace).Concat(Opposite(trace, rest)))
                {
                    yield return larger * rest;
                }

                foreach (var larger in Chebyshev(trace, rest))
                {
                    yield return larger;
                }
            }

            var twice = rest * Monomial.Of(trace, -Monomial.Unit);
            if (product.UnitsAt(i) >= 2 * Monomial.Unit && Signs.OfMonomial(twice) != Sign.Unknown)
            {
                foreach (var larger in CauchySchwarz(trace.Word))
                {
                    yield return larger * twice;
                }
            }
        }
    }

    /// <summary>opnorm(A) ≤ tr(A) for psd A, and ≤ tr(A' A)^(1/2) for every A.</summary>
    private static Monomial? OfOperatorNorm(OperatorNormGenerator norm, int units) =>
        LoewnerSign.Of(norm.Argument) != Sign.Unknown ? MonomialOf(norm.Argument.Trace())?.Power(units, Monomial.Unit)
        : units % 2 == 0 ? MonomialOf((norm.Argument.Transpose() * norm.Argument).Trace())?.Power(units, 2 * Monomial.Unit)
        : null;

    private static IEnumerable<Monomial> Submultiplicative(TraceGenerator trace)
    {
        if (PowerOf(trace, MatrixAttributes.PositiveSemidefinite) is { Element.Units: > Monomial.Unit } letter)
        {
            for (var units = Monomial.Unit; units <= letter.Element.Units - units; units += Monomial.Unit)
            {
                yield return TracePower(letter, units) * TracePower(letter, letter.Element.Units - units);
            }
        }
    }

    /// <summary>d tr(A^(a+b)) ≤ tr(A^a) tr(A^b), a &lt; 0 &lt; b: here with one d in the rest.</summary>
    private static IEnumerable<Monomial> Opposite(TraceGenerator trace, Monomial rest)
    {
        if (PowerOf(trace, MatrixAttributes.PositiveDefinite) is { Element.Units: > -Monomial.Unit } letter && DimensionOf(letter) is { } d && rest.UnitsOf(d) >= Monomial.Unit)
        {
            yield return TracePower(letter, letter.Element.Units + Monomial.Unit) * TracePower(letter, -Monomial.Unit) * Monomial.Of(d, -Monomial.Unit);
        }
    }

    private static IEnumerable<Monomial> Chebyshev(TraceGenerator trace, Monomial rest)
    {
        if (PowerOf(trace, MatrixAttributes.PositiveSemidefinite) is not { } letter || DimensionOf(letter) is not { } d)
        {
            yield break;
        }

        for (var j = 0; j < rest.Count; j++)
        {
            if (rest.GeneratorAt(j) is TraceGenerator other && rest.UnitsAt(j) >= Monomial.Unit && PowerOf(other, MatrixAttributes.PositiveSemidefinite) is { } second
                && second.Atom == letter.Atom && Math.Sign(second.Element.Units) == Math.Sign(letter.Element.Units))
            {
                var others = rest * Monomial.Of(other, -Monomial.Unit);
                if (Signs.OfMonomial(others) != Sign.Unknown)
                {
                    yield return others * Monomial.Of(d) * TracePower(letter, letter.Element.Units + second.Element.Units);
                }
            }
        }
    }

    private static IEnumerable<Monomial> CauchySchwarz(Word word)
    {
        for (var split = 1; split < word.Length; split++)
        {
            if (word.Letters[split].Rows.IsOne)
            {
                continue;
            }

            var (u, v) = (WordProduct.Sorted(word.Letters[..split]), WordProduct.Sorted(word.Letters[split..]));
            if (MonomialOf((u * u.Transpose()).Trace()) is { } first && MonomialOf((v.Transpose() * v).Trace()) is { } second)
            {
                yield return first * second;
            }
        }
    }

    private static Letter? PowerOf(TraceGenerator trace, MatrixAttributes attributes) =>
        trace.Word is { Length: 1 } word && word.Letters[0] is { Element.IsPower: true } letter && (letter.Atom.Attributes & attributes) == attributes ? letter : null;

    private static Monomial TracePower(Letter letter, int units) => units == 0
        ? MonomialOf(Scalar.Of(letter.Rows))!
        : MonomialOf(Form.Of(letter.With(Element.Power(units))).Trace())!;

    private static Generator? DimensionOf(Letter letter) => letter.Rows.AsDimension is { } d ? MonomialOf(Scalar.Of(d))!.GeneratorAt(0) : null;

    private static Monomial? MonomialOf(Scalar value) =>
        value.Denominator.IsOne && value.Numerator is { Count: 1 } only && only.CoefficientAt(0).IsOne ? only.MonomialAt(0) : null;
}
