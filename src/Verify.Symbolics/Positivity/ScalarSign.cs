using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Positivity;

/// <summary>Sufficient signs of scalars, beyond what single terms show. Unknown is always a sound answer.</summary>
internal static class ScalarSign
{
    /// <summary>The sign of a rational function where it is defined.</summary>
    public static Sign Of(Scalar value) => Of(value, Of);

    /// <summary>The sign by single terms and by functions of one spectrum alone, where a search would take long.</summary>
    public static Sign WithoutSearch(Scalar value) =>
        Of(value, polynomial => polynomial.IsZero ? Sign.Nonnegative : SpectralTrace.SignOf(polynomial)) is var sign
            && sign == Sign.Positive && Algebra.Current.IsGeneric(value.Leaves) ? Sign.Nonnegative : sign;

    private static Sign Of(Scalar value, Func<Polynomial, Sign> signOf)
    {
        if (Signs.Of(value) is var plain && plain != Sign.Unknown)
        {
            return plain;
        }

        for (var i = 0; i < value.Denominator.Count; i++)
        {
            if (value.Denominator.PowerAt(i) % 2 != 0 && signOf(value.Denominator.FactorAt(i)) == Sign.Unknown)
            {
                return Sign.Unknown;
            }
        }

        return signOf(value.Numerator);
    }

    private static Sign Of(Polynomial polynomial)
    {
        if (polynomial.IsZero)
        {
            return Sign.Nonnegative;
        }

        var grouped = SpectralTrace.SignOf(polynomial);
        return grouped != Sign.Unknown ? grouped : Searched(polynomial);
    }

    /// <summary>With the dimensions as they are, of which the trace inequalities speak, and with them written as their least value plus an excess.</summary>
    private static Sign Searched(Polynomial polynomial)
    {
        var plain = new SquareSearch(polynomial).FindSign();
        return plain == Sign.Positive || new SquareSearch(DimensionShift.Shifted(polynomial)).FindSign() is not (var shifted and not Sign.Unknown) ? plain : shifted;
    }
}
