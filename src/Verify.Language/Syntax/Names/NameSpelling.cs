using System.Globalization;
using System.Text;

namespace Verify.Language.Syntax;

/// <summary>Which characters make a name, and the one spelling that all its ways of being typed share.</summary>
internal static class NameSpelling
{
    private static readonly string[] GreekNames =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
        "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    private const string GreekLetters = "αβγδεζηθικλμνξοπρστυφχψω";

    private static readonly Dictionary<string, string> Greek = GreekNames
        .SelectMany((name, i) => new[]
        {
            (Name: name, Letter: GreekLetters[i]),
            (Name: char.ToUpperInvariant(name[0]) + name[1..], Letter: char.ToUpperInvariant(GreekLetters[i])),
        })
        .ToDictionary(pair => pair.Name, pair => pair.Letter.ToString());

    /// <summary>NFC; look-alikes as one letter; a whole name that is a Greek letter's English name as that letter.</summary>
    public static string Normalise(string name)
    {
        if (Ascii.IsValid(name))
        {
            return Greek.GetValueOrDefault(name, name);
        }

        var one = CanonicalForm.Compose(name).Replace('ϵ', 'ε').Replace('ϕ', 'φ').Replace('\u00B5', 'μ').Replace('\u2206', 'Δ');
        return Greek.GetValueOrDefault(one, one);
    }

    /// <summary>Whether a name may begin with the character: a letter, or the increment sign, which looks like Δ.</summary>
    public static bool Begins(Rune rune) => rune.Value == 0x2206 || Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.OtherLetter => rune.Value is not ('ª' or 'º'),
        _ => false,
    };

    /// <summary>Whether a name may go on with the character: a letter, a digit, a subscript, an underscore or a combining mark.</summary>
    public static bool Continues(Rune rune) => Begins(rune) || rune.Value == '_' || IsSubscript(rune.Value) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsSubscript(int rune) => rune is (>= 0x2080 and <= 0x2089) or (>= 0x2090 and <= 0x209C) or (>= 0x1D62 and <= 0x1D6A) or 0x2C7C;
}
