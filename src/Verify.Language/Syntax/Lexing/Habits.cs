using System.Collections.Frozen;

namespace Verify.Language.Syntax;

/// <summary>What people type by habit and the language does not read, with what to write instead.</summary>
internal static class Habits
{
    /// <summary>Signs of two characters.</summary>
    public static FrozenDictionary<string, string> Pairs { get; } = new Dictionary<string, string>
    {
        ["**"] = "'**' is no operator: write A^2 for a power, A * B for a product",
        ["=="] = "'==' is no relation: write =",
        ["=<"] = "'=<' is no relation: write <=",
        ["=>"] = "'=>' is no relation: write >=, or -> in a limit",
        ["<>"] = "'<>' is no relation: write !=",
        [".*"] = "'.*' is no operator: write A ∘ B for the entrywise product",
        ["./"] = "'./' is no operator: only a scalar divides, A / s",
        ["||"] = "'||' is no bracket: write norm(A) or opnorm(A)",
    }.ToFrozenDictionary();

    /// <summary>Characters.</summary>
    public static FrozenDictionary<char, string> Characters { get; } = new Dictionary<char, string>
    {
        ['\t'] = "a tab: indent and separate with spaces",
        ['\u00A0'] = "a no-break space: write a plain space",
        ['“'] = "a text stands between straight double quotes, \"…\"",
        ['”'] = "a text stands between straight double quotes, \"…\"",
        ['’'] = "write ' for the transpose",
        ['‘'] = "write ' for the transpose",
        ['′'] = "write ' for the transpose",
        ['´'] = "write ' for the transpose",
        ['`'] = "write ' for the transpose",
        ['⊤'] = "write ' for the transpose",
        ['{'] = "braces mean nothing here: group with parentheses",
        ['}'] = "braces mean nothing here: group with parentheses",
        ['\\'] = "a backslash means nothing here: a Greek letter is written out, Lambda, or as itself, Λ",
        ['·'] = "write * for a product",
        ['⋅'] = "write * for a product",
        ['⊙'] = "write ∘ for the entrywise product",
        ['‖'] = "write norm(A) or opnorm(A)",
        ['∥'] = "write norm(A) or opnorm(A)",
        ['√'] = "write sqrt(s)",
        ['∇'] = "write grad(f; P)",
        ['½'] = "write 1/2",
        ['@'] = "'@' is no operator: write A B for a product",
        ['.'] = "a dot belongs in a decimal, between digits: 0.5",
        ['ᵗ'] = "write ' for the transpose",
        ['!'] = "'!' stands only in '!='",
        ['&'] = "'&' means nothing here: conditions are separated by commas",
        ['$'] = "'$' means nothing here: formulas are written plainly",
        ['\uFFFD'] = "a replacement character: the text was damaged before it came here",
    }.ToFrozenDictionary();
}
