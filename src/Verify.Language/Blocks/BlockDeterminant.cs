namespace Verify.Language.Blocks;

/// <summary>The determinant of a square grid, block by block.</summary>
internal static class BlockDeterminant
{
    /// <summary>
    /// For a triangular grid the product over the diagonal; otherwise det(A) det(D - C A^-1 B) for a corner A that is known to be invertible, or det(D) det(A - B D^-1 C)
    /// for such a D. Nothing known of either corner throws <see cref="BlockException"/>.
    /// </summary>
    public static Expr Of(BlockGrid grid)
    {
        var n = grid.Cuts.Rows.Count;
        if (n == 1)
        {
            return Expr.DeterminantOf(grid.Only);
        }

        var (a, b, c, d) = (grid.Part(..1, ..1), grid.Part(..1, 1..), grid.Part(1.., ..1), grid.Part(1.., 1..));
        if (IsZero(b) || IsZero(c))
        {
            return Expr.Times(Of(a), Of(d));
        }

        if (Definiteness.IsInvertible(a.Only))
        {
            return Expr.Times(Of(a), Of(BlockInverse.Minus(d, c.Times(BlockInverse.Of(a)).Times(b))));
        }

        return n == 2 && Definiteness.IsInvertible(d.Only)
            ? Expr.Times(Of(d), Of(BlockInverse.Minus(a, b.Times(BlockInverse.Of(d)).Times(c))))
            : throw new BlockException("the determinant of a block matrix, neither corner of which is known to be invertible");
    }

    private static bool IsZero(BlockGrid grid) => grid.Rows.All(row => row.All(BlockGrid.IsZero));
}
