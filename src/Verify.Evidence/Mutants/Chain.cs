using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>A product as the list of its factors, in order. A scalar made of matrices (x' A x) that stands beside others is one factor, for products with it do not associate.</summary>
internal static class Chain
{
    /// <summary>The factors; of what is no product, itself.</summary>
    public static ImmutableArray<Expr> Of(Expr expression, Func<Expr, bool> isWhole)
    {
        var factors = ImmutableArray.CreateBuilder<Expr>();
        Collect(expression, isTop: true);
        return factors.ToImmutable();

        void Collect(Expr part, bool isTop)
        {
            if (part is Product product && (isTop || (!isWhole(product) && (!product.IsScalar || (product.Left.IsScalar && product.Right.IsScalar)))))
            {
                Collect(product.Left, isTop: false);
                Collect(product.Right, isTop: false);
            }
            else
            {
                factors.Add(part);
            }
        }
    }

    /// <summary>The product from left to right; null where the shapes do not fit or are not the shape asked for.</summary>
    public static Expr? Product(IEnumerable<Expr> factors, Shape shape)
    {
        Expr? product = null;
        foreach (var factor in factors)
        {
            if (product is not null && !product.IsScalar && !factor.IsScalar && !product.Shape.Columns.Equals(factor.Shape.Rows))
            {
                return null;
            }

            product = product is null || product is Number { Value.IsOne: true } ? factor : Expr.Times(product, factor);
        }

        return product is not null && product.Shape.Equals(shape) ? product : null;
    }
}
