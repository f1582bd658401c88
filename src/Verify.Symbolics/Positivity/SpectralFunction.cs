using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// The sign of f(λ) = Σ c_i λ^(u_i) Π (λ - p)^(-j) for every λ &gt; 0 (or ≥ 0), which is the sign of f(Λ) for spd (psd) Λ. All poles must lie at p &lt; 0; then f times
/// Π (λ - p)^J has the sign of f and is a polynomial in λ (up to a power of λ), whose coefficients are all ≥ 0 where the sign can be seen.
/// </summary>
internal static class SpectralFunction
{
    /// <summary>The sign of Σ coefficient · element.</summary>
    public static Sign SignOf(IReadOnlyCollection<KeyValuePair<Element, Scalar>> terms, bool spectrumIsPositive)
    {
        var poles = new Dictionary<Pole, int>();
        foreach (var (element, _) in terms)
        {
            if (element.Shifts.Length > 0 || (element.Units < 0 && !spectrumIsPositive))
            {
                return Sign.Unknown;
            }

            if (element.Pole is { } pole)
            {
                poles[pole] = Math.Max(poles.GetValueOrDefault(pole), element.Multiplicity);
            }
        }

        if (poles.Keys.Any(pole => pole.SignOfNegative != Sign.Positive))
        {
            return Sign.Unknown;
        }

        return SignOfCoefficients(Numerator(terms, poles), spectrumIsPositive);
    }

    /// <summary>The coefficients of f(λ) Π (λ - p)^J by powers of λ, in units.</summary>
    private static SortedDictionary<int, Scalar> Numerator(IReadOnlyCollection<KeyValuePair<Element, Scalar>> terms, Dictionary<Pole, int> poles)
    {
        var numerator = new SortedDictionary<int, Scalar>();
        foreach (var (element, coefficient) in terms)
        {
            var product = new SortedDictionary<int, Scalar> { [element.Units] = coefficient };
            foreach (var (pole, power) in poles.OrderBy(entry => entry.Key))
            {
                for (var i = element.Pole == pole ? element.Multiplicity : 0; i < power; i++)
                {
                    product = TimesLinear(product, pole.Value);
                }
            }

            foreach (var (units, value) in product)
            {
                numerator[units] = numerator.GetValueOrDefault(units, Scalar.Zero) + value;
            }
        }

        return numerator;
    }

    private static SortedDictionary<int, Scalar> TimesLinear(SortedDictionary<int, Scalar> polynomial, Scalar pole)
    {
        var product = new SortedDictionary<int, Scalar>();
        foreach (var (units, value) in polynomial)
        {
            product[units] = product.GetValueOrDefault(units, Scalar.Zero) - (value * pole);
            product[units + Monomial.Unit] = product.GetValueOrDefault(units + Monomial.Unit, Scalar.Zero) + value;
        }

        return product;
    }

    private static Sign SignOfCoefficients(SortedDictionary<int, Scalar> polynomial, bool spectrumIsPositive)
    {
        var sign = Sign.Nonnegative;
        foreach (var (units, coefficient) in polynomial)
        {
            var own = Signs.Of(coefficient);
            if (own == Sign.Unknown)
            {
                return Sign.Unknown;
            }

            sign = own == Sign.Positive && (spectrumIsPositive || units == 0) ? Sign.Positive : sign;
        }

        return sign;
    }
}
