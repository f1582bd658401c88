using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// The sign of Σ c_i tr(f_i(Λ)), which is tr(f(Λ)) with f = Σ c_i f_i: the sign of f on the spectrum decides it. In each term one trace of a function of Λ is taken as tr(f_i(Λ))
/// (one with a pole first; d stands for tr(I)), the other factors belong to the coefficient.
/// </summary>
internal static class SpectralTrace
{
    /// <summary>The sign, tried for every symmetric matrix in the polynomial.</summary>
    public static Sign SignOf(Polynomial polynomial)
    {
        foreach (var atom in AtomsOf(polynomial))
        {
            foreach (var dimensionFirst in (bool[])[true, false])
            {
                if (TermsOf(polynomial, atom, dimensionFirst) is { } terms
                    && SpectralFunction.SignOf(terms, (atom.Attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite) is var sign and not Sign.Unknown)
                {
                    return sign;
                }
            }
        }

        return Sign.Unknown;
    }

    private static List<Atom> AtomsOf(Polynomial polynomial)
    {
        var atoms = new List<Atom>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                if (LetterOf(monomial.GeneratorAt(j)) is { Atom: var atom } && !atoms.Contains(atom)
                    && (atom.Attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite)
                {
                    atoms.Add(atom);
                }
            }
        }

        return atoms;
    }

    private static Letter? LetterOf(Generator generator) => generator is TraceGenerator { Word: { Length: 1 } word } ? word.Letters[0] : null;

    private static List<KeyValuePair<Element, Scalar>>? TermsOf(Polynomial polynomial, Atom atom, bool dimensionFirst)
    {
        var terms = new List<KeyValuePair<Element, Scalar>>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            if (Chosen(monomial, atom, dimensionFirst) is not { } generator)
            {
                return null;
            }

            var coefficient = Scalar.Of(monomial * Monomial.Of(generator, -Monomial.Unit), polynomial.CoefficientAt(i));
            terms.Add(new(LetterOf(generator)?.Element ?? Element.One, coefficient));
        }

        return terms;
    }

    private static Generator? Chosen(Monomial monomial, Atom atom, bool dimensionFirst)
    {
        var candidates = Enumerable.Range(0, monomial.Count)
            .Where(j => monomial.UnitsAt(j) >= Monomial.Unit)
            .Select(monomial.GeneratorAt)
            .Where(generator => LetterOf(generator)?.Atom == atom || IsSizeOf(generator, atom));
        return candidates.MaxBy(generator => LetterOf(generator) is not { } letter ? (dimensionFirst ? 1 : -1)
            : letter.Element.Pole is not null ? 2
            : 0);
    }

    private static bool IsSizeOf(Generator generator, Atom atom) => generator is DimensionGenerator { Dimension: var d } && atom.Shape.Rows.AsDimension == d;
}
