using Verify.Language;

namespace Verify.Testing;

/// <summary>
/// Core expressions without expectations, evaluated with plain arrays of doubles, straight from what the operations mean; gradients by central differences.
/// For comparison only: it shares nothing with the routes.
/// </summary>
public sealed class PlainValue(Func<Dimension, int> sizes, Func<Symbol, double[,]> values)
{
    private const double Step = 1e-4;

    /// <summary>The value, row by row.</summary>
    public double[,] Of(Expr expression) => expression switch
    {
        Number number => Scalar((double)number.Value),
        DimensionValue dimension => Scalar(sizes(dimension.Dimension)),
        SymbolValue symbol => values(symbol.Symbol),
        ZeroMatrix => new double[expression.Shape.Rows.Evaluate(sizes), expression.Shape.Columns.Evaluate(sizes)],
        OnesVector => Build(expression.Shape.Rows.Evaluate(sizes), 1, (_, _) => 1),
        UnitVector unit => Build(expression.Shape.Rows.Evaluate(sizes), 1, (i, _) => i + 1 == unit.Position ? 1 : 0),
        IdentityMatrix => Build(expression.Shape.Rows.Evaluate(sizes), expression.Shape.Rows.Evaluate(sizes), (i, j) => i == j ? 1 : 0),
        Sum sum => sum.Terms.Select(Of).Aggregate((a, b) => Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] + b[i, j])),
        Product { Left.IsScalar: true } product => Scaled(Of(product.Left)[0, 0], Of(product.Right)),
        Product { Right.IsScalar: true } product => Scaled(Of(product.Right)[0, 0], Of(product.Left)),
        Product product => Times(Of(product.Left), Of(product.Right)),
        Hadamard => (Of(expression.Children[0]), Of(expression.Children[1])) is var (a, b) ? Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] * b[i, j]) : null!,
        Transpose transpose => Of(transpose.Operand) is var a ? Build(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]) : null!,
        Power power => Raised(Of(power.Base), power.Exponent),
        Trace => Of(expression.Children[0]) is var a ? Scalar(Enumerable.Range(0, a.GetLength(0)).Sum(i => a[i, i])) : null!,
        FrobeniusNorm => Scalar(Math.Sqrt(Of(expression.Children[0]).Cast<double>().Sum(x => x * x))),
        Vectorization => Of(expression.Children[0]) is var a ? Build(a.Length, 1, (k, _) => a[k % a.GetLength(0), k / a.GetLength(0)]) : null!,
        KroneckerProduct => (Of(expression.Children[0]), Of(expression.Children[1])) is var (a, b)
            ? Build(a.GetLength(0) * b.GetLength(0), a.GetLength(1) * b.GetLength(1), (i, j) => a[i / b.GetLength(0), j / b.GetLength(1)] * b[i % b.GetLength(0), j % b.GetLength(1)])
            : null!,
        Verify.Language.Determinant => Scalar(Determinant(Of(expression.Children[0]))),
        Softmax => Of(expression.Children[0]) is var v && v.Cast<double>().Sum(Math.Exp) is var sum ? Build(v.GetLength(0), 1, (i, _) => Math.Exp(v[i, 0]) / sum) : null!,
        DiagonalPart => Of(expression.Children[0]) is var a ? Build(a.GetLength(0), a.GetLength(1), (i, j) => i == j ? a[i, j] : 0) : null!,
        BlockMatrix block => Joined([.. block.Rows.Select(row => row.Select(Of).ToArray())]),
        Gradient gradient => Differences(gradient),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    /// <summary>The array with the given entries.</summary>
    public static double[,] Build(int rows, int columns, Func<int, int, double> entry)
    {
        var result = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }

    /// <summary>The determinant, by expansion along the first row.</summary>
    public static double Determinant(double[,] a) => a.GetLength(0) is var n && n == 0 ? 1
        : Enumerable.Range(0, n).Sum(j => (j % 2 == 0 ? 1 : -1) * a[0, j] * Determinant(Build(n - 1, n - 1, (k, l) => a[k + 1, l < j ? l : l + 1])));

    private double[,] Differences(Gradient gradient)
    {
        var at = Of(gradient.At);
        return Build(at.GetLength(0), at.GetLength(1), (i, j) =>
        {
            double Value(double step) => new PlainValue(sizes, symbol => symbol != gradient.Bound ? values(symbol)
                : Build(at.GetLength(0), at.GetLength(1), (k, l) => at[k, l] + (k == i && l == j ? step : 0))).Of(gradient.Body)[0, 0];
            return (Value(Step) - Value(-Step)) / (2 * Step);
        });
    }

    private static double[,] Scalar(double value) => new[,] { { value } };

    private static double[,] Scaled(double factor, double[,] a) => Build(a.GetLength(0), a.GetLength(1), (i, j) => factor * a[i, j]);

    private static double[,] Times(double[,] a, double[,] b) =>
        Build(a.GetLength(0), b.GetLength(1), (i, j) => Enumerable.Range(0, a.GetLength(1)).Sum(k => a[i, k] * b[k, j]));

    private static double[,] Raised(double[,] a, Rational exponent)
    {
        if (!exponent.IsInteger)
        {
            return Scalar(Math.Pow(a[0, 0], (double)exponent));
        }

        var n = a.GetLength(0);
        var factor = exponent.Sign < 0 ? Inverse(a) : a;
        return Enumerable.Repeat(factor, (int)exponent.Abs().Numerator).Aggregate(Build(n, n, (i, j) => i == j ? 1 : 0), Times);
    }

    private static double[,] Inverse(double[,] a)
    {
        var n = a.GetLength(0);
        var rows = Build(n, 2 * n, (i, j) => j < n ? a[i, j] : j - n == i ? 1 : 0);
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(rows[i, k]));
            for (var j = 0; j < 2 * n; j++)
            {
                (rows[k, j], rows[pivot, j]) = (rows[pivot, j], rows[k, j]);
            }

            for (var i = 0; i < n; i++)
            {
                var factor = (i == k ? rows[k, k] - 1 : rows[i, k]) / rows[k, k];
                for (var j = 2 * n - 1; j >= 0; j--)
                {
                    rows[i, j] -= factor * rows[k, j];
                }
            }
        }

        return Build(n, n, (i, j) => rows[i, n + j]);
    }

    private static double[,] Joined(double[][][,] blocks)
    {
        var heights = blocks.Select(row => row[0].GetLength(0)).ToArray();
        var widths = blocks[0].Select(block => block.GetLength(1)).ToArray();
        var result = new double[heights.Sum(), widths.Sum()];
        for (var (i, top) = (0, 0); i < blocks.Length; top += heights[i++])
        {
            for (var (j, left) = (0, 0); j < widths.Length; left += widths[j++])
            {
                for (var k = 0; k < blocks[i][j].Length; k++)
                {
                    result[top + (k / widths[j]), left + (k % widths[j])] = blocks[i][j][k / widths[j], k % widths[j]];
                }
            }
        }

        return result;
    }
}
