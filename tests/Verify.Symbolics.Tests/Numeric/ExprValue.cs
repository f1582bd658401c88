using Verify.Language;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>The value of a core expression without binders, written down from what each node means.</summary>
internal static class ExprValue
{
    public static double[,] Of(Expr e, Instance at) => e switch
    {
        Number number => Dense.Scalar((double)number.Value),
        DimensionValue dimension => Dense.Scalar(at[dimension.Dimension]),
        SymbolValue symbol => at[symbol.Symbol],
        ZeroMatrix => new double[at[e.Shape.Rows], at[e.Shape.Columns]],
        OnesVector => PlainValue.Build(at[e.Shape.Rows], 1, (_, _) => 1),
        UnitVector unit => PlainValue.Build(at[e.Shape.Rows], 1, (i, _) => i + 1 == unit.Position ? 1 : 0),
        IdentityMatrix => Dense.Identity(at[e.Shape.Rows]),
        Sum sum => sum.Terms.Select(term => Of(term, at)).Aggregate(Dense.Add),
        Product product => Times(product, at),
        Hadamard => Entrywise(Of(e.Children[0], at), Of(e.Children[1], at)),
        Transpose => Dense.Transpose(Of(e.Children[0], at)),
        Power power => Dense.Power(Of(power.Base, at), (double)power.Exponent),
        Trace => Dense.Scalar(Dense.Trace(Of(e.Children[0], at))),
        FrobeniusNorm => Dense.Scalar(Dense.Norm(Of(e.Children[0], at))),
        OperatorNorm => Dense.Scalar(Dense.OperatorNorm(Of(e.Children[0], at))),
        DiagonalPart => Entrywise(Of(e.Children[0], at), Dense.Identity(at[e.Shape.Rows])),
        Determinant => Dense.Scalar(PlainValue.Determinant(Of(e.Children[0], at))),
        Softmax => PlainValues.Softmax(Of(e.Children[0], at)),
        Vectorization => Of(e.Children[0], at) is var a ? PlainValue.Build(a.Length, 1, (k, _) => a[k % a.GetLength(0), k / a.GetLength(0)]) : null!,
        KroneckerProduct product => (Of(product.Left, at), Of(product.Right, at)) is var (a, b)
            ? PlainValue.Build(a.GetLength(0) * b.GetLength(0), a.GetLength(1) * b.GetLength(1), (i, j) => a[i / b.GetLength(0), j / b.GetLength(1)] * b[i % b.GetLength(0), j % b.GetLength(1)])
            : null!,
        _ => throw new NotSupportedException(e.GetType().Name),
    };

    private static double[,] Times(Product product, Instance at)
    {
        var (left, right) = (Of(product.Left, at), Of(product.Right, at));
        return product.Left.IsScalar ? Dense.Scale(right, left[0, 0])
            : product.Right.IsScalar ? Dense.Scale(left, right[0, 0])
            : Dense.Multiply(left, right);
    }

    private static double[,] Entrywise(double[,] a, double[,] b) => PlainValue.Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] * b[i, j]);
}
