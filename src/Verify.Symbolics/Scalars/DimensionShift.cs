using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>Writes each dimension as its least allowed value plus a nonnegative excess, so that the signs of N - 1 or of (N - d)(N + 1) can be read off.</summary>
internal static class DimensionShift
{
    /// <summary>The polynomial with N = bound + excess, the excess a scalar ≥ 0 that may vanish; dimensions whose bound mentions others are shifted first.</summary>
    public static Polynomial Shifted(Polynomial polynomial)
    {
        var dimensions = new List<DimensionGenerator>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            Collect(polynomial.MonomialAt(i), dimensions);
        }

        // A dimension bounded by others comes before them; a cycle of bounds cannot be declared.
        var done = new HashSet<Dimension>();
        for (var i = 0; i < dimensions.Count; i++)
        {
            var next = dimensions.Find(d => !done.Contains(d.Dimension) && !dimensions.Exists(e => !done.Contains(e.Dimension) && e != d && Mentions(e.Dimension, d.Dimension)));
            if (next is null || !done.Add(next.Dimension))
            {
                return polynomial;
            }

            polynomial = Substituted(polynomial, next);
        }

        return polynomial;
    }

    private static bool Mentions(Dimension bounded, Dimension by)
    {
        foreach (var bound in bounded.LowerBounds)
        {
            foreach (var term in bound.Terms)
            {
                if (term.Key == by)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void Collect(Monomial monomial, List<DimensionGenerator> dimensions)
    {
        for (var j = 0; j < monomial.Count; j++)
        {
            if (monomial.GeneratorAt(j) is DimensionGenerator d && !dimensions.Contains(d))
            {
                dimensions.Add(d);
            }
        }
    }

    private static Polynomial Substituted(Polynomial polynomial, DimensionGenerator generator)
    {
        var excess = new Symbol(generator.Dimension.Name, Shape.Scalar, SymbolRole.Given, range: new(Rational.Zero));
        var shifted = (Scalar.Of(excess) + Scalar.Of(BoundOf(generator.Dimension))).Numerator;

        // Without a common power, which may be a root: a positive factor changes no sign.
        var lowest = polynomial.Count == 0 ? 0 : polynomial.MonomialAt(0).UnitsOf(generator);
        for (var i = 1; i < polynomial.Count; i++)
        {
            lowest = Math.Min(lowest, polynomial.MonomialAt(i).UnitsOf(generator));
        }

        var result = new PolynomialBuilder();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            var units = monomial.UnitsOf(generator) - lowest;
            if (units % Monomial.Unit != 0)
            {
                return polynomial;
            }

            result.AddProduct(shifted.Power(units / Monomial.Unit), monomial.Without(generator), polynomial.CoefficientAt(i));
        }

        return result.ToPolynomial();
    }

    private static Size BoundOf(Dimension dimension)
    {
        Size best = 1;
        foreach (var bound in dimension.LowerBounds)
        {
            // Of several bounds the first symbolic one, or else the greatest number.
            best = !best.IsConstant ? best : !bound.IsConstant || bound.Constant > best.Constant ? bound : best;
        }

        return best;
    }
}
