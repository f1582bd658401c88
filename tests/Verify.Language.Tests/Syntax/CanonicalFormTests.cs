using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Language.Tests.Syntax;

/// <summary>NFC: cases of Unicode's own test file, and the laws of a normal form.</summary>
public sealed class CanonicalFormTests
{
    [Theory]
    [InlineData("y\u0302", "\u0177")]
    [InlineData("\u1E0A\u0323", "\u1E0C\u0307")]
    [InlineData("D\u0307\u0323", "\u1E0C\u0307")]
    [InlineData("\u0112\u0300", "\u1E14")]
    [InlineData("E\u0304\u0300", "\u1E14")]
    [InlineData("E\u0300\u0304", "\u00C8\u0304")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u1F00\u0345", "\u1F80")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("x\u0304", "x\u0304")]
    public void KnownCases(string text, string composed) => Assert.Equal(composed, CanonicalForm.Compose(text));

    [Fact]
    public void ItIsANormalForm() => Prop.ForAll(
        Gen.Elements("a", "E", "y", "\u0302", "\u0301", "\u0323", "\u0327", "\u0345", "\u00E9", "\u1E14", "\u03B1", "\u1F80", "\u1100", "\u1161", "\u11A8", "\uAC00").ArrayOf()
            .Zip(Gen.Choose(0, 20)).ToArbitrary(),
        pair =>
        {
            var (text, cut) = (string.Concat(pair.Item1), Math.Min(pair.Item2, string.Concat(pair.Item1).Length));
            var composed = CanonicalForm.Compose(text);

            // Composing a part first changes nothing, and a composed text stays as it is.
            return composed == CanonicalForm.Compose(composed) && composed == CanonicalForm.Compose(CanonicalForm.Compose(text[..cut]) + text[cut..]);
        }).Holds(3000);
}
