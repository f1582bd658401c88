using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    private Term ReadMatrixFunction(BuiltInSyntax function, Term argument)
    {
        var at = At(function);
        switch (function.Function)
        {
            case BuiltIn.Vec:
                return new(new(ProductOf(argument.Shape.Rows, argument.Shape.Columns, at), OpenSize.One), at, () => Expr.VecOf(argument.Make()));
            case BuiltIn.Determinant:
                DemandSquare(argument, "only a square matrix has a determinant");
                return new(OpenShape.Scalar, at, () => Expr.DeterminantOf(argument.Make()));
            case BuiltIn.Negatives:
                DemandSquare(argument, "only a square matrix has eigenvalues");
                return new(OpenShape.Scalar, at, () => Expr.NegativesOf(argument.Make()));
            case BuiltIn.Softmax:
                var vector = new OpenShape(argument.Shape.Rows, OpenSize.One);
                Demand(argument, vector, () => $"softmax is of a vector; this is {argument.Shape}");
                return new(vector, at, () => Expr.SoftmaxOf(argument.Make()));
            default:
                return new(new(argument.Shape.Rows, OpenSize.One), at, () => Expr.SingularValuesOf(argument.Make()));
        }
    }

    private Term ReadKronecker(KroneckerSyntax product)
    {
        var (left, right, at) = (Read(product.Left), Read(product.Right), At(product));
        var shape = new OpenShape(ProductOf(left.Shape.Rows, right.Shape.Rows, at), ProductOf(left.Shape.Columns, right.Shape.Columns, at),
            IsMatrix: left.Shape.IsScalar == false || right.Shape.IsScalar == false);
        return new(shape, at, () => Expr.Kronecker(left.Make(), right.Make()));
    }

    private OpenSize ProductOf(OpenSize a, OpenSize b, Location at)
    {
        _sizes.Solve();
        if (a.Found is { } left && b.Found is { } right)
        {
            return left * right;
        }

        var product = OpenSize.Unknown();
        _sizes.Add(new ProductSize(a, b, product, at));
        return product;
    }
}
