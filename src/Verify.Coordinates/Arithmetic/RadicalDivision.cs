using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>1/a for a sum of radicals, by solving a x = 1 in the space of radicals that products with a reach.</summary>
internal static class RadicalDivision
{
    private const int MostRadicals = 36;

    /// <summary>1/a for a non-zero number. More than 36 radicals throw <see cref="InexactException"/>.</summary>
    public static Polynomial Inverse(PolynomialRing ring, Polynomial a)
    {
        var basis = new List<Monomial> { Monomial.One };
        var products = new List<Polynomial>();
        for (var i = 0; i < basis.Count; i++)
        {
            products.Add(ring.Multiply(a, Polynomial.Of(basis[i], 1)));
            foreach (var (monomial, _) in products[i].Terms)
            {
                if (!basis.Contains(monomial))
                {
                    basis.Add(monomial);
                }
            }

            if (basis.Count > MostRadicals)
            {
                throw new InexactException("an inverse of a sum of many radicals");
            }
        }

        var (system, right) = (new Rational[basis.Count, basis.Count], new Rational[basis.Count]);
        right[0] = 1;
        for (var j = 0; j < basis.Count; j++)
        {
            foreach (var (monomial, coefficient) in products[j].Terms)
            {
                system[basis.IndexOf(monomial), j] = coefficient;
            }
        }

        var solution = LinearSystem.Solve(system, right) ?? throw new UndefinedException("division by 0");
        return Polynomial.OfDistinct(basis.Select((monomial, j) => KeyValuePair.Create(monomial, solution.Particular[j])));
    }
}
