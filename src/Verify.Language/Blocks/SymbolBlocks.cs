using System.Collections.Immutable;

namespace Verify.Language.Blocks;

/// <summary>A symbol as a grid of symbols of its own, which together are the symbol.</summary>
internal static class SymbolBlocks
{
    /// <summary>
    /// The blocks of a symbol that stands for every value that its attributes allow. A symmetric one has one block for each pair, [A, B; B', C];
    /// a diagonal one has zeros off the diagonal. What is positive definite together is so in each diagonal block, and no more is said of the blocks.
    /// </summary>
    public static BlockGrid OfAnyValue(Symbol symbol, Cuts cuts)
    {
        if (cuts.IsWhole)
        {
            return BlockGrid.Of(cuts, (_, _) => Expr.Of(symbol));
        }

        if (symbol.Is(MatrixAttributes.UnitVector))
        {
            throw new BlockException("a position in what is cut into blocks");
        }

        if (symbol.Is(MatrixAttributes.Orthogonal))
        {
            throw new BlockException("an orthogonal matrix that meets blocks");
        }

        var role = symbol.Role == SymbolRole.Random ? SymbolRole.Given : symbol.Role;
        var upper = BlockGrid.Of(cuts, (i, j) => i > j && symbol.Is(MatrixAttributes.Symmetric) ? BlockGrid.Zero(cuts, i, j)
            : i != j && symbol.Is(MatrixAttributes.Diagonal) ? BlockGrid.Zero(cuts, i, j)
            : Expr.Of(Block(symbol, cuts, i, j, role, i == j ? symbol.Attributes : MatrixAttributes.None, null)));
        return symbol.Is(MatrixAttributes.Symmetric)
            ? BlockGrid.Of(cuts, (i, j) => i > j ? BlockGrid.Transposed(upper[j, i]) : upper[i, j])
            : upper;
    }

    /// <summary>
    /// A bound Gaussian symbol (or one of given moments), cut: of parts with covariance [A, B; B', D] the second is its regression on the first, B' A^-1 v₁
    /// (for rows X₁ A^-1 B), plus a part of its own with covariance D - B' A^-1 B that is independent of the first. The new symbols come in the order of drawing.
    /// </summary>
    public static BlockGrid OfDraws(Symbol symbol, MomentLaw law, Cuts cuts, BlockGrid mean, BlockGrid covariance, ImmutableArray<Symbol>.Builder drawn)
    {
        var along = law.IidRows ? cuts.Columns : cuts.Rows;
        var across = law.IidRows ? cuts.Rows : cuts.Columns;
        var blocks = new Expr[across.Count, along.Count];
        for (var j = 0; j < along.Count; j++)
        {
            var (own, spread, regression) = Own(mean, covariance, j);
            for (var i = 0; i < across.Count; i++)
            {
                var (row, column) = law.IidRows ? (i, j) : (j, i);
                var draw = Block(symbol, cuts, row, column, SymbolRole.Random, MatrixAttributes.None, law with { Mean = own, Covariance = spread });
                drawn.Add(draw);
                var earlier = Enumerable.Range(0, regression is null ? 0 : j).Select(k => law.IidRows
                    ? BlockGrid.Product(blocks[i, k], regression![k, 0])
                    : BlockGrid.Product(BlockGrid.Transposed(regression![k, 0]), blocks[i, k]));
                blocks[i, j] = BlockGrid.Sum(earlier.Prepend(Expr.Of(draw)), draw.Shape);
            }
        }

        return BlockGrid.Of(cuts, (i, j) => law.IidRows ? blocks[i, j] : blocks[j, i]);
    }

    // Mean and covariance of part j's own draw, and A^-1 B; null where B = 0.
    private static (Expr Mean, Expr Covariance, BlockGrid? Regression) Own(BlockGrid mean, BlockGrid covariance, int j)
    {
        if (Enumerable.Range(0, j).All(i => BlockGrid.IsZero(covariance[i, j])))
        {
            return (mean[j, 0], covariance[j, j], null);
        }

        var (first, between) = (covariance.Part(..j, ..j), covariance.Part(..j, j..(j + 1)));
        if (first.Rows.Length == 1 && !Definiteness.IsInvertible(first.Only))
        {
            throw new BlockException("a random matrix cut into dependent blocks, the covariance of which is not known to be invertible");
        }

        var regression = BlockInverse.Of(first).Times(between);
        var transposed = regression.Transposed();
        return (
            BlockGrid.Sum([mean[j, 0], Negated(transposed.Times(mean.Part(..j, ..)).Only)], mean[j, 0].Shape),
            BlockGrid.Sum([covariance[j, j], Negated(transposed.Times(between).Only)], covariance[j, j].Shape),
            regression);
    }

    private static Expr Negated(Expr value) => BlockGrid.IsZero(value) ? value : Expr.Negate(value);

    private static Symbol Block(Symbol symbol, Cuts cuts, int i, int j, SymbolRole role, MatrixAttributes attributes, Law? law)
    {
        var shape = new Shape(cuts.Rows.Parts[i], cuts.Columns.Parts[j]);
        var index = cuts.Columns.Count == 1 ? Subscript(i) : cuts.Rows.Count == 1 ? Subscript(j) : Subscript(i) + Subscript(j);
        var range = !shape.IsScalar ? ScalarRange.Real
            : (attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite ? new(Rational.Zero, LowerStrict: true)
            : (attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? new(Rational.Zero)
            : ScalarRange.Real;
        return new(symbol.Name + index, shape, role, shape.IsScalar ? MatrixAttributes.None : attributes, range, law);
    }

    private static string Subscript(int index) => string.Concat((index + 1).ToString().Select(digit => (char)('₀' + digit - '0')));
}
