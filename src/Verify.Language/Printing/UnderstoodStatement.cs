using Verify.Language.Elaboration;
using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>A claim as understood, names and sizes resolved, in one line.</summary>
public static class UnderstoodStatement
{
    /// <summary>
    /// <c>for all d, N ≥ 1; Λ : d × d, spd; with X : N × d ~ normal(rows: Λ): E[X' X] = N Λ</c>: what the statement ranges over, what its expectations
    /// average over, the statement and its conditions.
    /// </summary>
    public static string Print(Claim claim)
    {
        List<Expr> expressions = [.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.Concat(claim.Steps).SelectMany(Dependence.ExpressionsOf)];
        var names = new SymbolNames(expressions, claim.Symbols);
        var syntax = new CoreSyntax(names, CorePrinter.Budget);
        var statement = StatementPrinter.Print(syntax.Of(claim.Statement));
        var conditions = claim.Conditions.Select(condition => StatementPrinter.Print(syntax.Of(condition))).ToList();
        var steps = claim.Steps.Select(step => StatementPrinter.Print(syntax.Of(step))).ToList();
        List<string> ranges = [];
        if (claim.Dimensions.Length > 0)
        {
            ranges.Add(DimensionsOf(claim.Dimensions));
        }

        ranges.AddRange(claim.Symbols.Select(symbol => (symbol.Is(MatrixAttributes.UnitVector) ? "index " : "") + Declaration(symbol, names, law: null)));
        var averaged = names.Averaged.Select(symbol => Declaration(symbol, names, symbol.Law)).ToList();
        return (ranges.Count == 0 ? "" : $"for all {string.Join("; ", ranges)}")
            + (averaged.Count == 0 ? "" : $"{(ranges.Count == 0 ? "" : "; ")}with {string.Join("; ", averaged)}")
            + (ranges.Count + averaged.Count == 0 ? "" : ": ")
            + statement
            + (conditions.Count == 0 ? "" : $" assuming {string.Join(", ", conditions)}")
            + (steps.Count == 0 ? "" : $" by {string.Join(", ", steps)}");
    }

    private static string DimensionsOf(IReadOnlyCollection<Dimension> dimensions)
    {
        var unbounded = dimensions.Where(dimension => dimension.LowerBounds.IsEmpty).Select(dimension => dimension.Name).ToList();
        return string.Join(", ", dimensions.Where(dimension => !dimension.LowerBounds.IsEmpty)
            .Select(dimension => $"{dimension.Name} ≥ {string.Join(", ", dimension.LowerBounds)}")
            .Prepend(unbounded.Count == 0 ? "" : $"{string.Join(", ", unbounded)} ≥ 1").Where(text => text.Length > 0));
    }

    /// <summary><c>X : N × d ~ normal(rows: Λ)</c>: what follows the keyword of a symbol's declaration, with its law where one is given.</summary>
    internal static string Declaration(Symbol symbol, SymbolNames names, Law? law) =>
        $"{names[symbol]} : {ShapeOf(symbol.Shape)}{Properties(symbol)}"
        + (law is null ? "" : $" ~ {StatementPrinter.Print(new CoreSyntax(names, CorePrinter.Budget).Of(law))}");

    // What spd says of a scalar is its range, which a random one is not declared with.
    private static string Properties(Symbol symbol) =>
        symbol.Role == SymbolRole.Random ? AttributesOf(symbol.Attributes)
        : symbol.Shape.IsScalar ? RangeOf(symbol) + AttributesOf(symbol.Attributes & MatrixAttributes.Orthogonal)
        : AttributesOf(symbol.Attributes);

    /// <summary><c> spd diag</c>, <c> &gt; 0</c>, or nothing: what restricts the values of a symbol.</summary>
    internal static string PropertiesOf(Symbol symbol) => Properties(symbol).Replace(",", "", StringComparison.Ordinal);

    private static string ShapeOf(Shape shape) => shape.Columns.IsOne && !shape.IsScalar ? shape.Rows.ToString() : shape.ToString();

    /// <summary><c> &gt; 0</c>, or nothing: what a scalar is bounded by.</summary>
    internal static string RangeOf(Symbol symbol) =>
        (symbol.Range.Lower is { } lower ? $" {(symbol.Range.LowerStrict ? ">" : "≥")} {lower}" : "")
        + (symbol.Range.Upper is { } upper ? $" {(symbol.Range.UpperStrict ? "<" : "≤")} {upper}" : "");

    private static string AttributesOf(MatrixAttributes attributes)
    {
        List<string> words = [];
        if (attributes.HasFlag(MatrixAttributes.PositiveDefinite))
        {
            words.Add("spd");
        }
        else if (attributes.HasFlag(MatrixAttributes.PositiveSemidefinite))
        {
            words.Add("psd");
        }
        else if (attributes.HasFlag(MatrixAttributes.Symmetric) && !attributes.HasFlag(MatrixAttributes.Diagonal))
        {
            words.Add("sym");
        }

        words.AddRange(attributes.HasFlag(MatrixAttributes.Diagonal) ? ["diag"] : []);
        words.AddRange(attributes.HasFlag(MatrixAttributes.Orthogonal) ? ["orthogonal"] : []);
        return string.Concat(words.Select(word => ", " + word));
    }
}
