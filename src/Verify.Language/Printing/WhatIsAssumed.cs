using Verify.Language.Elaboration;
using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>What a claim takes for granted, in the order in which its file declares it.</summary>
public static class WhatIsAssumed
{
    /// <summary>
    /// <c>N ≥ 2</c>, <c>Λ spd</c>, <c>s &gt; 0</c>, <c>q ~ normal(Λ)</c>, and each condition as written: bounds on dimensions, properties and ranges of symbols,
    /// the laws that expectations average over, and what stands after <c>assuming</c>. A symbol that stands for every value of its shape is not named.
    /// </summary>
    public static IReadOnlyList<string> Of(Claim claim)
    {
        List<Expr> expressions = [.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.SelectMany(Dependence.ExpressionsOf)];
        var names = new SymbolNames(expressions, claim.Symbols);
        var syntax = new CoreSyntax(names, CorePrinter.Budget);
        var bounds = claim.Dimensions.SelectMany(dimension => dimension.LowerBounds.Select(bound => $"{dimension.Name} ≥ {bound}"));
        var properties = claim.Symbols.Select(symbol => (symbol, Text: UnderstoodStatement.PropertiesOf(symbol)))
            .Where(pair => pair.Text.Length > 0)
            .Select(pair => names[pair.symbol] + pair.Text);
        var laws = names.Averaged.Select(symbol => $"{names[symbol]} ~ {StatementPrinter.Print(syntax.Of(symbol.Law!))}");
        return [.. bounds, .. properties, .. laws, .. claim.ConditionTexts];
    }
}
