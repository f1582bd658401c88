using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Language.Tests.Syntax;

/// <summary>Spellings that mean the same give the same tree; what is not one of them does not.</summary>
public sealed class SpellingTests
{
    private static readonly (string One, string Other)[] Spellings =
    [
        ("'", "ᵀ"), ("^-1", "⁻¹"), ("^2", "²"), ("^10", "¹⁰"), ("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("->", "→"), ("inf", "∞"), (" × ", " x "),
        ("Λ", "Lambda"), ("σ", "sigma"), ("ŷ", "y\u0302"), ("ε", "ϵ"), ("φ", "ϕ"), ("μ", "\u00B5"), ("Ω", "\u2126"), ("Δ", "\u2206"),
    ];

    private static readonly string[] Statements =
    [
        "dim d, N >= d + 2", "matrix Λ : d × d, spd", "random X : (d + 1) × N ~ normal(rows: Λ)", "scalar σ >= 0, ε, φ, μ, Ω",
        "let ŷ = Λ' Λ^2 σ^-1 - (Λ' + Δ)^2'", "claim \"a\": Λ^-1 <= ŷ^2 assuming σ != μ, ε >= φ", "claim \"b\": lim(ŷ; N -> inf) = σ^10 as N -> inf, σ -> 0",
        "claim \"c\": flow(tr(Λ Λ'); σ = 1) -> σ^2 = 0",
    ];

    [Fact]
    public void EitherSpellingGivesTheSameTree() => Prop.ForAll(
        Gen.Elements(Statements).Zip(Gen.Elements(true, false).ArrayOf(Spellings.Length)).ToArbitrary(),
        pair =>
        {
            var (statement, choices) = pair;
            var other = Spellings.Zip(choices).Where(choice => choice.Second).Aggregate(statement, (text, choice) => text.Replace(choice.First.One, choice.First.Other));
            var (one, two) = (Parser.Parse("a.claim", statement), Parser.Parse("a.claim", other));
            return (one.Errors.IsEmpty && two.Errors.IsEmpty && one.Statements.SequenceEqual(two.Statements)).Label(other);
        }).Holds(500);

    [Fact]
    public void EverySpellingOccursInAStatement() =>
        Assert.All(Spellings, spelling => Assert.Contains(Statements, statement => statement.Contains(spelling.One)));

    [Fact]
    public void EveryGreekLetterHasItsName()
    {
        string[] names =
        [
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
            "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
        ];
        const string small = "αβγδεζηθικλμνξοπρστυφχψω", large = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
        Assert.Equal(small.Select(letter => letter.ToString()), names.Select(NameOf));
        Assert.Equal(large.Select(letter => letter.ToString()), names.Select(name => NameOf(char.ToUpperInvariant(name[0]) + name[1..])));
    }

    [Theory]
    [InlineData("Lambda_1")]
    [InlineData("LAMBDA")]
    [InlineData("lambdas")]
    [InlineData("x₁")]
    [InlineData("x_1")]
    [InlineData("xᵢ")]
    [InlineData("𝐱")]
    [InlineData("É")]
    [InlineData("x\u0304")]
    [InlineData("normal")]
    [InlineData("mean")]
    [InlineData("any")]
    public void OtherNamesStayAsTheyAre(string name) => Assert.Equal(name, NameOf(name));

    [Theory]
    [InlineData("xᵀ", typeof(TransposeSyntax))]
    [InlineData("x²", typeof(PowerSyntax))]
    [InlineData("x'", typeof(TransposeSyntax))]
    [InlineData("2 x", typeof(ProductSyntax))]
    [InlineData("2x", typeof(ProductSyntax))]
    [InlineData("1 / 2", typeof(NumberSyntax))]
    [InlineData("1/2", typeof(NumberSyntax))]
    [InlineData("0.50", typeof(NumberSyntax))]
    [InlineData("x - 1", typeof(SumSyntax))]
    [InlineData("x -1", typeof(SumSyntax))]
    [InlineData("x \u2212 1", typeof(SumSyntax))]
    [InlineData("u (a)", typeof(ProductSyntax))]
    [InlineData("u(a)", typeof(ProductSyntax))]
    [InlineData("x^2 / 3", typeof(ProductSyntax))]
    public void ATextIsReadAs(string text, Type kind) => Assert.IsType(kind, Shown(text));

    [Theory]
    [InlineData("0.5", "1/2")]
    [InlineData("007", "7")]
    [InlineData("1.50", "3/2")]
    [InlineData("4/6", "2/3")]
    [InlineData("1.5/2", "3/4")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void NumbersAreExact(string text, string value) => Assert.Equal(value, ((NumberSyntax)Shown(text)).Value.ToString());

    private static string NameOf(string text) => ((NameSyntax)Shown(text)).Name;

    private static ExprSyntax Shown(string text)
    {
        var parsed = Parser.Parse("a.claim", $"show {text}");
        Assert.Empty(parsed.Errors);
        return ((ShowSyntax)parsed.Statements.Single()).Expression;
    }
}
