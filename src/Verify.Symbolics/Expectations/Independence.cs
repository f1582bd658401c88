using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Expectations;

/// <summary>Splits a scalar's terms into the generators that depend on a symbol and what does not.</summary>
internal static class Independence
{
    /// <summary>The scalar as a sum of inside × outside, one term for each product of dependent generators, in order of first occurrence.</summary>
    public static List<KeyValuePair<Monomial, Scalar>> Split(Scalar value, Symbol symbol)
    {
        if (!value.DependsOn(symbol))
        {
            return [new(Monomial.One, value)];
        }

        var denominator = new Scalar(Polynomial.One, value.Denominator);
        if (denominator.DependsOn(symbol))
        {
            throw new NotTreatedException($"the expectation of a quotient whose denominator contains {symbol.Name}");
        }

        var parts = new Dictionary<Monomial, PolynomialBuilder>();
        for (var i = 0; i < value.Numerator.Count; i++)
        {
            var (inside, outside) = Split(value.Numerator.MonomialAt(i), symbol);
            if (!parts.TryGetValue(inside, out var part))
            {
                parts.Add(inside, part = new());
            }

            part.Add(outside, value.Numerator.CoefficientAt(i));
        }

        var split = new List<KeyValuePair<Monomial, Scalar>>(parts.Count);
        foreach (var (inside, part) in parts)
        {
            split.Add(new(inside, new Scalar(part.ToPolynomial(), value.Denominator)));
        }

        return split;
    }

    private static (Monomial Inside, Monomial Outside) Split(Monomial monomial, Symbol symbol)
    {
        var inside = Monomial.One;
        for (var j = 0; j < monomial.Count; j++)
        {
            if (monomial.GeneratorAt(j).Leaves.Contains(symbol))
            {
                inside *= Monomial.Of(monomial.GeneratorAt(j), monomial.UnitsAt(j));
            }
        }

        return (inside, inside.IsOne ? monomial : monomial * inside.Inverse());
    }
}
