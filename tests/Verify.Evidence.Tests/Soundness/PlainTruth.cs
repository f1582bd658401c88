using Verify.Language;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Whether two expressions without expectations and gradients are equal, by plain arrays of doubles at two choices of sizes.</summary>
internal static class PlainTruth
{
    /// <summary>True or false; null where an expression cannot be evaluated so, or the doubles are too near to tell.</summary>
    public static bool? Of(Expr left, Expr right)
    {
        if (!IsPlain(left) || !IsPlain(right))
        {
            return null;
        }

        var errors = new[] { (3, 4), (5, 2) }.Select(sizes => Error(left, right, sizes.Item1, sizes.Item2)).ToArray();
        return errors.Max() > 1e-5 ? false : errors.Max() < 1e-11 ? true : null;
    }

    private static bool IsPlain(Expr expression) => expression is not (Expectation or Gradient or BlockMatrix or OperatorNorm or Minimum or Limit)
        && expression.Children.All(IsPlain);

    /// <summary>The largest difference of entries, relative to the largest entry and 1.</summary>
    private static double Error(Expr left, Expr right, int d, int n)
    {
        var draw = new SeededDraw(99);
        var sizes = new Dictionary<Dimension, int> { [SampleSymbols.D] = d, [SampleSymbols.N] = n };
        int SizeOf(Dimension dimension) => sizes[dimension];
        var values = SampleSymbols.All.ToDictionary(symbol => symbol, symbol => Drawn(symbol, symbol.Shape.Rows.Evaluate(SizeOf), symbol.Shape.Columns.Evaluate(SizeOf), draw));
        var value = new PlainValue(SizeOf, symbol => values[symbol]);
        var (x, y) = (value.Of(left).Cast<double>().ToArray(), value.Of(right).Cast<double>().ToArray());
        var scale = x.Concat(y).Max(Math.Abs) + 1;
        return x.Zip(y, (a, b) => Math.Abs(a - b)).Max() / scale;
    }

    private static double[,] Drawn(Symbol symbol, int rows, int columns, SeededDraw draw)
    {
        var free = PlainValue.Build(rows, columns, (_, _) => draw.Symmetric());
        return symbol.Is(MatrixAttributes.PositiveDefinite) ? PlainValue.Build(rows, rows, (i, j) => Enumerable.Range(0, rows).Sum(k => free[i, k] * free[j, k]) + (i == j ? 1 : 0))
            : symbol.Is(MatrixAttributes.Symmetric) ? PlainValue.Build(rows, rows, (i, j) => free[i, j] + free[j, i])
            : free;
    }
}
