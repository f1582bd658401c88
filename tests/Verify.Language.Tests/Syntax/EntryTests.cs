using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Language.Tests.Syntax;

/// <summary>Entries are functions only where a semicolon makes them so; their names, and the word index, stay ordinary names.</summary>
public sealed class EntryTests
{
    [Fact]
    public void The_names_of_the_functions_are_ordinary_names() =>
        Assert.Equal("entry index column", CorePrinter.Print(SoundFile.Read("dim d\nmatrix entry, column, index : d × d\nshow entry (index column)").Shows.Single().Expression).Replace("(", "").Replace(")", ""));

    [Fact]
    public void An_index_may_be_called_index() => Assert.Single(SoundFile.Read("dim d\nindex index : d\nmatrix A : d × d\nclaim \"x\": entry(A; index, index) = 0").Claims);

    [Theory]
    [InlineData("entry(A; i, j)")]
    [InlineData("entry(A B; i, 1)")]
    [InlineData("entry(v; j)^2")]
    [InlineData("-entry(A; 1, 1) A")]
    [InlineData("column(A; i)' A")]
    [InlineData("A column(I; 1)")]
    [InlineData("ones' A ones")]
    [InlineData("A ∘ (ones ones')")]
    [InlineData("A j")]
    public void The_text_is_read_and_printed_again(string text) => Assert.Equal(Alike(text), Alike(CorePrinter.Print(Read(text))));

    [Theory]
    [InlineData("entry(A; 1, 1, 1)", "an entry has two positions")]
    [InlineData("entry(A; 0, 1)", "a position is an integer from 1 to 1000")]
    [InlineData("entry(A; 1/2, 1)", "expected ')'")]
    [InlineData("column(A; 1, 1)", "expected ')'")]
    [InlineData("entry(A; i j)", "expected ')'")]
    [InlineData("entry(A; ones, 1)", "'ones' is a reserved word")]
    public void What_is_no_position_is_refused(string text, string message) =>
        Assert.Contains(message, Assert.Single(Parser.Parse("test.claim", "show " + text).Errors).Message);

    [Theory]
    [InlineData("entry(A; i, j)", "{A}_{i, j}")]
    [InlineData("column(I; 2)", "{I}_{:, 2}")]
    [InlineData("ones' v", @"{\mathbf{1}}^{\top} v")]
    public void Formulas_have_subscripts(string text, string latex) => Assert.Equal(latex, LatexPrinter.Print(((ShowSyntax)Parser.Parse("test.claim", "show " + text).Statements.Single()).Expression));

    [Fact]
    public void A_claim_with_indices_says_what_it_ranges_over()
    {
        var claim = SoundFile.Read("dim d\nindex i : d\nmatrix A : d × d\nclaim \"x\": entry(A; i, i) = 0").Claims.Single();
        Assert.Equal("for all d ≥ 1; index i : d; A : d × d: entry(A; i, i) = 0", UnderstoodStatement.Print(claim));
        Assert.Contains("index i : d", ClaimFileText.Print(claim, new Dictionary<Symbol, string>()));
    }

    // column(A; i) is A i.
    private static string Alike(string text) => CorePrinter.Print(Read(text));

    private static Expr Read(string text) => SoundFile.Read("dim d\nindex i, j : d\nmatrix A, B : d × d\nvector v : d\nshow " + text).Shows.Single().Expression;
}
