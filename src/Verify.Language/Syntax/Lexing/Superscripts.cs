namespace Verify.Language.Syntax;

/// <summary>Exponents written as superscript digits.</summary>
internal static class Superscripts
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const char Minus = '⁻';
    private const int MostDigits = 6;

    /// <summary>How many superscript digits and minus signs stand from <paramref name="start"/> on.</summary>
    public static int LengthAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == Minus || Digits.Contains(text[end])))
        {
            end++;
        }

        return end - start;
    }

    /// <summary>The integer, or null where the signs make none or there are too many of them.</summary>
    public static Rational? ValueOf(string text)
    {
        var digits = text[0] == Minus ? text[1..] : text;
        if (digits.Length is 0 or > MostDigits || digits.Contains(Minus))
        {
            return null;
        }

        var value = digits.Aggregate(0, (number, digit) => (10 * number) + Digits.IndexOf(digit));
        return text[0] == Minus ? -value : value;
    }
}
