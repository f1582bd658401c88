using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>
/// A condition measured in doubles. With D = left - right (right - left for &gt; and ≥), it asks for D = 0, D ≠ 0, or D negative (semi)definite.
/// </summary>
internal sealed class Condition(Comparison comparison, Func<Expr, Instance, Matrix?> evaluate)
{
    private const double Rounding = 1e-12;
    private const double FinestRounding = 1e-14;
    private const double StrictSlack = 1e-9;
    private const double ClearlyDifferent = 1e-6;

    /// <summary>What is compared.</summary>
    public Comparison Comparison => comparison;

    /// <summary>Whether left and right must be equal.</summary>
    public bool IsEquation => comparison.Relation == Relation.Equal;

    /// <summary>Whether the order or equality is of scalars.</summary>
    public bool IsScalar => comparison.Left.IsScalar;

    /// <summary>Whether an order is asked for.</summary>
    public bool IsOrder => comparison.Relation is not (Relation.Equal or Relation.NotEqual);

    /// <summary>Whether the condition is about a symbol.</summary>
    public bool Contains(Symbol symbol) => comparison.Left.FreeSymbols.Contains(symbol) || comparison.Right.FreeSymbols.Contains(symbol);

    /// <summary>
    /// Whether the condition holds: an equation up to 10^-12 of its sides, or 10^-14 of what cancels within them or of the reference; a strict order with
    /// a slack of 10^-9 of its sides, ≤ up to 10^-12. The difference in an order between matrices must be symmetric to 10^-12. False where a side is undefined.
    /// </summary>
    /// <param name="instance">Where.</param>
    /// <param name="reference">The size of left - right where it is not small, so that b = 0 can hold up to rounding; 0 where none is known.</param>
    public bool Holds(Instance instance, double reference = 0)
    {
        if (Sides(instance) is not var (left, right))
        {
            return false;
        }

        var (difference, size) = (Subtract(left, right), Math.Max(left.Norm(), right.Norm()));
        bool IsSmall(double distance) => distance <= Rounding * size
            || distance <= FinestRounding * Math.Max(reference, Cancelling(comparison.Left) + Cancelling(comparison.Right));
        double Cancelling(Expr side) => Cancellation.Of(side, instance, evaluate);
        return comparison.Relation switch
        {
            Relation.Equal => IsSmall(difference.Norm()),
            Relation.NotEqual => difference.Norm() > ClearlyDifferent * size,
            _ when !IsSmall(Asymmetry(difference).Norm()) => false,
            Relation.Less or Relation.Greater => Largest(difference) < -StrictSlack * size,
            _ => Largest(difference) is var largest && (largest <= 0 || IsSmall(largest)),
        };
    }

    /// <summary>
    /// Of scalars D, of an order between matrices the largest eigenvalue of D, at most 0 where the order holds, as a function of a factor t of one symbol's value. NaN
    /// where a side is undefined. What does not depend on t, such as the product A A' in (t A)(t A)', is computed once.
    /// </summary>
    public Func<double, double> ExcessAlong(Instance instance, Symbol symbol)
    {
        try
        {
            var factor = new Symbol("t", Shape.Scalar, SymbolRole.Parameter);
            var scaled = Substitution.Of(symbol, Expr.Times(Expr.Of(factor), Expr.Of(symbol)));
            var program = DenseProgram.Compile([scaled.In(comparison.Left), scaled.In(comparison.Right)], instance, [factor]);
            return t =>
            {
                program.Evaluate([t]);
                return Ordered(program.Value(0), program.Value(1)) is var (left, right) ? Largest(Subtract(left, right)) : double.NaN;
            };
        }
        catch (NotTreatedException)
        {
            return _ => double.NaN;
        }
    }

    /// <summary>The norm of D; NaN where a side is undefined.</summary>
    public double Distance(Instance instance) => Sides(instance) is var (left, right) ? Subtract(left, right).Norm() : double.NaN;

    /// <summary>
    /// Numbers that vanish where the condition holds, in units of the scale: the entries of D of an equation; of an order how much each eigenvalue of
    /// D exceeds -margin, and the entries of (D - D')/2. Null where a side is undefined.
    /// </summary>
    public double[]? Residuals(Instance instance, double scale, double margin)
    {
        if (Sides(instance) is not var (left, right))
        {
            return null;
        }

        var difference = Subtract(left, right);
        return comparison.Relation switch
        {
            Relation.Equal => [.. difference.Entries.Select(x => x / scale)],
            Relation.NotEqual => [],
            _ when IsScalar => [Math.Max(0, (difference.Entries[0] / scale) + margin)],
            _ =>
            [
                .. Allowed.Eigenvalues(Symmetrised(difference)).Select(x => Math.Max(0, (x / scale) + margin)),
                .. Asymmetry(difference).Entries.Select(x => x / scale),
            ],
        };
    }

    // Exchanged for > and ≥; null where not finite.
    private (Matrix Left, Matrix Right)? Sides(Instance instance) =>
        evaluate(comparison.Left, instance) is { } left && evaluate(comparison.Right, instance) is { } right ? Ordered(left, right) : null;

    private (Matrix Left, Matrix Right)? Ordered(Matrix left, Matrix right) =>
        left.Entries.All(double.IsFinite) && right.Entries.All(double.IsFinite)
            ? comparison.Relation is Relation.Greater or Relation.GreaterOrEqual ? (right, left) : (left, right)
            : null;

    private static double Largest(Matrix difference) =>
        difference.Entries.Length == 1 ? difference.Entries[0] : Allowed.Eigenvalues(Symmetrised(difference))[^1];

    private static Matrix Subtract(Matrix a, Matrix b) => Matrix.Of(a.Rows, a.Columns, (i, j) => a[i, j] - b[i, j]);

    /// <summary>(A + A')/2.</summary>
    public static Matrix Symmetrised(Matrix a) => Matrix.Of(a.Rows, a.Columns, (i, j) => (a[i, j] + a[j, i]) / 2);

    private static Matrix Asymmetry(Matrix a) => a.Rows == a.Columns ? Matrix.Of(a.Rows, a.Columns, (i, j) => (a[i, j] - a[j, i]) / 2) : a;
}
