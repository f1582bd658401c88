using System.Globalization;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Judging;

/// <summary>A side's value: its text, and its entries as doubles.</summary>
internal sealed record Value(string Text, double[,] Entries, bool IsExact)
{
    /// <summary>0, 1 × 1.</summary>
    public static Value Zero { get; } = new("0", new double[1, 1], IsExact: true);

    /// <summary>The largest entry.</summary>
    public double Scale => Entries.Cast<double>().Select(Math.Abs).DefaultIfEmpty().Max();

    /// <summary>The value of a matrix without variables.</summary>
    public static Value Of<T>(Matrix<T> matrix)
        where T : struct, INumberKind<T>
    {
        var entries = Enumerable.Range(0, matrix.Rows).Select(i => Enumerable.Range(0, matrix.Columns).Select(j => TextOf(matrix[i, j].Constant)));
        var text = matrix.IsScalar ? TextOf(matrix[0, 0].Constant) : $"[{string.Join("; ", entries.Select(row => string.Join(", ", row)))}]";
        return new(text, matrix.Doubles(), T.IsExact);
    }

    /// <summary>A double.</summary>
    public static Value Of(double value) => Of(Matrix<Approximate>.Scalar(new(value)));

    private static string TextOf<T>(T number)
        where T : struct, INumberKind<T> => number is Exact exact ? exact.Value.ToString() : number.Double.ToString("G6", CultureInfo.InvariantCulture);
}
