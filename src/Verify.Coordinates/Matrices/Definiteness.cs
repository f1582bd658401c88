using Verify.Coordinates.Arithmetic;

namespace Verify.Coordinates.Matrices;

/// <summary>What x'Sx does: the least strict statement that holds, and a direction where it is negative (or, for a singular psd S, zero).</summary>
internal sealed record Definite(bool IsPositive, bool IsNonnegative, Matrix? Direction);

/// <summary>Definiteness of a symmetric matrix of exact real numbers, by congruence T S T' (an LDL' factorisation that keeps the directions).</summary>
internal static class Definiteness
{
    /// <summary>Decides the definiteness of S (n × n, symmetric).</summary>
    public static Definite Of(MatrixAlgebra algebra, Matrix s)
    {
        var ring = algebra.Ring;
        var n = s.Rows;
        var (form, directions) = (s, Matrix.Identity(n));
        int? singular = null;
        for (var k = 0; k < n; k++)
        {
            var sign = RealSign.Of(ring, form[k, k]);
            if (sign < 0)
            {
                return new(false, false, Row(directions, k));
            }

            var partner = Enumerable.Range(k + 1, n - k - 1).FirstOrDefault(j => !form[k, j].IsZero, -1);
            if (sign == 0 && partner >= 0)
            {
                // With v = t_j + c t_k the form is S_jj + 2 c S_kj, made -1 by the choice of c.
                var factor = ring.Multiply(form[partner, partner] + Polynomial.One, ring.Inverse(form[k, partner])).Scale(new(-1, 2));
                return new(false, false, Row(directions, partner) + algebra.Scale(factor, Row(directions, k)));
            }

            singular = sign == 0 ? singular ?? k : singular;
            if (sign > 0 && partner >= 0)
            {
                (form, directions) = Clear(algebra, form, directions, k);
            }
        }

        return new(singular is null, true, singular is { } zero ? Row(directions, zero) : null);
    }

    // Subtracts from each later row (and column) what makes column k vanish below the diagonal.
    private static (Matrix Form, Matrix Directions) Clear(MatrixAlgebra algebra, Matrix form, Matrix directions, int k)
    {
        var ring = algebra.Ring;
        var inverse = ring.Inverse(form[k, k]);
        var factors = Enumerable.Range(0, form.Rows).Select(i => i > k ? ring.Multiply(form[i, k], inverse) : Polynomial.Zero).ToArray();
        return (
            Matrix.Of(form.Rows, form.Rows, (i, j) => Math.Min(i, j) > k ? form[i, j] - ring.Multiply(factors[i], form[k, j])
                : Math.Min(i, j) == k && i != j ? Polynomial.Zero
                : form[i, j]),
            Matrix.Of(form.Rows, form.Rows, (i, j) => directions[i, j] - ring.Multiply(factors[i], directions[k, j])));
    }

    // A row as a column vector.
    private static Matrix Row(Matrix a, int row) => Matrix.Of(a.Columns, 1, (i, _) => a[row, i]);
}
