using Verify.Language;

namespace Verify.Coordinates.Matrices;

/// <summary>Rational matrices as arrays, row by column.</summary>
internal static class RationalMatrix
{
    /// <summary>The matrix of the entries that the function gives.</summary>
    public static Rational[,] Of(int rows, int columns, Func<int, int, Rational> entry)
    {
        var result = new Rational[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                result[i, j] = entry(i, j);
            }
        }

        return result;
    }

    /// <summary>I.</summary>
    public static Rational[,] Identity(int n) => Diagonal(n, _ => 1);

    /// <summary>A diagonal matrix.</summary>
    public static Rational[,] Diagonal(int n, Func<int, Rational> entry) => Of(n, n, (i, j) => i == j ? entry(i) : 0);

    /// <summary>The transpose.</summary>
    public static Rational[,] Transpose(Rational[,] a) => Of(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]);

    /// <summary>c A.</summary>
    public static Rational[,] Scale(Rational[,] a, Rational factor) => Of(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] * factor);

    /// <summary>A - value I.</summary>
    public static Rational[,] Shift(Rational[,] a, Rational value) => Of(a.GetLength(0), a.GetLength(1), (i, j) => i == j ? a[i, j] - value : a[i, j]);

    /// <summary>A B.</summary>
    public static Rational[,] Multiply(Rational[,] a, Rational[,] b) => Of(a.GetLength(0), b.GetLength(1), (i, j) =>
    {
        var sum = Rational.Zero;
        for (var k = 0; k < a.GetLength(1); k++)
        {
            sum += a[i, k] * b[k, j];
        }

        return sum;
    });

    /// <summary>Whether all entries are equal.</summary>
    public static bool AreEqual(Rational[,] a, Rational[,] b) => a.Cast<Rational>().SequenceEqual(b.Cast<Rational>());
}
