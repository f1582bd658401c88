using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Derivations;

/// <summary>What is derived of an expression with blocks: a grid of normal forms, or one normal form where the blocks multiply out.</summary>
public sealed class ShowTests
{
    private const string Setting = """
        dim d, N
        matrix Λ : d × d, spd
        param W : (d + 1) × (d + 1)
        vector x : d
        random X : N × d ~ normal(rows: Λ)

        """;

    [Theory]
    [InlineData("E[[X', x; 0, 1] [X', x; 0, 1]']", "[x x' + N Λ, x; x', 1]")]
    [InlineData("grad([x', 1] W [x; 2]; W)", "[x x', 2 x; x', 2]")]
    [InlineData("E[[X', x] [X', x]']", "x x' + N Λ")]
    public void Blocks_are_derived_one_by_one(string expression, string normalForm)
    {
        var shown = SoundFile.Read(Setting + $"show {expression}\n").Shows.Single().Expression;
        var derived = new SymbolicRoute().Derive(shown, RouteSettings.Default, CancellationToken.None);
        Assert.Equal(normalForm, CorePrinter.Print(Assert.IsType<Expr>(derived.NormalForm, exactMatch: false)));
    }
}
