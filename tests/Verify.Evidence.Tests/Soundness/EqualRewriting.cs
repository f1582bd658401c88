using Verify.Language;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Writes an expression differently without a change of its value: sums distributed, transposes pushed in, traces turned, S S^-1 put in, powers and means taken apart.</summary>
internal sealed class EqualRewriting(SeededDraw draw)
{
    /// <summary>Another writing of the same value.</summary>
    public Expr Of(Expr expression)
    {
        var inner = expression switch
        {
            Expectation mean => Mean(Of(mean.Body), mean),
            Gradient => expression,
            _ => expression.Children.IsEmpty ? expression : expression.WithChildren([.. expression.Children.Select(Of)]),
        };
        return draw.Below(3) == 0 ? Inserted(inner) : Rewritten(inner);
    }

    private Expr Rewritten(Expr expression) => expression switch
    {
        Trace when expression.Children[0] is Product { Left.IsScalar: false, Right.IsScalar: false } product && draw.Below(2) == 0 => Expr.TraceOf(Expr.Times(product.Right, product.Left)),
        Trace => Expr.TraceOf(Expr.TransposeOf(expression.Children[0])),
        Product { Right: Sum sum } product => Expr.Add(sum.Terms.Select(term => Expr.Times(product.Left, term))),
        Product { Left: Sum sum } product => Expr.Add(sum.Terms.Select(term => Expr.Times(term, product.Right))),
        Transpose { Operand: Sum sum } => Expr.Add(sum.Terms.Select(Expr.TransposeOf)),
        Transpose { Operand: Product product } => Expr.Times(Expr.TransposeOf(product.Right), Expr.TransposeOf(product.Left)),
        Transpose { Operand: Power power } => Expr.Pow(Expr.TransposeOf(power.Base), power.Exponent),
        Power { Base: FrobeniusNorm norm } power when power.Exponent == 2 => Expr.TraceOf(Expr.Times(Expr.TransposeOf(norm.Children[0]), norm.Children[0])),
        Power { Exponent.IsInteger: true } power when power.Exponent > 1 => Expr.Times(Expr.Pow(power.Base, power.Exponent - 1), power.Base),
        Hadamard => Expr.EntrywiseProduct(expression.Children[1], expression.Children[0]),
        DiagonalPart => Expr.EntrywiseProduct(expression.Children[0], Expr.Identity(expression.Shape.Rows)),
        Expectation { Body: Sum sum } mean => Expr.Add(sum.Terms.Select(term => Mean(term, mean))),
        _ => expression,
    };

    /// <summary>Each E has its own copy of what it averages over.</summary>
    private static Expr Mean(Expr body, Expectation like)
    {
        var copies = like.Bound.ToDictionary(symbol => symbol, symbol => new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, symbol.Law));
        var renamed = new Substitution(copies.Select(copy => KeyValuePair.Create<Symbol, Expr>(copy.Key, Expr.Of(copy.Value)))).In(body);
        return Expr.ExpectationOf(renamed, [.. like.Bound.Where(body.FreeSymbols.Contains).Select(symbol => copies[symbol])]);
    }

    private Expr Inserted(Expr expression)
    {
        if (expression.Shape.Columns.AsDimension != SampleSymbols.D)
        {
            return draw.Below(2) == 0 ? expression : Expr.Add(Expr.Times(Expr.Of(3), expression), Expr.Times(Expr.Of(-2), expression));
        }

        var (λ, identity) = (Expr.Of(SampleSymbols.Λ), Expr.Identity(SampleSymbols.D));
        var inserted = draw.Below(4) switch
        {
            0 => λ,
            1 => Expr.Add(Expr.Times(Expr.Of(1 + draw.Below(3)), λ), Expr.Times(Expr.Of(new Rational(1 + draw.Below(3), 2)), identity)),
            2 => Expr.Add(λ, Expr.Times(Expr.Divide(Expr.TraceOf(λ), Expr.Of(SampleSymbols.N)), identity)),
            _ => identity,
        };
        return draw.Below(2) == 0
            ? Expr.Times(Expr.Times(expression, inserted), Expr.Pow(inserted, -1))
            : Expr.Times(Expr.Times(expression, Expr.Pow(inserted, -1)), inserted);
    }
}
