using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Symbolics.Certificates;

/// <summary>An expression as a number times scalars times a product of matrices, in order. A chain such as x' A x inside a larger product is one scalar.</summary>
internal sealed record Factors(Rational Number, ImmutableArray<Expr> Scalars, ImmutableArray<Expr> Matrices)
{
    /// <summary>The factors; an expression that is no product is its only one.</summary>
    public static Factors Of(Expr expression)
    {
        if (expression is Number number)
        {
            return new(number.Value, [], []);
        }

        if (expression is not Product product)
        {
            return expression.IsScalar ? new(Rational.One, [expression], []) : new(Rational.One, [], [expression]);
        }

        var (left, right) = (Of(product.Left), Of(product.Right));
        left = product.Left.IsScalar ? left.WithChainAsScalar() : left;
        right = product.Right.IsScalar ? right.WithChainAsScalar() : right;
        return new(left.Number * right.Number, [.. left.Scalars, .. right.Scalars], [.. left.Matrices, .. right.Matrices]);
    }

    /// <summary>The same scalar with its product of matrices as one scalar factor.</summary>
    public Factors WithChainAsScalar() => Matrices.IsEmpty ? this : new(Number, [.. Scalars, Expr.Times([.. Matrices])], []);

    /// <summary>The product with another number in front.</summary>
    public Expr Times(Rational number)
    {
        Expr[] all = [.. Scalars, .. Matrices];
        return all.Length == 0 ? Expr.Of(number) : number.IsOne ? Expr.Times(all) : Expr.Times([Expr.Of(number), .. all]);
    }
}
