using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Scalars;

/// <summary>What is known of a sign at every allowed value.</summary>
internal enum Sign
{
    /// <summary>Nothing.</summary>
    Unknown,

    /// <summary>≥ 0.</summary>
    Nonnegative,

    /// <summary>&gt; 0.</summary>
    Positive,
}

/// <summary>Signs that follow from what symbols are declared to be. Unknown is always a sound answer.</summary>
internal static class Signs
{
    /// <summary>The sign of a rational function: products of known signs, and sums of them after each dimension is written as its least value plus what it exceeds it by.</summary>
    public static Sign Of(Scalar value)
    {
        var sign = Of(value.Numerator);
        for (var i = 0; i < value.Denominator.Count && sign != Sign.Unknown; i++)
        {
            // A denominator that is ≥ 0 is > 0 where the value is defined.
            var factor = Of(value.Denominator.FactorAt(i));
            sign = factor == Sign.Unknown && value.Denominator.PowerAt(i) % 2 != 0 ? Sign.Unknown : sign;
        }

        return sign;
    }

    /// <summary>The sign of a polynomial.</summary>
    public static Sign Of(Polynomial polynomial)
    {
        var plain = OfTerms(polynomial, OfMonomial);
        return plain != Sign.Unknown || polynomial.Count < 2 ? plain : OfTerms(DimensionShift.Shifted(polynomial), OfExcess);
    }

    /// <summary>The sign of a monomial.</summary>
    public static Sign OfMonomial(Monomial monomial)
    {
        var sign = Sign.Positive;
        for (var i = 0; i < monomial.Count && sign != Sign.Unknown; i++)
        {
            var even = monomial.UnitsAt(i) % (2 * Monomial.Unit) == 0;
            var negative = monomial.UnitsAt(i) < 0;
            var own = monomial.GeneratorAt(i).Sign;
            own = own == Sign.Unknown && even ? Sign.Nonnegative : own;
            sign = own == Sign.Nonnegative && !negative && sign != Sign.Unknown ? Sign.Nonnegative : own == Sign.Unknown ? Sign.Unknown : sign;
        }

        return sign;
    }

    /// <summary>
    /// tr(A S A' T) ≥ 0 for psd S and T, found as a reflection of the cycle; one or two spd letters have a positive trace, and so has softmax(v) with itself, another one or an entry.
    /// </summary>
    public static Sign OfTrace(Word word)
    {
        var letters = word.Letters;
        if (letters is [{ Atom: var x }, { Atom: var y }] && (x is SoftmaxAtom || y is SoftmaxAtom) && IsNonnegative(x) && IsNonnegative(y))
        {
            return Sign.Positive;
        }

        for (var axis = 0; axis < letters.Length; axis++)
        {
            if (ReflectionSign(letters, axis) is var sign and not Sign.Unknown)
            {
                return sign;
            }
        }

        return Sign.Unknown;
    }

    private static bool IsNonnegative(Atom atom) => atom is SoftmaxAtom || atom.IsUnitVector;

    /// <summary>The sign of a symmetric letter's least eigenvalue.</summary>
    public static Sign OfLetter(Letter letter)
    {
        var atom = letter.Atom;
        if (!atom.IsSymmetric)
        {
            return Sign.Unknown;
        }

        var spectrum = (atom.Attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite ? Sign.Positive
            : (atom.Attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? Sign.Nonnegative : Sign.Unknown;
        var element = letter.Element;
        var sign = element.Units == 0 ? Sign.Positive
            : spectrum == Sign.Unknown && element.Units % (2 * Monomial.Unit) != 0 ? Sign.Unknown
            : spectrum == Sign.Positive || element.Units < 0 ? Sign.Positive : Sign.Nonnegative;
        if (element.Pole is { } pole && element.Multiplicity % 2 != 0 && OfShifted(spectrum, pole) == Sign.Unknown)
        {
            return Sign.Unknown;
        }

        foreach (var (shift, _) in element.Shifts)
        {
            var own = OfShifted(spectrum, shift);
            sign = own == Sign.Unknown || sign == Sign.Unknown ? Sign.Unknown : own == Sign.Nonnegative ? own : sign;
        }

        return sign;
    }

    /// <summary>The sign of λ - p over a spectrum of a known sign.</summary>
    public static Sign OfShifted(Sign spectrum, Pole pole) =>
        spectrum == Sign.Unknown || pole.SignOfNegative == Sign.Unknown ? Sign.Unknown
        : spectrum == Sign.Positive || pole.SignOfNegative == Sign.Positive ? Sign.Positive : Sign.Nonnegative;

    /// <summary>Symmetric, diagonal and positive as the letters show it.</summary>
    public static MatrixAttributes AttributesOf(Word word)
    {
        if (word.IsIdentity)
        {
            return MatrixAttributes.PositiveDefinite | MatrixAttributes.Diagonal;
        }

        var diagonal = true;
        foreach (var letter in word.Letters)
        {
            diagonal &= letter.Atom.IsDiagonal;
        }

        if (!diagonal && !word.IsSymmetric)
        {
            return MatrixAttributes.None;
        }

        var known = diagonal ? MatrixAttributes.Diagonal : MatrixAttributes.Symmetric;
        var centre = !IsMirrored(word.Letters) ? Sign.Unknown : word.Length % 2 == 0 ? Sign.Nonnegative : OfLetter(word.Letters[word.Length / 2]);
        if (diagonal && word.Length > 1)
        {
            centre = Sign.Nonnegative;
            foreach (var letter in word.Letters)
            {
                centre = OfLetter(letter) == Sign.Unknown ? Sign.Unknown : centre;
            }
        }

        return centre == Sign.Unknown ? known
            : centre == Sign.Positive && word.Length == 1 ? known | MatrixAttributes.PositiveDefinite
            : known | MatrixAttributes.PositiveSemidefinite;
    }

    /// <summary>What survives of a word's attributes in the mean of factor × word.</summary>
    public static MatrixAttributes AttributesOfMean(Monomial factor, Word word)
    {
        var own = AttributesOf(word);
        return OfMonomial(factor) switch
        {
            Sign.Positive => own,
            Sign.Nonnegative => own & (MatrixAttributes.PositiveSemidefinite | MatrixAttributes.Diagonal),
            _ => own & MatrixAttributes.Diagonal,
        };
    }

    /// <summary>The sign of a monomial in which a dimension stands for its excess over its least value, which may be 0.</summary>
    private static Sign OfExcess(Monomial monomial)
    {
        var sign = OfMonomial(monomial);
        for (var i = 0; i < monomial.Count; i++)
        {
            sign = monomial.GeneratorAt(i) is DimensionGenerator && sign == Sign.Positive ? Sign.Nonnegative : sign;
        }

        return sign;
    }

    private static Sign OfTerms(Polynomial polynomial, Func<Monomial, Sign> signOf)
    {
        var sign = Sign.Nonnegative;
        for (var i = 0; i < polynomial.Count; i++)
        {
            var own = polynomial.CoefficientAt(i).Sign > 0 ? signOf(polynomial.MonomialAt(i)) : Sign.Unknown;
            if (own == Sign.Unknown)
            {
                return Sign.Unknown;
            }

            sign = own == Sign.Positive ? Sign.Positive : sign;
        }

        return sign;
    }

    /// <summary>Whether the word is V K V' letter by letter: a product of symmetric letters that commute is symmetric too, and may be indefinite.</summary>
    private static bool IsMirrored(ReadOnlySpan<Letter> letters)
    {
        for (var i = 0; i < letters.Length / 2; i++)
        {
            if (letters[letters.Length - 1 - i] != letters[i].Transpose)
            {
                return false;
            }
        }

        return true;
    }

    private static Sign ReflectionSign(ReadOnlySpan<Letter> letters, int axis)
    {
        var n = letters.Length;
        var (sign, allFixed) = (Sign.Positive, true);
        for (var i = 0; i < n; i++)
        {
            var image = (((axis - i) % n) + n) % n;
            if (image != i)
            {
                allFixed = false;
                if (letters[image] != letters[i].Transpose)
                {
                    return Sign.Unknown;
                }
            }
            else if (OfLetter(letters[i]) is var own && own != Sign.Positive)
            {
                sign = own == Sign.Unknown || sign == Sign.Unknown ? Sign.Unknown : Sign.Nonnegative;
            }
        }

        // x' K x of a vector x that is not 0.
        return sign == Sign.Positive && !allFixed && !(n == 3 && letters.ToArray().Count(letter => letter.Atom is OnesAtom || letter.Atom.IsUnitVector) == 2) ? Sign.Nonnegative : sign;
    }
}
