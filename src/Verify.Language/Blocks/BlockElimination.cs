using System.Collections.Immutable;
using Verify.Language.Elaboration;

namespace Verify.Language.Blocks;

/// <summary>Claims without block matrices that hold together exactly where a claim holds; or the construct for which there are none.</summary>
public sealed record BlockFreeClaims(ImmutableArray<Claim> Claims, string? NotTreated);

/// <summary>An expression without block matrices, but for one that joins the blocks of a matrix-valued result; or the construct for which there is none.</summary>
public sealed record BlockFreeExpression(Expr? Value, string? NotTreated)
{
    /// <summary>What each new free symbol is, as a block of a symbol of the expression: W₁₂ is [I, 0] W [0; I].</summary>
    public ImmutableDictionary<Symbol, Expr> Blocks { get; init; } = ImmutableDictionary<Symbol, Expr>.Empty;
}

/// <summary>
/// Writes statements without block matrices. A symbol that meets blocks becomes blocks of its own, tied to it: an unsplit (d + 1) × (d + 1) parameter W
/// becomes W₁₁, W₁₂, W₂₁, W₂₂, a gradient by W the gradients by these, a minimum over W the minimum over these.
/// </summary>
public static class BlockElimination
{
    /// <summary>The claims that together are this claim: one for each block of what it compares. A claim without blocks is itself.</summary>
    public static BlockFreeClaims Of(Claim claim)
    {
        ImmutableArray<Expr> expressions = [.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.Concat(claim.Steps).SelectMany(Dependence.ExpressionsOf)];
        if (!new BlockSearch().Any(expressions))
        {
            return new([claim], null);
        }

        try
        {
            var splitting = new StatementBlocks(claim.Statement, claim.Conditions, claim.Steps);
            return new([.. splitting.Statements().Select(statement => Rebuilt(claim, statement, splitting.Conditions(), splitting))], null);
        }
        catch (BlockException exception)
        {
            return new([], exception.Message);
        }
    }

    /// <summary>The expression without blocks; a matrix comes back as the blocks of its result, joined.</summary>
    public static BlockFreeExpression Of(Expr expression)
    {
        if (!new BlockSearch().Any([expression]))
        {
            return new(expression, null);
        }

        try
        {
            var cuts = new CutInference();
            cuts.Settle([], [expression]);
            var writer = new BlockWriter(cuts);
            return new(Expr.Blocks(writer.Write(expression).Rows), null) { Blocks = writer.PlacesOf(expression.FreeSymbols) };
        }
        catch (BlockException exception)
        {
            return new(null, exception.Message);
        }
    }

    private static Claim Rebuilt(Claim claim, Statement statement, ImmutableArray<Comparison> conditions, StatementBlocks splitting)
    {
        var steps = splitting.Steps();
        ImmutableArray<Expr> expressions = [.. Dependence.ExpressionsOf(statement), .. conditions.Concat(steps).SelectMany(Dependence.ExpressionsOf)];
        var symbols = Dependence.SymbolsOf(expressions);
        return claim with
        {
            Statement = statement,
            Conditions = conditions,
            Steps = steps,
            Symbols = [.. claim.Symbols.SelectMany(symbol => splitting.BlocksOf(symbol)).Concat(claim.Symbols).Distinct().Where(symbols.Contains)],
        };
    }
}
