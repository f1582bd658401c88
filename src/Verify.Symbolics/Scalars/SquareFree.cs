using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>
/// A certificate that a polynomial has no square factor: in each of its generators, the others fixed at integers, it has no root in common with its derivative.
/// A square factor would keep its square at every point where the degree is kept.
/// </summary>
internal static class SquareFree
{
    /// <summary>Whether the certificate was found. A constant is square-free if it is prime, which the caller knows.</summary>
    public static bool IsCertain(Polynomial polynomial)
    {
        var generators = new List<Generator>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                if (monomial.UnitsAt(j) % Monomial.Unit != 0 || monomial.UnitsAt(j) < 0)
                {
                    return false;
                }

                if (!generators.Contains(monomial.GeneratorAt(j)))
                {
                    generators.Add(monomial.GeneratorAt(j));
                }
            }
        }

        return generators.TrueForAll(generator => IsCertain(polynomial, generator, generators));
    }

    private static bool IsCertain(Polynomial polynomial, Generator variable, List<Generator> generators)
    {
        var coefficients = new List<Rational>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            var value = polynomial.CoefficientAt(i).Value;
            for (var j = 0; j < monomial.Count; j++)
            {
                if (monomial.GeneratorAt(j) != variable)
                {
                    // Any integers do; these are far enough apart to hit no accident of small numbers.
                    Rational point = 101 + (17 * generators.IndexOf(monomial.GeneratorAt(j)));
                    value *= point.Power(monomial.UnitsAt(j) / Monomial.Unit);
                }
            }

            var degree = monomial.UnitsOf(variable) / Monomial.Unit;
            while (coefficients.Count <= degree)
            {
                coefficients.Add(0);
            }

            coefficients[degree] += value;
        }

        if (coefficients[^1].IsZero)
        {
            return false;
        }

        var derivative = new List<Rational>();
        for (var k = 1; k < coefficients.Count; k++)
        {
            derivative.Add(k * coefficients[k]);
        }

        return DegreeOfGcd(coefficients, derivative) == 0;
    }

    private static int DegreeOfGcd(List<Rational> a, List<Rational> b)
    {
        while (b.Count > 0)
        {
            var rest = new List<Rational>(a);
            while (rest.Count >= b.Count)
            {
                var factor = rest[^1] / b[^1];
                for (var i = 1; i <= b.Count; i++)
                {
                    rest[^i] -= factor * b[^i];
                }

                while (rest.Count > 0 && rest[^1].IsZero)
                {
                    rest.RemoveAt(rest.Count - 1);
                }
            }

            (a, b) = (b, rest);
        }

        return a.Count - 1;
    }
}
