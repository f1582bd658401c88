using Verify.Simulation.Dense.Compiling;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Binders;

/// <summary>
/// The gradient of a scalar body, entry by entry, by central differences over h, 2h and 4h, extrapolated to the sixth order: exact up to rounding where the body
/// is a polynomial of degree at most 6 in each entry. The error of an entry is bounded by its difference from the fourth order and by the rounding of the values.
/// Steps from an eighth of the parameter's typical entry downwards are tried until one is good enough.
/// </summary>
internal sealed class DifferencesStep(Node result, Node at, InnerProgram body) : ApproximateStep(result, [at, .. body.Around])
{
    // A value is taken to be right to this, relative to its magnitude.
    private const double Rounding = 32 * 2.220446049250313e-16;
    private const double GoodEnough = 1e-11;

    private static readonly int[] Exponents = [3, 6, 9, 12];

    private readonly double[] _best = new double[at.Values.Length];
    private readonly double[] _bestErrors = new double[at.Values.Length];
    private readonly double[] _values = new double[at.Values.Length];
    private readonly double[] _errors = new double[at.Values.Length];

    /// <inheritdoc/>
    public override long Operations => 6L * at.Values.Length * body.Operations;

    /// <inheritdoc/>
    public override string Obstacle => "the gradient of a gradient inside an expression";

    /// <inheritdoc/>
    public override void Forward()
    {
        body.Begin();
        at.Values.CopyTo(body.Bound);
        body.Evaluate();
        var magnitude = body.Magnitude;
        var typical = at.Norm() / Math.Sqrt(at.Values.Length);
        var scale = typical > 0 && double.IsFinite(typical) ? Math.ScaleB(1, (int)Math.Round(Math.Log2(typical))) : 1;
        var least = double.PositiveInfinity;
        foreach (var exponent in Exponents)
        {
            Differentiate(Math.ScaleB(scale, -exponent), magnitude);
            var (error, norm) = (Largest(_errors), Largest(_values));
            if (error < least)
            {
                least = error;
                _values.CopyTo(_best, 0);
                _errors.CopyTo(_bestErrors, 0);
            }

            if (error <= GoodEnough * Math.Max(norm, magnitude / scale))
            {
                break;
            }
        }

        if (double.IsFinite(least))
        {
            Write(_best, _bestErrors, magnitude / scale);
        }
        else
        {
            WriteUndefined();
        }
    }

    private void Differentiate(double step, double magnitude)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var (first, second, third) = (Central(i, step), Central(i, 2 * step), Central(i, 4 * step));
            var (fine, coarse) = (((4 * first) - second) / 3, ((4 * second) - third) / 3);
            _values[i] = ((16 * fine) - coarse) / 15;
            var rounding = (Rounding + body.RelativeError) * (magnitude + (Math.Abs(_values[i]) * (Math.Abs(at.Values[i]) + step)));
            _errors[i] = Math.Abs(_values[i] - fine) + (rounding / step);
        }
    }

    private double Central(int entry, double step)
    {
        var x = at.Values[entry];
        var bound = body.Bound;
        bound[entry] = x + step;
        body.Evaluate();
        var above = body.Scalar;
        bound[entry] = x - step;
        body.Evaluate();
        bound[entry] = x;
        return (above - body.Scalar) / (2 * step);
    }

    // NaN where an entry is.
    private static double Largest(double[] entries)
    {
        var largest = 0.0;
        foreach (var entry in entries)
        {
            largest = Math.Max(largest, Math.Abs(entry));
        }

        return largest;
    }
}
