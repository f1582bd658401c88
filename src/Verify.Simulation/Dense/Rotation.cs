using Verify.Language;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Dense;

/// <summary>
/// A change to the eigenbasis Q that all constant matrices of a loss share, where the loss does not notice a common rotation: f(P) with constants A equals f(Q'PQ)
/// with constants Q'AQ, which are diagonal. The gradient, and so the gradient flow, rotates along: Q' (grad f) Q is the gradient in the new coordinates.
/// A vector v becomes Q'v, a scalar stays. Not for use by several threads at a time.
/// </summary>
internal sealed class Rotation
{
    // What may be left beside the diagonal, and of the difference from the transpose, relative to the norm.
    private const double Tolerance = 1e-13;

    private readonly int _n;
    private readonly double[] _basis;
    private readonly double[] _transposed;
    private readonly double[] _product;
    private readonly (int Sides, int Length)[] _variables;

    private Rotation(int n, double[] transposed, (int Sides, int Length)[] variables, Instance instance)
    {
        (_n, _transposed, _variables, Instance) = (n, transposed, variables, instance);
        (_basis, _product) = (new double[n * n], new double[n * n]);
        Transposition.Copy(transposed, _basis, n, n);
    }

    /// <summary>
    /// The instance with the values of the variables and of the symbols of the loss in the new coordinates; the constant matrices have exact zeros beside the
    /// diagonal.
    /// </summary>
    public Instance Instance { get; private set; }

    /// <summary>Q.</summary>
    public Matrix Basis => new(_n, _n, _basis);

    /// <summary>
    /// The rotation for a loss, or null where there is none: every size in the loss must be 1 or one and the same n ≥ 2, it must be built from sums, products,
    /// transposes, powers, traces and norms alone, and its constant n × n matrices (at least one, not all diagonal already) must be symmetric and commute.
    /// </summary>
    public static Rotation? Of(Expr loss, IReadOnlyList<Symbol> variables, Instance instance)
    {
        if (Invariance.CommonSize(loss) is not { } size || instance.SizeOf(size) is not (> 1 and var n))
        {
            return null;
        }

        List<Symbol> known = [.. loss.FreeSymbols.Union(variables).Where(instance.Values.ContainsKey).Order()];
        List<Symbol> matrices = [.. known.Where(symbol => !variables.Contains(symbol) && SidesOf(symbol, size) == 2)];
        List<Matrix> values = [.. matrices.Select(symbol => instance.Values[symbol])];
        if (values.All(IsDiagonal) || !values.All(IsSymmetric) || Spectrum.Of(Mixture(values, n), n) is not var (_, vectors))
        {
            return null;
        }

        int Length(Symbol symbol) => instance.SizeOf(symbol.Shape.Rows) * instance.SizeOf(symbol.Shape.Columns);
        var rotation = new Rotation(n, vectors, [.. variables.Select(symbol => (SidesOf(symbol, size), Length(symbol)))], instance);
        foreach (var symbol in known)
        {
            var value = instance.Values[symbol];
            var turned = value with { Entries = new double[value.Entries.Length] };
            rotation.Turn(value.Entries, turned.Entries, SidesOf(symbol, size), forward: true);
            if (matrices.Contains(symbol))
            {
                var diagonal = Matrix.Of(n, n, (i, j) => i == j ? turned[i, i] : 0);
                if (!(Matrix.Of(n, n, (i, j) => turned[i, j] - diagonal[i, j]).Norm() <= n * Tolerance * value.Norm()))
                {
                    return null;
                }

                turned = diagonal;
            }

            rotation.Instance = rotation.Instance.With(symbol, turned);
        }

        return rotation;
    }

    /// <summary>A state of the variables in the new coordinates: Q'PQ for each matrix P.</summary>
    public void Into(ReadOnlySpan<double> state, Span<double> rotated) => Turn(state, rotated, forward: true);

    /// <summary>The way back: Q P Q' for each matrix P of a state, or of a gradient, in the new coordinates.</summary>
    public void Back(ReadOnlySpan<double> rotated, Span<double> state) => Turn(rotated, state, forward: false);

    // On how many sides a rotation acts. A variable that the loss does not contain may have other sizes and stays as it is.
    private static int SidesOf(Symbol symbol, Size size) => (symbol.Shape.Rows, symbol.Shape.Columns) switch
    {
        var (rows, columns) when rows.Equals(size) && columns.Equals(size) => 2,
        var (rows, columns) when (rows.Equals(size) && columns.IsOne) || (rows.IsOne && columns.Equals(size)) => 1,
        _ => 0,
    };

    private void Turn(ReadOnlySpan<double> from, Span<double> to, bool forward)
    {
        foreach (var (sides, length) in _variables)
        {
            Turn(from[..length], to[..length], sides, forward);
            from = from[length..];
            to = to[length..];
        }
    }

    private void Turn(ReadOnlySpan<double> from, Span<double> to, int sides, bool forward)
    {
        var (left, right) = forward ? (_transposed, _basis) : (_basis, _transposed);
        if (sides == 0)
        {
            from.CopyTo(to);
        }
        else if (sides == 1)
        {
            to.Clear();
            VectorProducts.AddApplied(left, _n, _n, false, from, to);
        }
        else
        {
            Products.Multiply(left, false, from, _product, (_n, _n, _n), add: false);
            Products.Multiply(_product, false, right, to, (_n, _n, _n), add: false);
        }
    }

    // A combination with which an eigenvalue of one matrix does not meet that of another by accident.
    private static double[] Mixture(List<Matrix> matrices, int n)
    {
        var mixture = new double[n * n];
        for (var k = 0; k < matrices.Count; k++)
        {
            var norm = matrices[k].Norm();
            Entries.AddScaled(mixture, norm > 0 ? 1 / ((1 + (k * Math.Sqrt(2))) * norm) : 0, matrices[k].Entries);
        }

        return mixture;
    }

    private static bool IsDiagonal(Matrix a) => !Enumerable.Range(0, a.Rows).Any(i => Enumerable.Range(0, a.Rows).Any(j => i != j && a[i, j] != 0));

    private static bool IsSymmetric(Matrix a) => Matrix.Of(a.Rows, a.Rows, (i, j) => a[i, j] - a[j, i]).Norm() <= Tolerance * a.Norm();
}
