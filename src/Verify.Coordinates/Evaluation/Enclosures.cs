using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>Values as intervals, for expressions of which some part has no exact value: what is exact is enclosed, the rest computed with outward rounding.</summary>
internal sealed class Enclosures(Evaluator evaluator, int bits)
{
    /// <summary>An enclosure of every entry. What is inexact inside an expectation, a gradient or a limit, and what has no rule for intervals, throws <see cref="InexactException"/>.</summary>
    public Interval[,] Evaluate(Expr expression)
    {
        Matrix exact;
        try
        {
            exact = evaluator.Evaluate(expression);
        }
        catch (InexactException obstacle)
        {
            return Compute(expression, obstacle);
        }

        return Map(exact.Rows, exact.Columns, (i, j) => RealSign.Enclose(evaluator.Ring, exact[i, j], bits));
    }

    private Interval[,] Compute(Expr expression, InexactException obstacle)
    {
        var parts = expression is Expectation or Gradient or Minimum or Limit ? throw obstacle
            : expression.Children.Select(Evaluate).ToList();
        return expression switch
        {
            Sum => parts.Aggregate((a, b) => Entrywise(a, b, (x, y) => x + y)),
            Product product when product.Left.IsScalar => Scale(parts[0][0, 0], parts[1]),
            Product product when product.Right.IsScalar => Scale(parts[1][0, 0], parts[0]),
            Product => Multiply(parts[0], parts[1]),
            Hadamard => Entrywise(parts[0], parts[1], (x, y) => x * y),
            Transpose => Map(parts[0].GetLength(1), parts[0].GetLength(0), (i, j) => parts[0][j, i]),
            Trace => Scalar(Enumerable.Range(0, parts[0].GetLength(0)).Aggregate(Zero, (sum, i) => sum + parts[0][i, i])),
            Vectorization => Map(parts[0].Length, 1, (k, _) => parts[0][k % parts[0].GetLength(0), k / parts[0].GetLength(0)]),
            KroneckerProduct => Kronecker(parts[0], parts[1]),
            DiagonalPart => Map(parts[0].GetLength(0), parts[0].GetLength(1), (i, j) => i == j ? parts[0][i, j] : Zero),
            FrobeniusNorm => Scalar(parts[0].Cast<Interval>().Aggregate(Zero, (sum, x) => sum + x.Power(2)).Root(2)),
            Softmax => SoftmaxOf(parts[0]),
            OperatorNorm => Scalar(LargestSingularValue.Enclose(evaluator.Algebra, parts[0], bits)),
            Power power when parts[0].Length == 1 => Scalar(PowerOf(parts[0][0, 0], power.Exponent)),
            Power { Exponent.IsInteger: true } power when power.Exponent.Sign > 0 && power.Exponent <= 64 =>
                Enumerable.Repeat(parts[0], (int)power.Exponent.Numerator).Aggregate(Multiply),
            _ => throw obstacle,
        };
    }

    // The entry i is the inverse of the sum of exp(v_j - v_i), in which the term j = i is 1.
    private static Interval[,] SoftmaxOf(Interval[,] v) => Map(v.GetLength(0), 1, (i, _) => Enumerable.Range(0, v.GetLength(0)).Where(j => j != i)
        .Aggregate(Interval.Of(Rational.One, v[i, 0].Bits), (sum, j) => sum + (v[j, 0] - v[i, 0]).Exponential()).Inverse());

    private static Interval[,] Kronecker(Interval[,] a, Interval[,] b) => (b.GetLength(0), b.GetLength(1)) is var (p, q)
        ? Map(a.GetLength(0) * p, a.GetLength(1) * q, (i, j) => a[i / p, j / q] * b[i % p, j % q])
        : null!;

    private Interval Zero => Interval.Of(Rational.Zero, bits);

    private static Interval PowerOf(Interval @base, Rational exponent)
    {
        if (exponent.Abs().Numerator > 64 || exponent.Denominator > 64)
        {
            throw new LimitException("exponent 64 of an interval");
        }

        var root = exponent.IsInteger ? @base : @base.Root((int)exponent.Denominator);
        var power = root.Power((int)exponent.Abs().Numerator);
        return exponent.Sign < 0 ? power.Inverse() : power;
    }

    private static Interval[,] Scalar(Interval value) => new[,] { { value } };

    private static Interval[,] Scale(Interval factor, Interval[,] a) => Map(a.GetLength(0), a.GetLength(1), (i, j) => factor * a[i, j]);

    private Interval[,] Multiply(Interval[,] a, Interval[,] b) => Map(a.GetLength(0), b.GetLength(1), (i, j) =>
        Enumerable.Range(0, a.GetLength(1)).Aggregate(Zero, (sum, k) => sum + (a[i, k] * b[k, j])));

    private static Interval[,] Entrywise(Interval[,] a, Interval[,] b, Func<Interval, Interval, Interval> combine) =>
        Map(a.GetLength(0), a.GetLength(1), (i, j) => combine(a[i, j], b[i, j]));

    private static Interval[,] Map(int rows, int columns, Func<int, int, Interval> entry)
    {
        var result = new Interval[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }
}
