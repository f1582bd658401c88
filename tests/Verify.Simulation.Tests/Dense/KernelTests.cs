using Verify.Simulation.Dense;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Products, sums and inverses of arrays against their definitions, at every size around the widths of vectors.</summary>
public sealed class KernelTests
{
    private const double Rounding = 1e-13;
    private readonly SeededDraw _draw = new(3);

    [Fact]
    public void Products_are_sums_of_products()
    {
        foreach (var (m, k, n) in Sizes(11, 5, 19))
        {
            var (a, b, c) = (Draw(m, k), Draw(k, n), Draw(m, n));
            double Expected(int i, int j) => Enumerable.Range(0, k).Sum(p => a[i, p] * b[p, j]);
            foreach (var transposed in new[] { false, true })
            {
                var stored = transposed ? Turned(a).Entries : a.Entries;
                var (set, added) = (new double[m * n], c.Entries.ToArray());
                Products.Multiply(stored, transposed, b.Entries, set, (m, k, n), add: false);
                Products.Multiply(stored, transposed, b.Entries, added, (m, k, n), add: true);
                AssertClose(Matrix.Of(m, n, Expected), set);
                AssertClose(Matrix.Of(m, n, (i, j) => c[i, j] + Expected(i, j)), added);
            }
        }
    }

    [Fact]
    public void Sums_over_entries_are_what_they_say()
    {
        for (var n = 0; n < 30; n++)
        {
            var (x, y, w) = (Draw(1, n).Entries, Draw(1, n).Entries, Draw(1, n).Entries);
            Assert.Equal(Enumerable.Range(0, n).Sum(i => x[i] * y[i]), Entries.Dot(x, y), Rounding);
            Assert.Equal(Enumerable.Range(0, n).Sum(i => x[i] * y[i] * w[i]), Entries.Dot(x, y, w), Rounding);
            AssertEach(n, i => y[i] + (3 * x[i]), target => Entries.AddScaled(target, 3, x), y);
            AssertEach(n, i => y[i] + (3 * x[i] * w[i]), target => Entries.AddProduct(target, 3, x, w), y);
            AssertEach(n, i => 3 * x[i], target => Entries.Scale(target, 3, x), y);
            AssertEach(n, i => 3 * x[i] * w[i], target => Entries.Multiply(target, 3, x, w), y);
        }
    }

    [Fact]
    public void An_inverse_times_its_matrix_is_the_identity()
    {
        for (var n = 1; n <= 20; n++)
        {
            // A permutation besides a small part, so that rows must be exchanged.
            var small = Draw(n, n);
            var a = Matrix.Of(n, n, (i, j) => ((i + 1) % n == j ? 1 : 0) + (0.3 / n * small[i, j]));
            var inverse = new double[n * n];
            Inversion.Invert(a.Entries, inverse, n, new int[n]);
            var product = new double[n * n];
            Products.Multiply(a.Entries, false, inverse, product, (n, n, n), add: false);
            AssertClose(Matrix.Of(n, n, (i, j) => i == j ? 1 : 0), product);
        }
    }

    [Fact]
    public void A_singular_matrix_has_no_inverse()
    {
        for (var n = 2; n <= 12; n++)
        {
            var (left, right) = (Draw(n, n - 1), Draw(n - 1, n));
            var (singular, inverse) = (new double[n * n], new double[n * n]);
            Products.Multiply(left.Entries, false, right.Entries, singular, (n, n - 1, n), add: false);
            Inversion.Invert(singular, inverse, n, new int[n]);
            Assert.All(inverse, entry => Assert.Equal(double.NaN, entry));
        }
    }

    [Fact]
    public void Transposes_exchange_rows_and_columns()
    {
        foreach (var (m, _, n) in Sizes(19, 1, 11))
        {
            var (a, b) = (Draw(m, n), Draw(n, m));
            var (copied, added) = (new double[m * n], b.Entries.ToArray());
            Transposition.Copy(a.Entries, copied, m, n);
            Transposition.AddScaled(a.Entries, 2, added, m, n);
            Assert.Equal(Turned(a).Entries, copied);
            AssertClose(Matrix.Of(n, m, (i, j) => b[i, j] + (2 * a[j, i])), added);
        }
    }

    [Fact]
    public void Eigenvectors_are_orthonormal_and_give_the_matrix_back()
    {
        for (var n = 1; n <= 9; n++)
        {
            var half = Draw(n, n);
            var a = Matrix.Of(n, n, (i, j) => half[i, j] + half[j, i]);
            var (values, vectors) = Spectrum.Of(a.Entries, n)!.Value;
            AssertClose(a, Matrix.Of(n, n, (i, j) => Enumerable.Range(0, n).Sum(k => vectors[(k * n) + i] * values[k] * vectors[(k * n) + j])).Entries);
            var products = Matrix.Of(n, n, (i, j) => Entries.Dot(vectors.AsSpan(i * n, n), vectors.AsSpan(j * n, n)));
            AssertClose(Matrix.Of(n, n, (i, j) => i == j ? 1 : 0), products.Entries);
            Assert.Equal(values.Order(), values);
        }
    }

    private static IEnumerable<(int M, int K, int N)> Sizes(int m, int k, int n) =>
        from i in Enumerable.Range(1, m) from j in Enumerable.Range(1, k) from l in Enumerable.Range(1, n) select (i, j, l);

    private static void AssertEach(int n, Func<int, double> expected, Action<double[]> act, double[] start)
    {
        var target = start.ToArray();
        act(target);
        AssertClose(Matrix.Of(1, n, (_, i) => expected(i)), target);
    }

    private static void AssertClose(Matrix expected, double[] actual)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected.Entries[i], actual[i], Rounding);
        }
    }

    private static Matrix Turned(Matrix a) => Matrix.Of(a.Columns, a.Rows, (i, j) => a[j, i]);

    private Matrix Draw(int rows, int columns) => Matrix.Of(rows, columns, (_, _) => _draw.Symmetric());
}
