using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Simulation.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>
/// Comparisons of values in double precision. What is nearer than 10^-8 of the scale counts as equal, what is farther than 10^-6 as different; between them, and
/// for an order that is only just strict, nothing is said.
/// </summary>
internal static class Closeness
{
    /// <summary>Below this share of the scale two values count as equal.</summary>
    public const double Same = 1e-8;

    /// <summary>Above this share of the scale two values count as different.</summary>
    public const double Different = 1e-6;

    /// <summary>
    /// The smallest error, as a share of the scale, with which two values never count as equal, nor an order as holding, where each may be off by the relative uncertainty: what
    /// counts as equal, and what the uncertainty may hide of it.
    /// </summary>
    public static double Detectable(double uncertainty) => Same + (2 * uncertainty);

    /// <summary>What a comparison does, errors being measured against a scale; values may be off by a relative uncertainty beyond rounding.</summary>
    public static CheckResult Of(Matrix left, Relation relation, Matrix right, double scale, double uncertainty = 0)
    {
        var difference = new Matrix(left.Rows, left.Columns, [.. left.Entries.Zip(right.Entries, (a, b) => a - b)]);
        var (same, different) = ((Same + uncertainty) * scale, (Different + (10 * uncertainty)) * scale);
        return relation switch
        {
            Relation.Equal => Decide(difference.Norm() <= same, difference.Norm() > different),
            Relation.NotEqual => Decide(difference.Norm() > different, difference.Norm() == 0),
            Relation.Less or Relation.Greater => Order(strict: true),
            _ => Order(strict: false),
        };

        CheckResult Decide(bool holds, bool fails) =>
            holds ? new Holds(Text(left, relation, right)) { Detectable = Detectable(uncertainty) }
            : fails ? new Fails(Figures.Of(left), Figures.Of(right), Text(left, relation, right))
            : new Open($"the sides are too near to each other to tell: {Text(left, relation, right)}");

        // The gap must be positive semidefinite; where it must be definite its boundary cannot be told from its inside.
        CheckResult Order(bool strict)
        {
            var sign = relation is Relation.Less or Relation.LessOrEqual ? -1 : 1;
            var gap = Matrix<double>.Build.Dense(left.Rows, left.Columns, (i, j) => sign * difference[i, j]);
            if ((gap - gap.Transpose()).FrobeniusNorm() > different)
            {
                return new Fails(Figures.Of(left), Figures.Of(right), "the difference is not symmetric");
            }

            var least = gap.RowCount == 1 ? gap[0, 0] : (0.5 * (gap + gap.Transpose())).Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real);
            return Decide(strict ? least > same : least >= -same, strict && difference.Entries.All(entry => entry == 0) || least < -different);
        }
    }

    private static string Text(Matrix left, Relation relation, Matrix right)
    {
        var (a, b) = left.Entries.Length == 1 ? (left.Entries[0], right.Entries[0]) : (left.Norm(), right.Norm());
        return $"{Figures.Of(a)} against {Figures.Of(b)}{(left.Entries.Length == 1 ? "" : relation == Relation.Equal ? " in norm" : " in norm, ordered by eigenvalues")}";
    }
}
