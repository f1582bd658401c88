using Verify.Testing;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>Plain dense matrices, for values to compare normal forms with. A scalar is 1 × 1.</summary>
internal static class Dense
{
    public static double[,] Scalar(double value) => new[,] { { value } };

    public static double[,] Identity(int n) => PlainValue.Build(n, n, (i, j) => i == j ? 1 : 0);

    public static double[,] Add(double[,] a, double[,] b) => PlainValue.Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] + b[i, j]);

    public static double[,] Scale(double[,] a, double s) => PlainValue.Build(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] * s);

    public static double[,] Transpose(double[,] a) => PlainValue.Build(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]);

    public static double[,] Multiply(double[,] a, double[,] b) => PlainValue.Build(a.GetLength(0), b.GetLength(1), (i, j) =>
    {
        var sum = 0.0;
        for (var k = 0; k < a.GetLength(1); k++)
        {
            sum += a[i, k] * b[k, j];
        }

        return sum;
    });

    public static double Trace(double[,] a) => Enumerable.Range(0, a.GetLength(0)).Sum(i => a[i, i]);

    public static double Distance(double[,] a, double[,] b) => Norm(Add(a, Scale(b, -1)));

    /// <summary>(tr((A'A)^k))^(1/2k) for a k so large that the other singular values count for less than 10^-10.</summary>
    public static double OperatorNorm(double[,] a)
    {
        var scale = Norm(a);
        if (scale == 0)
        {
            return 0;
        }

        // A'A squared over and over, kept at norm 1; log2 of what was taken out is added up.
        var (square, log, power) = (Scale(Multiply(Transpose(a), a), 1 / (scale * scale)), 0.0, 1.0);
        for (var i = 0; i < 40; i++)
        {
            square = Multiply(square, square);
            power *= 2;
            var norm = Norm(square);
            (square, log) = (Scale(square, 1 / norm), (2 * log) + Math.Log(norm));
        }

        return scale * Math.Exp(log / power / 2);
    }

    public static double Norm(double[,] a) => Math.Sqrt(a.Cast<double>().Sum(x => x * x));

    /// <summary>Gauss-Jordan with pivoting.</summary>
    public static double[,] Inverse(double[,] a)
    {
        var n = a.GetLength(0);
        var work = PlainValue.Build(n, 2 * n, (i, j) => j < n ? a[i, j] : j - n == i ? 1 : 0);
        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).MaxBy(i => Math.Abs(work[i, c]));
            for (var j = 0; j < 2 * n; j++)
            {
                (work[c, j], work[pivot, j]) = (work[pivot, j], work[c, j]);
            }

            var lead = work[c, c];
            for (var j = 0; j < 2 * n; j++)
            {
                work[c, j] /= lead;
            }

            for (var i = 0; i < n; i++)
            {
                var factor = i == c ? 0 : work[i, c];
                for (var j = 0; factor != 0 && j < 2 * n; j++)
                {
                    work[i, j] -= factor * work[c, j];
                }
            }
        }

        return PlainValue.Build(n, n, (i, j) => work[i, n + j]);
    }

    /// <summary>a^k: whole powers by products, others through the eigenvectors of a symmetric positive a (Jacobi's rotations).</summary>
    public static double[,] Power(double[,] a, double k)
    {
        if (a.Length == 1)
        {
            return Scalar(Math.Pow(a[0, 0], k));
        }

        if (k == Math.Floor(k))
        {
            var @base = k < 0 ? Inverse(a) : a;
            return Enumerable.Range(0, (int)Math.Abs(k)).Aggregate(Identity(a.GetLength(0)), (product, _) => Multiply(product, @base));
        }

        var n = a.GetLength(0);
        var (values, vectors) = ((double[,])a.Clone(), Identity(n));
        for (var sweep = 0; sweep < 60; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    var angle = 0.5 * Math.Atan2(2 * values[p, q], values[q, q] - values[p, p]);
                    var rotation = Identity(n);
                    (rotation[p, p], rotation[q, q]) = (Math.Cos(angle), Math.Cos(angle));
                    (rotation[p, q], rotation[q, p]) = (Math.Sin(angle), -Math.Sin(angle));
                    values = Multiply(Multiply(Transpose(rotation), values), rotation);
                    vectors = Multiply(vectors, rotation);
                }
            }
        }

        return Multiply(Multiply(vectors, PlainValue.Build(n, n, (i, j) => i == j ? Math.Pow(values[i, i], k) : 0)), Transpose(vectors));
    }
}
