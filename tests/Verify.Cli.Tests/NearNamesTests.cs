using FsCheck;
using FsCheck.Fluent;
using Verify.Cli.Input;
using Verify.Testing;

namespace Verify.Cli.Tests;

public sealed class NearNamesTests
{
    private static readonly string[] Known = ["reduced loss", "flow of U", "a stays zero", "conserved", "minimum"];

    [Theory]
    [InlineData("reduced los", "reduced loss")]
    [InlineData("Reduced Loss", "reduced loss")]
    [InlineData("minmum", "minimum")]
    [InlineData("flow", "flow of U")]
    [InlineData("a stay zero", "a stays zero")]
    public void The_name_that_was_meant_comes_first(string mistyped, string meant) => Assert.Equal(meant, NearNames.Of(mistyped, Known)[0]);

    [Fact]
    public void Some_names_are_always_given() => Assert.Equal(3, NearNames.Of("xyzzy and more", Known).Count);

    /// <summary>Dropping a letter of a long name is a typing error that is always understood.</summary>
    [Fact]
    public void A_dropped_letter_is_found() => Prop.ForAll(
        Gen.Elements(Known.Where(name => name.Length > 5).ToArray()).SelectMany(name => Gen.Choose(0, name.Length - 1).Select(at => (Name: name, At: at))).ToArbitrary(),
        pick => NearNames.Of(pick.Name.Remove(pick.At, 1), Known)[0] == pick.Name).Holds();
}
