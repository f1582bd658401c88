using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Gradient flow dx/dt = -(H x + g) of a quadratic in all parameters' entries x, H psd: it ends at the minimiser nearest to its start, for what lies in the null space
/// of H does not move and the rest decays. Without a minimiser it runs away.
/// </summary>
internal static class QuadraticFlow
{
    /// <summary>Where the flow ends, null where it does not converge; a loss that is no convex quadratic throws <see cref="Arithmetic.NotTreatedException"/>.</summary>
    public static Matrix[]? End(Evaluator evaluator, PolynomialLoss loss, IEnumerable<Matrix> start)
    {
        int[] all = [.. Enumerable.Range(0, loss.Parameters.Length)];
        if (!loss.IsQuadraticIn(all))
        {
            throw new Arithmetic.NotTreatedException("the convergence of a gradient flow whose loss is no quadratic");
        }

        var form = loss.QuadraticIn(all, new Rational[loss.Entries]);
        evaluator.Ring.Work.Spend((long)form.Entries.Length * form.Entries.Length * form.Entries.Length);
        if (!Definiteness.Of(evaluator.Algebra, Matrix.Of(form.Hessian)).IsNonnegative)
        {
            throw new Arithmetic.NotTreatedException("the convergence of a gradient flow whose loss is not convex");
        }

        if (form.Minimise(evaluator.Algebra).Minimisers is not { } minimisers)
        {
            return null;
        }

        Rational[] from = [.. start.SelectMany(value => value.ToRational().Cast<Rational>())];
        return Matrices(loss, Nearest(minimisers, from));
    }

    /// <summary>The solution x* + V c nearest to a point: V'V c = V'(point - x*).</summary>
    private static Rational[] Nearest(SolutionSet solutions, Rational[] point)
    {
        var (basis, nearest) = (solutions.NullVectors, solutions.Particular);
        var gram = RationalMatrix.Of(basis.Count, basis.Count, (i, j) => Dot(basis[i], basis[j]));
        Rational[] along = [.. basis.Select(vector => Dot(vector, [.. point.Zip(solutions.Particular, (a, b) => a - b)]))];
        foreach (var (vector, step) in basis.Zip(LinearSystem.Solve(gram, along)!.Particular))
        {
            nearest = [.. nearest.Zip(vector, (a, v) => a + (step * v))];
        }

        return nearest;
    }

    private static Rational Dot(Rational[] a, Rational[] b) => a.Zip(b, (x, y) => x * y).Aggregate(Rational.Zero, (sum, term) => sum + term);

    private static Matrix[] Matrices(PolynomialLoss loss, Rational[] entries)
    {
        var first = 0;
        return [.. loss.Shapes.Select(shape =>
        {
            var start = first;
            first += shape.Rows * shape.Columns;
            return Matrix.Of(RationalMatrix.Of(shape.Rows, shape.Columns, (i, j) => entries[start + (i * shape.Columns) + j]));
        })];
    }
}
