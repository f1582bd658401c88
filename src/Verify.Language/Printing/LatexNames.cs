using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>Names in LaTeX: Greek letters as commands, subscripts, accents from combining marks, longer names upright.</summary>
internal static class LatexNames
{
    private static readonly Dictionary<char, string> Greek = new()
    {
        ['α'] = "alpha", ['β'] = "beta", ['γ'] = "gamma", ['δ'] = "delta", ['ε'] = "varepsilon", ['ϵ'] = "epsilon", ['ζ'] = "zeta", ['η'] = "eta",
        ['θ'] = "theta", ['ι'] = "iota", ['κ'] = "kappa", ['λ'] = "lambda", ['μ'] = "mu", ['ν'] = "nu", ['ξ'] = "xi", ['π'] = "pi", ['ρ'] = "rho",
        ['σ'] = "sigma", ['ς'] = "varsigma", ['τ'] = "tau", ['υ'] = "upsilon", ['φ'] = "varphi", ['ϕ'] = "phi", ['χ'] = "chi", ['ψ'] = "psi", ['ω'] = "omega",
        ['Γ'] = "Gamma", ['Δ'] = "Delta", ['Θ'] = "Theta", ['Λ'] = "Lambda", ['Ξ'] = "Xi", ['Π'] = "Pi", ['Σ'] = "Sigma", ['Υ'] = "Upsilon",
        ['Φ'] = "Phi", ['Ψ'] = "Psi", ['Ω'] = "Omega",
    };

    private static readonly Dictionary<char, string> Accents = new()
    {
        ['\u0300'] = "grave", ['\u0301'] = "acute", ['\u0302'] = "hat", ['\u0303'] = "tilde", ['\u0304'] = "bar",
        ['\u0306'] = "breve", ['\u0307'] = "dot", ['\u0308'] = "ddot", ['\u030C'] = "check",
    };

    /// <summary>The name: <c>Λ</c> as <c>\Lambda</c>, <c>ŷ</c> as <c>\hat{y}</c>, <c>W₁₁</c> and <c>W_11</c> as <c>W_{11}</c>, <c>risk</c> as <c>\mathrm{risk}</c>.</summary>
    public static string Of(string name)
    {
        if (name == "…")
        {
            return @"\dots";
        }

        var letters = Decomposed(name);
        var split = letters.FindIndex(1, letter => letter.Base == '_' || char.IsAsciiDigit(letter.Base) || letter.Base is >= '₀' and <= '₉');
        var stem = split < 0 ? letters : letters[..split];
        var index = split < 0 ? "" : string.Concat(letters[split..].Select(letter => letter.Base is >= '₀' and <= '₉' ? (char)(letter.Base - '₀' + '0') : letter.Base)).TrimStart('_').Replace("_", @"\_");
        var text = string.Concat(stem.Select(letter => letter.Marks.Aggregate(Letter(letter.Base, stem.Count == 1), (inner, mark) => $@"\{Accents.GetValueOrDefault(mark, "hat")}{{{inner}}}")));
        return (stem.Count > 1 ? $@"\mathrm{{{text}}}" : text) + (index.Length == 0 ? "" : $"_{{{index}}}");
    }

    private static string Letter(char letter, bool isAlone) =>
        !Greek.TryGetValue(letter, out var command) ? letter.ToString() : isAlone ? $@"\{command}" : $@"\{command} ";

    private static List<(char Base, List<char> Marks)> Decomposed(string name)
    {
        var letters = new List<(char Base, List<char> Marks)>();
        foreach (var unit in CanonicalForm.Decompose(name))
        {
            if (letters.Count > 0 && unit is >= '\u0300' and <= '\u036F')
            {
                letters[^1].Marks.Add(unit);
            }
            else
            {
                letters.Add((unit, []));
            }
        }

        return letters;
    }
}
