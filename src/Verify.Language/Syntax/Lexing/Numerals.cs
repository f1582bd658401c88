using System.Globalization;
using System.Numerics;

namespace Verify.Language.Syntax;

/// <summary>Integers and decimals, both exact.</summary>
internal static class Numerals
{
    /// <summary>The digits that a numeral may have.</summary>
    public const int MostDigits = 1000;

    /// <summary>The length of the numeral (digits, or digits, point, digits) that begins at a digit.</summary>
    public static int LengthAt(string text, int start)
    {
        var end = Digits(text, start);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = Digits(text, end + 1);
        }

        return end - start;
    }

    /// <summary>What is wrong with the numeral or with what touches its end; null if nothing is.</summary>
    public static (int Length, string Message)? FaultAt(string text, int start, int length)
    {
        var end = start + length;
        var next = end < text.Length ? text[end] : '\0';
        if (next == '.' && !(end + 1 < text.Length && text[end + 1] is '*' or '/'))
        {
            return (length + 1, "a decimal has digits on both sides of one point: 0.5");
        }

        if (next is 'e' or 'E')
        {
            var digits = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (Digits(text, digits) is var last && last > digits)
            {
                return (last - start, "numbers have no exponent part: write 0.001 or 10^-3");
            }
        }

        return length > MostDigits ? (length, $"a numeral of {length} characters: at most {MostDigits} are read") : null;
    }

    /// <summary>The exact value.</summary>
    public static Rational ValueOf(string numeral)
    {
        var point = numeral.IndexOf('.');
        var digits = BigInteger.Parse(numeral.Replace(".", ""), CultureInfo.InvariantCulture);
        return point < 0 ? digits : new Rational(digits, BigInteger.Pow(10, numeral.Length - point - 1));
    }

    private static int Digits(string text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }
}
