using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Flows;

/// <summary>
/// A symmetric Jacobian that is diagonal but for the rows and columns of a few components, its border: J = [D, C; C', G]. Then (I - η J) x = b is solved by the
/// Schur complement I - η G - η² C' (I - η D)^-1 C of the border, and everything takes time and memory in proportion to the number of components. The Jacobian
/// takes one evaluation for D, all components moved at once, and one for each component of the border.
/// </summary>
internal sealed class ArrowheadLinearization : ILinearization
{
    private const double Difference = 1.5e-8;
    private const double OfLargest = 0.1;
    private const double Probe = 1e-6;
    private const double Stray = 1e-4;
    private readonly IVectorField _field;
    private readonly ImmutableArray<int> _border;
    private readonly int _n;
    private readonly double[] _diagonal;
    private readonly double[] _inverse;
    private readonly double[] _moved;
    private readonly double[][] _columns;
    private readonly double[] _sums;
    private Matrix<double>? _complement;
    private double _eta;

    /// <summary>Makes the buffers for a field and the places of its border.</summary>
    public ArrowheadLinearization(IVectorField field, ImmutableArray<int> border)
    {
        (_field, _border, _n) = (field, border, field.Dimension);
        (_diagonal, _inverse, _moved) = (new double[_n], new double[_n], new double[_n]);
        _columns = [.. border.Select(_ => new double[_n])];
        _sums = new double[border.Length];
    }

    /// <inheritdoc/>
    public long Evaluations { get; private set; }

    /// <summary>
    /// Whether a field has such a Jacobian, with an empty border even a diagonal one: at a random state as large as the given one a small random step must change f
    /// by J times the step, to a ten-thousandth of ‖f(moved) - f‖ and, in the border, of each change. Entries elsewhere that are not 0 would show in a random direction.
    /// </summary>
    public static bool Fits(IVectorField field, ImmutableArray<int> border, ReadOnlySpan<double> near)
    {
        var (n, random, scale) = (field.Dimension, SplitMix.For(0, "arrowhead"), 0.0);
        foreach (var entry in near)
        {
            scale = Math.Max(scale, Math.Abs(entry));
        }

        scale = scale > 0 ? scale : 1;
        var (state, step, rate, change) = (new double[n], new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            (state[i], step[i]) = (scale * random.Normal(), Probe * scale * random.Normal());
        }

        field.Rate(state, rate);
        var linear = new ArrowheadLinearization(field, border);
        linear.At(state, rate);
        field.Rate([.. state.Zip(step, (x, dx) => x + dx)], change);
        linear.Subtract(step, rate, change, out var size, out var left, out var inBorder);
        return left <= Stray * size && inBorder;
    }

    /// <inheritdoc/>
    public void At(ReadOnlySpan<double> state, ReadOnlySpan<double> rate)
    {
        var floor = 1e-150;
        foreach (var entry in state)
        {
            floor = Math.Max(floor, OfLargest * Math.Abs(entry));
        }

        for (var i = 0; i < _n; i++)
        {
            _moved[i] = state[i] + (Difference * Math.Max(Math.Abs(state[i]), floor));
        }

        foreach (var place in _border)
        {
            _moved[place] = state[place];
        }

        _field.Rate(_moved, _diagonal);
        for (var i = 0; i < _n; i++)
        {
            _diagonal[i] = (_diagonal[i] - rate[i]) / (_moved[i] - state[i]);
        }

        foreach (var (k, place) in _border.Index())
        {
            _diagonal[place] = 0;
            state.CopyTo(_moved);
            _moved[place] += Difference * Math.Max(Math.Abs(state[place]), floor);
            var (step, column) = (_moved[place] - state[place], _columns[k]);
            _field.Rate(_moved, column);
            for (var i = 0; i < _n; i++)
            {
                column[i] = (column[i] - rate[i]) / step;
            }
        }

        Evaluations += 1 + _border.Length;
    }

    /// <inheritdoc/>
    public bool Factor(double eta)
    {
        _eta = eta;
        for (var i = 0; i < _n; i++)
        {
            _inverse[i] = 1 / (1 - (eta * _diagonal[i]));
        }

        foreach (var place in _border)
        {
            _inverse[place] = 0;
        }

        if (_border.IsEmpty)
        {
            return Lanes.AllFinite(_inverse);
        }

        var complement = Matrix<double>.Build.Dense(_border.Length, _border.Length, (a, b) =>
            (a == b ? 1 : 0) - (eta * _columns[b][_border[a]]) - (eta * eta * Weighted(_columns[a], _columns[b])));
        _complement = complement.Determinant() is var determinant && double.IsFinite(determinant) && determinant != 0 ? complement.Inverse() : null;
        return _complement is not null && Lanes.AllFinite(_inverse);
    }

    /// <inheritdoc/>
    public void Solve(double[] b)
    {
        foreach (var (k, place) in _border.Index())
        {
            _sums[k] = b[place] + (_eta * Weighted(_columns[k], b));
        }

        for (var i = 0; i < _n; i++)
        {
            b[i] *= _inverse[i];
        }

        var border = _border.IsEmpty ? [] : (_complement! * Vector<double>.Build.Dense(_sums)).AsArray();
        for (var k = 0; k < border.Length; k++)
        {
            var (factor, column) = (_eta * border[k], _columns[k]);
            for (var i = 0; i < _n; i++)
            {
                b[i] += factor * column[i] * _inverse[i];
            }
        }

        foreach (var (k, place) in _border.Index())
        {
            b[place] = border[k];
        }
    }

    // Σ_i x_i y_i / (1 - η d_i) outside the border.
    private double Weighted(double[] x, double[] y)
    {
        double even = 0, odd = 0;
        var i = 0;
        for (; i + 1 < _n; i += 2)
        {
            even += x[i] * y[i] * _inverse[i];
            odd += x[i + 1] * y[i + 1] * _inverse[i + 1];
        }

        return even + odd + (i < _n ? x[i] * y[i] * _inverse[i] : 0);
    }

    // What is left of a change of f after J times the step.
    private void Subtract(double[] step, double[] rate, double[] moved, out double size, out double left, out bool inBorder)
    {
        var (changes, strays) = (0.0, 0.0);
        var (sums, own) = (new double[_border.Length], new double[_border.Length]);
        for (var i = 0; i < _n; i++)
        {
            var (change, place) = (moved[i] - rate[i], _border.IndexOf(i));
            var expected = _diagonal[i] * step[i];
            for (var k = 0; k < _border.Length; k++)
            {
                expected += _columns[k][i] * step[_border[k]];
                sums[k] += place < 0 ? _columns[k][i] * step[i] : 0;
            }

            if (place >= 0)
            {
                own[place] = change - expected;
                continue;
            }

            changes += change * change;
            strays += (change - expected) * (change - expected);
        }

        (size, left) = (Math.Sqrt(changes), Math.Sqrt(strays));
        inBorder = own.Zip(sums, (change, sum) => Math.Abs(change - sum) <= 10 * Stray * Math.Max(Math.Abs(change), Math.Abs(sum))).All(fits => fits);
    }
}
