using MathNet.Numerics.LinearAlgebra;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Dense;

/// <summary>
/// The gradient flow of Σ_i (a_i α(u) y_i² / 2 - b_i β(u) y_i) + γ(u) with polynomials α, β, γ' of one scalar u, in few numbers. Entries without a source, b_i = 0, decay by
/// y_i(0) exp(-a_i τ) with the one τ = ∫ α(u) dt and act on u through Σ a_i y_i² alone, so that <see cref="DecayLumps"/> stand for them; the entries with a source and u
/// stay as they are. The state holds the entries with a source, the lumps, and u.
/// </summary>
internal sealed class SeparableFlow : IVectorField
{
    private const int Degree = 4;
    private const double Fit = 1e-10;
    private const double Noise = 1e-12;
    private readonly int _place;
    private readonly double _unit;
    private readonly int[] _kept;
    private readonly DecayLumps _lumps;
    private readonly double[] _squares;
    private readonly double[] _sources;
    private readonly double[] _alpha;
    private readonly double[] _beta;
    private readonly double[] _gamma;

    private SeparableFlow(double[] start, int place, double unit, double[] squares, double[] sources, double[][] polynomials)
    {
        _unit = unit;
        (_place, _alpha, _beta, _gamma) = (place, polynomials[0], polynomials[1], polynomials[2]);
        bool IsSilent(int i) => sources[i] == 0 && squares[i] > 0;
        int[] entries = [.. Enumerable.Range(0, start.Length).Where(i => i != place)];
        _kept = [.. entries.Where(i => !IsSilent(i))];
        _lumps = new([.. entries.Where(IsSilent)], squares, start);
        _squares = [.. _kept.Select(i => squares[i]), .. _lumps.Rates];
        _sources = [.. _kept.Select(i => sources[i]), .. new double[_lumps.Rates.Length]];
        Start = [.. _kept.Select(i => start[i]), .. _lumps.Start, start[place]];
    }

    /// <summary>Where it starts.</summary>
    public double[] Start { get; }

    /// <inheritdoc/>
    public int Dimension => Start.Length;

    /// <inheritdoc/>
    public int Width => 3;

    /// <summary>
    /// The flow of a loss from a start, u at the given place of its state; null where the loss has another form: at a random state the gradient must be that of the form to
    /// 10^-10, with the coefficients and the polynomials, of degree up to 4, that its values at y = 0 and y = 1 determine.
    /// </summary>
    public static SeparableFlow? Of(AdjointSweep sweep, int place, double[] start)
    {
        var (n, unit) = (start.Length, start[place] == 0 ? 1 : Math.Abs(start[place]));
        double[] Gradient(Func<int, double> entry, double u)
        {
            var gradient = new double[n];
            sweep.Evaluate([.. Enumerable.Range(0, n).Select(i => i == place ? u : entry(i))], gradient);
            return gradient;
        }

        double[] times = [-2, -1, 1, 2, 3];
        var (sources, squares) = (Gradient(_ => 0, unit), Gradient(_ => 1, unit));
        for (var i = 0; i < n; i++)
        {
            (sources[i], squares[i]) = i == place ? (0, 0) : (-sources[i], squares[i] - sources[i]);
        }

        var (steepest, strongest) = (Largest(squares), Largest(sources));
        var powers = Matrix<double>.Build.Dense(times.Length, Degree + 1, (k, power) => Math.Pow(times[k], power));
        var values = times.Select(time => (AtZero: Gradient(_ => 0, time * unit), AtOne: Gradient(_ => 1, time * unit))).ToList();

        // In powers of u over its start; a coefficient of rounding size is 0, or it would grow where u does.
        double[] Through(Func<(double[] AtZero, double[] AtOne), double> value)
        {
            var polynomial = powers.Solve(Vector<double>.Build.DenseOfEnumerable(values.Select(value)));
            var noise = Noise * polynomial.AbsoluteMaximum();
            return [.. polynomial.Select(coefficient => Math.Abs(coefficient) <= noise ? 0 : coefficient)];
        }

        var flow = new SeparableFlow(start, place, unit, squares, sources,
        [
            Through(at => squares[steepest] == 0 ? 0 : (at.AtOne[steepest] - at.AtZero[steepest]) / squares[steepest]),
            Through(at => sources[strongest] == 0 ? 0 : -at.AtZero[strongest] / sources[strongest]),
            Through(at => at.AtZero[place]),
        ]);
        var (random, scale) = (SplitMix.For(0, "separable"), Math.Abs(start[Largest(start)]));
        double[] state = [.. Enumerable.Range(0, n).Select(_ => scale * random.Normal())];
        var gradient = Gradient(i => state[i], state[place]);
        return flow.Predicts(state, squares, sources, gradient) ? flow : null;
    }

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate)
    {
        var u = state[^1];
        var (alpha, beta, square, linear) = (At(_alpha, u), At(_beta, u), 0.0, 0.0);
        for (var i = 0; i < _squares.Length; i++)
        {
            var y = state[i];
            rate[i] = (_sources[i] * beta) - (_squares[i] * alpha * y);
            square += _squares[i] * y * y;
            linear += _sources[i] * y;
        }

        rate[^1] = (SlopeAt(_beta, u) * linear) - (0.5 * SlopeAt(_alpha, u) * square) - At(_gamma, u);
    }

    /// <inheritdoc/>
    public ILinearization Linearize() => new ArrowheadLinearization(this, [Dimension - 1]);

    /// <summary>A state in full.</summary>
    public double[] Restore(ReadOnlySpan<double> state)
    {
        var full = new double[_kept.Length + _lumps.Count + 1];
        for (var k = 0; k < _kept.Length; k++)
        {
            full[_kept[k]] = state[k];
        }

        _lumps.Restore(state[_kept.Length..^1], full);
        full[_place] = state[^1];
        return full;
    }

    private bool Predicts(double[] state, double[] squares, double[] sources, double[] gradient)
    {
        var u = state[_place];
        var (alpha, beta, square, linear, size, left) = (At(_alpha, u), At(_beta, u), 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < state.Length; i++)
        {
            if (i != _place)
            {
                var difference = gradient[i] - ((squares[i] * alpha * state[i]) - (sources[i] * beta));
                (size, left) = (size + (gradient[i] * gradient[i]), left + (difference * difference));
                (square, linear) = (square + (squares[i] * state[i] * state[i]), linear + (sources[i] * state[i]));
            }
        }

        var (falling, rising) = (0.5 * SlopeAt(_alpha, u) * square, SlopeAt(_beta, u) * linear);
        return left <= Fit * Fit * size && Math.Abs(gradient[_place] - (falling - rising + At(_gamma, u))) <= Fit * (Math.Abs(falling) + Math.Abs(rising));
    }

    private static int Largest(double[] values)
    {
        var largest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            largest = Math.Abs(values[i]) > Math.Abs(values[largest]) ? i : largest;
        }

        return largest;
    }

    private double At(double[] polynomial, double u)
    {
        var (value, relative) = (0.0, u / _unit);
        for (var k = Degree; k >= 0; k--)
        {
            value = (value * relative) + polynomial[k];
        }

        return value;
    }

    private double SlopeAt(double[] polynomial, double u)
    {
        var (value, relative) = (0.0, u / _unit);
        for (var k = Degree; k > 0; k--)
        {
            value = (value * relative) + (k * polynomial[k]);
        }

        return value / _unit;
    }
}
