using Verify.Language;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Makes one mistake at a random place of an expression: a term dropped, a factor 2, a transpose lost, factors swapped, d and N mixed up. The value may stay the same by chance.</summary>
internal sealed class Mutation(SeededDraw draw)
{
    /// <summary>The expression with one mistake.</summary>
    public Expr Of(Expr expression)
    {
        if (expression is Expectation mean)
        {
            return Expr.ExpectationOf(Of(mean.Body), mean.Bound);
        }

        if (!expression.Children.IsEmpty && expression is not Gradient && draw.Below(3) > 0)
        {
            var place = draw.Below(expression.Children.Length);
            return expression.WithChildren([.. expression.Children.Select((child, i) => i == place ? Of(child) : child)]);
        }

        return Mistaken(expression);
    }

    private Expr Mistaken(Expr expression) => expression switch
    {
        Sum sum when draw.Below(2) == 0 => Expr.Add(sum.Terms.RemoveAt(draw.Below(sum.Terms.Length))),
        Transpose { Operand: var operand } when operand.Shape.IsSquare => operand,
        Product { Left: var left, Right: var right } when !left.IsScalar && !right.IsScalar && left.Shape.Equals(right.Shape) => Expr.Times(right, left),
        DimensionValue { Dimension: var dimension } => Expr.Of(dimension == SampleSymbols.D ? SampleSymbols.N : SampleSymbols.D),
        SymbolValue when !expression.IsScalar && expression.Shape.IsSquare && draw.Below(2) == 0 => Expr.TransposeOf(expression),
        _ => Expr.Times(Expr.Of(2), expression),
    };
}
