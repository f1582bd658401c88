using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>The size of what is added up within an expression, which rounding is relative to where the sum itself cancels.</summary>
internal static class Cancellation
{
    /// <summary>
    /// A bound of the Frobenius norm by the norms of the parts: the sum over terms, the product over factors, √n times the matrix for a trace; where
    /// another operation stands, the norm of its value. Infinite where that is undefined.
    /// </summary>
    public static double Of(Expr expression, Instance instance, Func<Expr, Instance, Matrix?> evaluate)
    {
        var known = new Dictionary<Expr, double>();
        return Size(expression);

        double Size(Expr e)
        {
            if (!known.TryGetValue(e, out var size))
            {
                known[e] = size = e switch
                {
                    Sum => e.Children.Sum(Size),
                    Product or Hadamard or KroneckerProduct => e.Children.Aggregate(1.0, (product, factor) => product * Size(factor)),
                    Transpose or DiagonalPart or Vectorization => Size(e.Children[0]),
                    Trace => Size(e.Children[0]) * Math.Sqrt(instance.SizeOf(e.Children[0].Shape.Rows)),
                    _ => evaluate(e, instance)?.Norm() ?? double.PositiveInfinity,
                };
            }

            return size;
        }
    }
}
