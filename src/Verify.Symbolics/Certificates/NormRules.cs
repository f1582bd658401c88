using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Inequalities between traces, norms and operator norms, one a line. They hold for all real matrices whose product is defined (Horn &amp; Johnson 2013, sections 5.6 and
/// 7.7, is a source for them); psd is asked of what the rule names P or Q. tr(A' B) ≤ √d opnorm(A) norm(B) follows from two of them (Zhang, Frei &amp; Bartlett 2024, Lemma D.3).
/// </summary>
internal static class NormRules
{
    /// <summary>The table.</summary>
    public static ImmutableArray<NormRule> All { get; } =
    [
        new("opnorm(A B) ≤ opnorm(A) opnorm(B)", (e, _) => e is OperatorNorm ? Cuts(e.Children[0], (a, b) => [Times(Op(a), Op(b))]) : []),
        new("norm(A B) ≤ norm(A) norm(B)", (e, _) => e is FrobeniusNorm ? Cuts(e.Children[0], (a, b) => [Times(Norm(a), Norm(b))]) : []),
        new("norm(A B) ≤ opnorm(A) norm(B)", (e, _) => e is FrobeniusNorm ? Cuts(e.Children[0], (a, b) => [Times(Op(a), Norm(b)), Times(Norm(a), Op(b))]) : []),
        new("opnorm(A) ≤ norm(A)", (e, _) => e is OperatorNorm ? [Norm(e.Children[0])] : []),
        new("norm(A) ≤ √d opnorm(A)", (e, _) => e is FrobeniusNorm ? Sizes(e.Children[0]).Select(d => Times(Root(d), Op(e.Children[0]))) : []),
        new("norm(A + B) ≤ norm(A) + norm(B)", (e, _) => e is FrobeniusNorm ? Terms(e.Children[0], Norm) : []),
        new("opnorm(A + B) ≤ opnorm(A) + opnorm(B)", (e, _) => e is OperatorNorm ? Terms(e.Children[0], Op) : []),
        new("opnorm(A^k) ≤ opnorm(A)^k", (e, _) => e is OperatorNorm { Children: [Power { Exponent: { IsInteger: true, Sign: > 0 } } p] } ? [Expr.Pow(Op(p.Base), p.Exponent)] : []),
        new("opnorm(P) ≤ tr(P), norm(P) ≤ tr(P)", (e, signs) => e is OperatorNorm or FrobeniusNorm && IsPsd(e.Children[0], signs) ? [Expr.TraceOf(e.Children[0])] : []),
        new("norm(softmax(v)) ≤ 1", (e, _) => e is FrobeniusNorm or OperatorNorm && e.Children[0] is Softmax ? [Expr.Of(1)] : []),
        new("norm(softmax(v) - softmax(w)) ≤ 1/2 norm(v - w)", (e, _) => e is FrobeniusNorm && Softmaxes(e.Children[0]) is var (v, w) ? [Times(Expr.Of(new Rational(1, 2)), Norm(Expr.Subtract(v, w)))] : []),
        new("tr(A B) ≤ norm(A) norm(B)", (e, _) => e is Trace ? Cycles(e.Children[0], (a, b) => [Times(Norm(a), Norm(b))]) : []) { HoldsForMinus = true },
        new("x' A y ≤ norm(x) norm(A y)", (e, _) => e is Product { IsScalar: true } ? Cuts(e, (a, b) => [Times(Norm(a), Norm(b))]) : []),
        new("tr(A) ≤ √d norm(A)", (e, _) => e is Trace ? [Times(Root(e.Children[0].Shape.Rows), Norm(e.Children[0]))] : []) { HoldsForMinus = true },
        new("tr(A) ≤ d opnorm(A)", (e, _) => e is Trace ? [Times(Expr.OfSize(e.Children[0].Shape.Rows), Op(e.Children[0]))] : []) { HoldsForMinus = true },
        new("tr(A P) ≤ opnorm(A) tr(P)", (e, signs) => e is Trace ? Cycles(e.Children[0], (a, p) => IsPsd(p, signs) ? [Times(Op(a), Expr.TraceOf(p))] : []) : []),
        new("tr(P Q) ≤ tr(P) tr(Q)", (e, signs) =>
            e is Trace ? Cycles(e.Children[0], (p, q) => IsPsd(p, signs) && IsPsd(q, signs) ? [Times(Expr.TraceOf(p), Expr.TraceOf(q))] : []) : []),
        new("A ≤ opnorm(A) I for A = A'", (e, _) =>
            !e.IsScalar && e.Shape.IsSquare && Sameness.Of(e, Expr.TransposeOf(e)) ? [Times(Op(e), Expr.Identity(e.Shape.Rows))] : []),
    ];

    private static Expr Op(Expr e) => e.IsScalar ? Norm(e) : Expr.OperatorNormOf(e);

    private static Expr Norm(Expr e) => Expr.NormOf(e);

    private static Expr Times(Expr a, Expr b) => Expr.Times(a, b);

    private static Expr Root(Size d) => Expr.Pow(Expr.OfSize(d), new(1, 2));

    // v and w where e is softmax(v) - softmax(w). For p = softmax(v), x' (diag(p) - p p') x is the variance of x under p: at most (max x - min x)²/4 ≤ norm(x)²/2.
    private static (Expr V, Expr W)? Softmaxes(Expr e) =>
        e is Sum { Terms: [Softmax v, var other] } && Factors.Of(other) is { Number: var sign, Scalars.IsEmpty: true, Matrices: [Softmax w] } && sign == -1
            ? (v.Children[0], w.Children[0])
            : null;

    private static bool IsPsd(Expr e, FormSign signs) => e.Shape.IsSquare && signs.Of(e) != Sign.Unknown;

    private static IEnumerable<Size> Sizes(Expr e) => new[] { e.Shape.Rows, e.Shape.Columns }.Distinct();

    /// <summary>Every way to cut a product of matrices in two; a product with a scalar factor is not cut.</summary>
    private static IEnumerable<Expr> Cuts(Expr product, Func<Expr, Expr, Expr[]> bounds)
    {
        var factors = Whole(product);
        return Enumerable.Range(1, Math.Max(0, factors.Length - 1)).SelectMany(cut => bounds(Expr.Times([.. factors[..cut]]), Expr.Times([.. factors[cut..]])));
    }

    /// <summary>Every way to cut a cyclic product of matrices in two.</summary>
    private static IEnumerable<Expr> Cycles(Expr product, Func<Expr, Expr, Expr[]> bounds)
    {
        var factors = Whole(product);
        return Enumerable.Range(0, factors.Length).SelectMany(start => Cuts(Expr.Times([.. factors[start..], .. factors[..start]]), bounds));
    }

    private static ImmutableArray<Expr> Whole(Expr product) => Factors.Of(product) is { Number.IsOne: true, Scalars.IsEmpty: true } factors ? factors.Matrices : [];

    /// <summary>The sum of the norms of the terms, each with its number's absolute value taken out.</summary>
    private static IEnumerable<Expr> Terms(Expr e, Func<Expr, Expr> norm) => e is not Sum sum ? [] :
    [
        Expr.Add(sum.Terms.Select(term => Factors.Of(term) is { Scalars.IsEmpty: true, Matrices.IsEmpty: false } factors && !factors.Number.IsOne
            ? Times(Expr.Of(factors.Number.Abs()), norm(factors.Times(Rational.One)))
            : norm(term))),
    ];
}
