using System.Collections.Immutable;
using System.Text;
using Verify.Language.Elaboration;
using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>A claim as a whole claim file: its declarations, then the claim.</summary>
public static class ClaimFileText
{
    /// <summary>
    /// The text of the file, a line a statement. A symbol with a value is a <c>let</c>; every other free symbol, every symbol that a binder binds and every
    /// dimension is declared. Reading the text gives the claim again, up to bound symbols.
    /// </summary>
    public static string Print(Claim claim, IReadOnlyDictionary<Symbol, string> values)
    {
        List<Expr> expressions = [.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.Concat(claim.Steps).SelectMany(Dependence.ExpressionsOf)];
        var names = new SymbolNames(expressions, claim.Symbols, values.Keys);
        var syntax = new CoreSyntax(names, double.MaxValue);
        var text = new StringBuilder();
        var declared = claim.Symbols.Select(symbol => names[symbol]).ToHashSet();
        var bound = names.Bound.Where(symbol => !declared.Contains(names[symbol])).DistinctBy(symbol => names[symbol]).ToList();
        var dimensions = claim.Dimensions.Concat(names.BoundDimensions).DistinctBy(dimension => names[dimension])
            .Select(dimension => names[dimension] + string.Concat(dimension.LowerBounds.Take(1).Select(bound => $" >= {bound}"))).ToList();
        if (dimensions.Count > 0)
        {
            text.AppendLine($"dim {string.Join(", ", dimensions)}");
        }

        foreach (var symbol in claim.Symbols.Concat(bound.Where(symbol => symbol.Role != SymbolRole.Random)).Concat(InOrder([.. bound.Where(symbol => symbol.Role == SymbolRole.Random)])))
        {
            text.AppendLine(values.TryGetValue(symbol, out var value)
                ? $"let {names[symbol]} = {value}"
                : symbol is { Role: SymbolRole.Given, Shape.IsScalar: true } && !symbol.Attributes.HasFlag(MatrixAttributes.Orthogonal)
                ? $"scalar {names[symbol]}{UnderstoodStatement.RangeOf(symbol)}"
                : $"{Keyword(symbol)} {UnderstoodStatement.Declaration(symbol, names, LawAsWritten(symbol))}");
        }

        var statement = new ClaimSyntax(claim.ExpectedTrue, new(claim.Name, default), syntax.Of(claim.Statement), [.. claim.Conditions.Select(syntax.Of)], default)
        {
            Steps = [.. claim.Steps.Select(syntax.Of)],
        };
        return text.AppendLine(StatementPrinter.Print(statement)).ToString();
    }

    private static string Keyword(Symbol symbol) => symbol.Role switch
    {
        SymbolRole.Parameter => "param",
        SymbolRole.Random => "random",
        _ when symbol.Is(MatrixAttributes.UnitVector) => "index",
        _ => "matrix",
    };

    /// <summary>The law; of a matrix with one column, whose size may have been put in, as that of the vector it is: <c>rows: c</c> is <c>cov: c I</c>.</summary>
    private static Law? LawAsWritten(Symbol symbol) => symbol.Law is MomentLaw { IidRows: true } law && symbol.Shape.Columns.IsOne
        ? law with { Mean = Stacked(law.Mean, symbol.Shape), Covariance = symbol.Shape.IsScalar ? law.Covariance : Expr.Times(law.Covariance, Expr.Identity(symbol.Shape.Rows)), IidRows = false }
        : symbol.Law;

    private static Expr Stacked(Expr mean, Shape shape) => mean is Number { Value.IsZero: true } ? Expr.Zero(shape)
        : Expr.Blocks([.. Enumerable.Repeat<ImmutableArray<Expr>>([mean], shape.Rows.Constant)]);

    /// <summary>Random symbols with those that a law mentions before the symbol that it is the law of.</summary>
    private static IEnumerable<Symbol> InOrder(List<Symbol> random)
    {
        while (random.Count > 0)
        {
            var next = random.FirstOrDefault(symbol => !random.Any(other => Mentions(symbol, other))) ?? random[0];
            random.Remove(next);
            yield return next;
        }
    }

    private static bool Mentions(Symbol symbol, Symbol other) => symbol.Law is { } law
        && law.FreeSymbols.Any(mentioned => mentioned.Name == other.Name && mentioned.Role == SymbolRole.Random);
}
