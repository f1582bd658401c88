using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>Products of matrices that differ in one place: X A X' ≤ X B X' for A ≤ B, and tr(P A) ≤ tr(P B) for psd P.</summary>
internal static class Chains
{
    /// <summary>The order of X A X' and X B X'.</summary>
    public static Sign Of(ImmutableArray<Expr> a, ImmutableArray<Expr> b, Func<Expr, Expr, Sign> order)
    {
        for (var k = Math.Min(Prefix(a, b), Math.Min(Suffix(a, b), (Math.Min(a.Length, b.Length)) / 2)); k > 0; k--)
        {
            var mirrored = Enumerable.Range(0, k).All(i => Sameness.Of(Expr.TransposeOf(a[i]), a[a.Length - 1 - i]));
            if (mirrored && Between(a, b, k, k, order) != Sign.Unknown)
            {
                return Sign.Nonnegative;
            }
        }

        return Sign.Unknown;
    }

    /// <summary>The order of tr(P A) and tr(P B), for products without other scalars than the same ones ≥ 0.</summary>
    public static Sign OfTraces(Factors a, Factors b, FormSign signs, Func<Expr, Expr, Sign> order)
    {
        if (a.Number != b.Number || a.Number.Sign <= 0 || !a.Scalars.SequenceEqual(b.Scalars) || a.Scalars.Any(scalar => signs.Of(scalar) == Sign.Unknown))
        {
            return Sign.Unknown;
        }

        var shorter = Math.Min(a.Matrices.Length, b.Matrices.Length);
        for (var first = Math.Min(Prefix(a.Matrices, b.Matrices), shorter); first >= 0; first--)
        {
            for (var last = Math.Min(Suffix(a.Matrices, b.Matrices), shorter - first); last >= 0; last--)
            {
                ImmutableArray<Expr> common = [.. a.Matrices[(a.Matrices.Length - last)..], .. a.Matrices[..first]];
                if (!common.IsEmpty && common[0].Shape.Rows.Equals(common[^1].Shape.Columns) && signs.OfChain(common) != Sign.Unknown
                    && Between(a.Matrices, b.Matrices, first, last, order) != Sign.Unknown)
                {
                    return Sign.Nonnegative;
                }
            }
        }

        return Sign.Unknown;
    }

    private static int Prefix(ImmutableArray<Expr> a, ImmutableArray<Expr> b) => a.Zip(b).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();

    private static int Suffix(ImmutableArray<Expr> a, ImmutableArray<Expr> b) => a.Reverse().Zip(b.Reverse()).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();

    /// <summary>The order of what is left without the common ends; nothing is the identity.</summary>
    private static Sign Between(ImmutableArray<Expr> a, ImmutableArray<Expr> b, int first, int last, Func<Expr, Expr, Sign> order)
    {
        var (p, q) = (a[first..(a.Length - last)], b[first..(b.Length - last)]);
        var size = p.IsEmpty ? q.IsEmpty ? null : q[0].Shape.Rows : p[0].Shape.Rows;
        return size is null ? Sign.Unknown : order(Product(p, size), Product(q, size));
    }

    private static Expr Product(ImmutableArray<Expr> factors, Size size) => factors.IsEmpty ? Expr.Identity(size) : Expr.Times([.. factors]);
}
