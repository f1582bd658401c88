namespace Verify.Language.Elaboration;

/// <summary>An expression read as a size.</summary>
internal static class SizeValue
{
    /// <summary>The size that an expression of dimensions and integers is (d + 1, 2 d - 3), null where it is none.</summary>
    public static Size? Of(Expr value)
    {
        try
        {
            return Find(value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Size? Find(Expr value) => value switch
    {
        Number { Value.IsInteger: true } number => (Size)checked((int)number.Value.Numerator),
        DimensionValue dimension => dimension.Dimension,
        Sum sum => sum.Terms.Select(Find).Aggregate((a, b) => a is null || b is null ? null : a + b),
        Product product when Find(product.Left) is { } left && Find(product.Right) is { } right =>
            left.IsConstant ? right.Times(left.Constant) : right.IsConstant ? left.Times(right.Constant) : null,
        _ => null,
    };
}
