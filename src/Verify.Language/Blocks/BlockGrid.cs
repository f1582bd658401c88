using System.Collections.Immutable;

namespace Verify.Language.Blocks;

/// <summary>A matrix as a grid of expressions without blocks, with the few simplifications that keep zeros and ones from piling up.</summary>
internal sealed class BlockGrid(Cuts cuts, ImmutableArray<ImmutableArray<Expr>> rows)
{
    /// <summary>The cuts.</summary>
    public Cuts Cuts { get; } = cuts;

    /// <summary>The blocks, row by row.</summary>
    public ImmutableArray<ImmutableArray<Expr>> Rows { get; } = rows;

    /// <summary>The block, where there is one only.</summary>
    public Expr Only => Rows is [[var only]] ? only : throw new InvalidOperationException("A grid of several blocks.");

    /// <summary>Block i, j.</summary>
    public Expr this[int i, int j] => Rows[i][j];

    /// <summary>The grid whose block i, j is given.</summary>
    public static BlockGrid Of(Cuts cuts, Func<int, int, Expr> block) =>
        new(cuts, [.. Enumerable.Range(0, cuts.Rows.Count).Select(i => Enumerable.Range(0, cuts.Columns.Count).Select(j => block(i, j)).ToImmutableArray())]);

    /// <summary>The identity.</summary>
    public static BlockGrid Identity(Cuts cuts) => Of(cuts, (i, j) => i == j ? Expr.Identity(cuts.Rows.Parts[i]) : Zero(cuts, i, j));

    /// <summary>The zero block i, j.</summary>
    public static Expr Zero(Cuts cuts, int i, int j) => Expr.Zero(new(cuts.Rows.Parts[i], cuts.Columns.Parts[j]));

    /// <summary>Block by block.</summary>
    public BlockGrid Map(Func<Expr, Expr> map) => new(Cuts, [.. Rows.Select(row => row.Select(map).ToImmutableArray())]);

    /// <summary>The transpose.</summary>
    public BlockGrid Transposed() => Of(Cuts.Transposed, (i, j) => Transposed(Rows[j][i]));

    /// <summary>The product; the cuts between the factors are the same.</summary>
    public BlockGrid Times(BlockGrid right) => Of(
        new(Cuts.Rows, right.Cuts.Columns),
        (i, j) => Sum(Enumerable.Range(0, Cuts.Columns.Count).Select(k => Product(Rows[i][k], right[k, j])), new(Cuts.Rows.Parts[i], right.Cuts.Columns.Parts[j])));

    /// <summary>The blocks from row and column i on, before k.</summary>
    public BlockGrid Part(Range rows, Range columns) => new(
        new(new(Cuts.Rows.Parts[rows]), new(Cuts.Columns.Parts[columns])), [.. Rows[rows].Select(row => row[columns])]);

    /// <summary>Whether the block is the number or matrix 0.</summary>
    public static bool IsZero(Expr block) => block is ZeroMatrix or Number { Value.IsZero: true };

    /// <summary>The sum without zeros.</summary>
    public static Expr Sum(IEnumerable<Expr> terms, Shape shape)
    {
        List<Expr> kept = [.. terms.Where(term => !IsZero(term))];
        return kept.Count == 0 ? Expr.Zero(shape) : Expr.Add(kept);
    }

    /// <summary>The product, where a factor is 0 or 1 without it.</summary>
    public static Expr Product(Expr left, Expr right)
    {
        var product = Expr.Times(left, right);
        return IsZero(left) || IsZero(right) ? Expr.Zero(product.Shape)
            : left is Number { Value.IsOne: true } || (left is IdentityMatrix && !right.IsScalar) ? right
            : right is Number { Value.IsOne: true } || (right is IdentityMatrix && !left.IsScalar) ? left
            : product;
    }

    /// <summary>The transpose, of a symmetric block the block itself.</summary>
    public static Expr Transposed(Expr block) => block switch
    {
        ZeroMatrix => Expr.Zero(block.Shape.Transposed),
        IdentityMatrix => block,
        SymbolValue symbol when symbol.Symbol.Is(MatrixAttributes.Symmetric) => block,
        Transpose transpose => transpose.Operand,
        _ => Expr.TransposeOf(block),
    };
}
