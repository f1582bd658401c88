namespace Verify.Language.Blocks;

/// <summary>The inverse of a square grid, block by block.</summary>
internal static class BlockInverse
{
    /// <summary>
    /// For a triangular grid, from its diagonal blocks; otherwise with the Schur complement S = D - C A^-1 B of a corner A that is known to be invertible:
    /// [A, B; C, D]^-1 = [A^-1 + A^-1 B S^-1 C A^-1, -A^-1 B S^-1; -S^-1 C A^-1, S^-1]. Nothing known of either corner throws <see cref="BlockException"/>.
    /// </summary>
    public static BlockGrid Of(BlockGrid grid)
    {
        var n = grid.Cuts.Rows.Count;
        if (n == 1)
        {
            return grid.Map(Inverse);
        }

        var (a, b, c, d) = (grid.Part(..1, ..1), grid.Part(..1, 1..), grid.Part(1.., ..1), grid.Part(1.., 1..));
        if (IsZero(b) || IsZero(c) || Definiteness.IsInvertible(a.Only))
        {
            var pivot = Of(a);
            var complement = Of(Minus(d, c.Times(pivot).Times(b)));
            var (right, left) = (pivot.Times(b).Times(complement), complement.Times(c).Times(pivot));
            return Join(grid.Cuts, Plus(pivot, right.Times(c).Times(pivot)), Negated(right), Negated(left), complement);
        }

        if (n == 2 && Definiteness.IsInvertible(d.Only))
        {
            var pivot = Of(d);
            var complement = Of(Minus(a, b.Times(pivot).Times(c)));
            var (left, right) = (pivot.Times(c).Times(complement), complement.Times(b).Times(pivot));
            return Join(grid.Cuts, complement, Negated(right), Negated(left), Plus(pivot, left.Times(b).Times(pivot)));
        }

        throw new BlockException("the inverse of a block matrix, neither corner of which is known to be invertible");
    }

    private static Expr Inverse(Expr block) => block is IdentityMatrix or Number { Value.IsOne: true } ? block : Expr.Pow(block, -1);

    private static bool IsZero(BlockGrid grid) => grid.Rows.All(row => row.All(BlockGrid.IsZero));

    private static BlockGrid Plus(BlockGrid a, BlockGrid b) => BlockGrid.Of(a.Cuts, (i, j) => BlockGrid.Sum([a[i, j], b[i, j]], a[i, j].Shape));

    /// <summary>The difference of two grids that are cut alike.</summary>
    public static BlockGrid Minus(BlockGrid a, BlockGrid b) => Plus(a, Negated(b));

    private static BlockGrid Negated(BlockGrid a) => a.Map(block => BlockGrid.IsZero(block) ? block : Expr.Negate(block));

    private static BlockGrid Join(Cuts cuts, BlockGrid a, BlockGrid b, BlockGrid c, BlockGrid d) => BlockGrid.Of(cuts, (i, j) => (i, j) switch
    {
        (0, 0) => a[0, 0],
        (0, _) => b[0, j - 1],
        (_, 0) => c[i - 1, 0],
        _ => d[i - 1, j - 1],
    });
}
