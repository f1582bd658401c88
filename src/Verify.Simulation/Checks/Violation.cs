using Verify.Language;
using Verify.Simulation.Checks.Paths;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>How far a comparison is from holding.</summary>
internal static class Violation
{
    /// <summary>
    /// As last evaluated, in units of the scale: ‖left - right‖ of an equality and minus that of ≠; of an order minus the least eigenvalue of the gap, (G + G')/2 with G = right - left
    /// for ≤, or the norm of its skew part where that is more. Null where a side has no value or the scale is 0.
    /// </summary>
    public static double? Of(StateComparison comparison, Relation relation)
    {
        if (!comparison.IsDefined || comparison.Scale == 0)
        {
            return null;
        }

        var difference = comparison.Difference;
        var share = Absolute() / comparison.Scale;
        return double.IsFinite(share) ? share : null;

        double Absolute()
        {
            if (relation is Relation.Equal or Relation.NotEqual)
            {
                return relation == Relation.Equal ? difference.Norm() : -difference.Norm();
            }

            var sign = relation is Relation.Less or Relation.LessOrEqual ? -1 : 1;
            if (difference.Entries.Length == 1)
            {
                return -sign * difference.Entries[0];
            }

            var gap = Matrix.Of(difference.Rows, difference.Rows, (i, j) => sign * (difference[i, j] + difference[j, i]) / 2);
            var skew = Matrix.Of(difference.Rows, difference.Rows, (i, j) => (difference[i, j] - difference[j, i]) / 2).Norm();
            return Math.Max(-Allowed.Eigenvalues(gap)[0], skew > Closeness.Different * comparison.Scale ? skew : double.NegativeInfinity);
        }
    }
}
