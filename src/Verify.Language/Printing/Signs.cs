namespace Verify.Language.Printing;

/// <summary>Signs of terms.</summary>
internal static class Signs
{
    /// <summary>What the term is minus of: a negative number, or a product that a negative number leads; null for other terms.</summary>
    public static Expr? WithoutMinus(Expr term) => term switch
    {
        Number { Value.Sign: < 0 } number => Expr.Of(-number.Value),
        Product { Left: Number { Value: var factor } } product when factor == -1 && product.Right is not Number => product.Right,
        Product product => WithoutMinus(product.Left) is { } left ? Expr.Times(left, product.Right) : null,
        _ => null,
    };
}
