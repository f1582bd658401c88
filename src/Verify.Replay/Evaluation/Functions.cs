using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>Functions of matrices that are no polynomials. Their arguments have no variables.</summary>
internal static class Functions
{
    private static readonly Rational Half = new(1, 2);

    /// <summary>The root of a number.</summary>
    public static T Root<T>(T value)
        where T : struct, INumberKind<T> => value.Root(Half);

    /// <summary>A^k for a k that is no integer: of a diagonal matrix entry by entry, else by the eigenvalues of a symmetric one in doubles.</summary>
    public static Matrix<T> RealPower<T>(Matrix<T> matrix, Rational exponent)
        where T : struct, INumberKind<T>
    {
        if (IsDiagonal(matrix))
        {
            return new(matrix.Rows, matrix.Rows, (i, j) => i == j ? Polynomial<T>.Of(matrix[i, j].Constant.Root(exponent)) : Polynomial<T>.Zero);
        }

        var (values, vectors) = Spectrum.Of(matrix.Doubles());
        var powers = values.Select(value => new Approximate(value).Root(exponent).Double).ToList();
        return new(matrix.Rows, matrix.Rows, (i, j) => Polynomial<T>.Of(T.OfDouble(powers.Select((power, k) => power * vectors[i, k] * vectors[j, k]).Sum())));
    }

    /// <summary>The largest singular value.</summary>
    public static Matrix<T> OperatorNorm<T>(Matrix<T> matrix, Work work)
        where T : struct, INumberKind<T>
    {
        var square = matrix.Rows <= matrix.Columns ? matrix.Times(matrix.Transposed(), work) : matrix.Transposed().Times(matrix, work);
        return Matrix<T>.Scalar(IsDiagonal(square)
            ? Root(Enumerable.Range(0, square.Rows).Select(i => square[i, i].Constant).MaxBy(value => value.Double))
            : T.OfDouble(Math.Sqrt(Spectrum.Of(square.Doubles()).Values.Max())));
    }

    /// <summary>The roots of the eigenvalues of A A', in decreasing order.</summary>
    public static Matrix<T> SingularValues<T>(Matrix<T> matrix, Work work)
        where T : struct, INumberKind<T>
    {
        var square = matrix.Times(matrix.Transposed(), work);
        if (IsDiagonal(square))
        {
            var exact = Enumerable.Range(0, square.Rows).Select(i => square[i, i].Constant).OrderByDescending(value => value.Double).ToList();
            return new(square.Rows, 1, (i, _) => Polynomial<T>.Of(Root(exact[i])));
        }

        var values = Spectrum.Of(square.Doubles()).Values.OrderDescending().ToList();
        return new(square.Rows, 1, (i, _) => Polynomial<T>.Of(T.OfDouble(Math.Sqrt(Math.Max(0, values[i])))));
    }

    /// <summary>How many eigenvalues are negative; one that is so by rounding alone is not counted.</summary>
    public static Matrix<T> Negatives<T>(Matrix<T> matrix)
        where T : struct, INumberKind<T>
    {
        var values = Spectrum.Of(matrix.Doubles()).Values;
        return Matrix<T>.Scalar(T.Of(values.Count(value => value < -1e-12 * values.Max(Math.Abs))));
    }

    /// <summary>exp(v_i) / Σ_j exp(v_j); rational where all entries are equal.</summary>
    public static Matrix<T> Softmax<T>(Matrix<T> vector)
        where T : struct, INumberKind<T>
    {
        var values = vector.Doubles().Cast<double>().ToList();
        if (vector.Entries.All(entry => (entry.Constant + (T.Of(-1) * vector[0, 0].Constant)).IsZero))
        {
            return vector.Map(_ => Polynomial<T>.Of(T.Of(new Rational(1, values.Count))));
        }

        var weights = values.Select(value => Math.Exp(value - values.Max())).ToList();
        return new(values.Count, 1, (i, _) => Polynomial<T>.Of(T.OfDouble(weights[i] / weights.Sum())));
    }

    private static bool IsDiagonal<T>(Matrix<T> matrix)
        where T : struct, INumberKind<T> =>
        Enumerable.Range(0, matrix.Rows).All(i => Enumerable.Range(0, matrix.Columns).All(j => i == j || matrix[i, j].Constant.IsZero));
}
