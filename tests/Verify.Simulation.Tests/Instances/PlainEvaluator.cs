using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Simulation.Instances;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Instances;

/// <summary>Core expressions without binders, evaluated through Math.NET: what the parts under test are given as an evaluator.</summary>
internal static class PlainEvaluator
{
    /// <summary>The value; null where a power is undefined.</summary>
    public static Matrix? Evaluate(Expr expression, Instance instance)
    {
        var value = Of(expression, instance);
        return value.Enumerate().All(double.IsFinite) ? Matrix.Of(value.RowCount, value.ColumnCount, (i, j) => value[i, j]) : null;
    }

    private static Matrix<double> Of(Expr expression, Instance instance)
    {
        Matrix<double> Child(int index = 0) => Of(expression.Children[index], instance);
        var (rows, columns) = (instance.SizeOf(expression.Shape.Rows), instance.SizeOf(expression.Shape.Columns));
        return expression switch
        {
            Number number => Scalar((double)number.Value),
            DimensionValue dimension => Scalar(instance.Dimensions[dimension.Dimension]),
            SymbolValue symbol => Matrix<double>.Build.DenseOfRowMajor(rows, columns, instance.Values[symbol.Symbol].Entries),
            ZeroMatrix => Matrix<double>.Build.Dense(rows, columns),
            OnesVector => Matrix<double>.Build.Dense(rows, 1, 1),
            UnitVector unit => Matrix<double>.Build.Dense(rows, 1, (i, _) => i + 1 == unit.Position ? 1 : 0),
            IdentityMatrix => Matrix<double>.Build.DenseIdentity(rows),
            Sum => expression.Children.Select(term => Of(term, instance)).Aggregate((a, b) => a + b),
            Product { Left.IsScalar: true } => Child()[0, 0] * Child(1),
            Product { Right.IsScalar: true } => Child(1)[0, 0] * Child(),
            Product => Child() * Child(1),
            Transpose => Child().Transpose(),
            Power { IsScalar: true } power => Scalar(Math.Pow(Child()[0, 0], (double)power.Exponent)),
            Power { Exponent: { IsInteger: true, Sign: > 0 } } power => Child().Power((int)power.Exponent.Numerator),
            Power { Exponent: { IsInteger: true, Sign: < 0 } } power => Child().Inverse().Power((int)-power.Exponent.Numerator),
            Trace => Scalar(Child().Trace()),
            FrobeniusNorm => Scalar(Child().FrobeniusNorm()),
            OperatorNorm => Scalar(Child().L2Norm()),
            _ => throw new NotSupportedException(expression.GetType().Name),
        };
    }

    private static Matrix<double> Scalar(double value) => Matrix<double>.Build.Dense(1, 1, value);
}
