using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Normalization;

/// <summary>
/// When different normal forms mean different values. They do where all letters are functions of symbols and all generators are dimensions, scalars and traces of such words, in symbolic
/// sizes: then these are algebraically independent at large sizes. Closed letters, fixed sizes (Cayley-Hamilton) and several roots may satisfy relations that the algebra does not know.
/// </summary>
internal static class Certainty
{
    /// <summary>Whether the difference is certainly not 0 at every allowed value.</summary>
    public static bool IsDifferent(Form difference)
    {
        if (difference.IsZero)
        {
            return false;
        }

        var roots = new HashSet<Generator>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < difference.Count; i++)
        {
            if (!IsOpen(difference.WordAt(i).Letters, roots) || !IsOpen(difference.CoefficientAt(i), roots))
            {
                return false;
            }
        }

        return roots.Count <= 1;
    }

    private static bool IsOpen(Scalar scalar, HashSet<Generator> roots)
    {
        for (var i = 0; i < scalar.Denominator.Count; i++)
        {
            if (!IsOpen(scalar.Denominator.FactorAt(i), roots))
            {
                return false;
            }
        }

        return IsOpen(scalar.Numerator, roots);
    }

    private static bool IsOpen(Polynomial polynomial, HashSet<Generator> roots)
    {
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                if (!IsOpen(monomial.GeneratorAt(j), roots))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsOpen(Generator generator, HashSet<Generator> roots) => generator switch
    {
        DimensionGenerator or SymbolGenerator => true,
        TraceGenerator trace => IsOpen(trace.Word.Letters, roots),
        RootGenerator root => (roots.Add(root) || true) && IsOpen(root.Base, roots),
        _ => false,
    };

    private static bool IsOpen(ReadOnlySpan<Letter> letters, HashSet<Generator> roots)
    {
        foreach (var letter in letters)
        {
            if (letter.Atom is not SymbolAtom || !IsSymbolic(letter.Atom.Shape.Rows) || !IsSymbolic(letter.Atom.Shape.Columns)
                || (letter.Element.Pole is { } pole && !IsOpen(pole.Value, roots)))
            {
                return false;
            }

            foreach (var (shift, _) in letter.Element.Shifts)
            {
                if (!IsOpen(shift.Value, roots))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsSymbolic(Size size) => size.IsOne || !size.IsConstant;
}
