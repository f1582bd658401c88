namespace Verify.Language.Printing;

/// <summary>What stands after the bar of an expectation.</summary>
internal static class HeldSymbols
{
    /// <summary>The random symbols, in order, that the body or a law within it mentions and that the expectation does not average over.</summary>
    public static IEnumerable<Symbol> In(Expectation expectation) =>
        expectation.FreeSymbols.Where(symbol => symbol.Role == SymbolRole.Random).Order();
}
