using System.Collections.Immutable;
using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Simulation.Dense;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Benchmarks.AgainstPython;

/// <summary>The flow of the reduced loss at N = 20, from its claim: the spectrum geometric with the given condition and trace d, the start as in Assumption 3.3, random from a seed.</summary>
internal sealed class ReducedFlow
{
    private const int Runs = 7;
    private const double Tolerance = 1e-10;

    // Long steps of the implicit method add up their errors in the conserved quantity; so it is held within 1e-10 as well.
    private const double StiffTolerance = 5e-13;
    private const double AtRest = 1e-7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private const string Text = """
        dim    d, N
        matrix Λ : d × d, spd
        param  U : d × d
        param  u : scalar
        let Γ = (1 + 1/N) Λ + tr(Λ)/N * I
        claim "balance": u^2 - tr(U U') conserved along flow(1/2 u^2 tr(Γ Λ U Λ U') - u tr(Λ^2 U'); U, u)
        """;

    private readonly AdjointSweep _sweep;
    private readonly GradientField _field;
    private readonly double[] _start;
    private readonly IFlowMethod _method;

    /// <summary>The flow in the eigenbasis of Λ, or dense as it stands. Its horizon is where it has come to rest.</summary>
    public ReducedFlow(int d, double condition, bool dense)
    {
        var claim = ClaimReader.ReadText("reduced.claim", Text).Claims[0];
        var flow = ((Conserved)claim.Statement).Flow;
        var sizes = claim.Dimensions.ToImmutableDictionary(dimension => dimension, dimension => dimension.Name == "d" ? d : 20);
        var (covariance, start) = Draw(d, condition, new Random(1));
        var instance = new Instance(sizes, ImmutableDictionary<Symbol, Matrix>.Empty.Add(claim.Symbols.Single(symbol => symbol.Name == "Λ"), covariance), (_, _, _) => []);
        var rotation = dense ? null : Rotation.Of(flow.Loss, flow.Parameters, instance) ?? throw new InvalidOperationException("The flow has no eigenbasis.");
        _start = [.. start];
        rotation?.Into(start, _start);
        _sweep = DenseProgram.Compile([flow.Loss], rotation?.Instance ?? instance, flow.Parameters).Differentiate(0);
        _field = new(_sweep);
        _method = condition > 30 ? new ExtrapolatedMidpoint(new(StiffTolerance, StiffTolerance * 1e-3, 0)) : new DormandPrince(new(Tolerance, Tolerance * 1e-3, 0));
        Horizon = _method.Integrate(_field, _start, double.PositiveInfinity, [FlowEvent.Convergence(_field, _start, AtRest)]).Time;
    }

    /// <summary>The time to which both sides integrate.</summary>
    public double Horizon { get; }

    /// <summary>The flow to its horizon, with the Jacobian as a dense matrix.</summary>
    public FlowResult ByDenseJacobian() => _method.Integrate(_field, _start, Horizon);

    /// <summary>The same with u, the last entry, as all that couples the others.</summary>
    public FlowResult ByArrowhead() => _method.Integrate(GradientField.Of(_sweep, [_start.Length - 1], _start), _start, Horizon);

    /// <summary>Seconds, the median of several runs once the code is warm; evaluations; and the largest |u² - tr(UU')| / u² at and inside the steps.</summary>
    public (double Seconds, long Evaluations, double Drift) Measure()
    {
        var evaluations = 0L;
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
        {
            _method.Integrate(_field, _start, Horizon);
        }

        var seconds = Median.Of(Enumerable.Range(0, Runs).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            evaluations = _method.Integrate(_field, _start, Horizon).Evaluations;
            return clock.Elapsed.TotalSeconds;
        }));
        var (drift, state) = (0.0, new double[_start.Length]);
        _method.Integrate(_field, _start, Horizon, observe: step =>
        {
            foreach (var part in new[] { 0.25, 0.5, 0.75, 1 })
            {
                step.Interpolate(step.Start + (part * (step.End - step.Start)), state);
                var square = state[^1] * state[^1];
                drift = Math.Max(drift, Math.Abs(square - state[..^1].Sum(x => x * x)) / square);
            }
        });
        return (seconds, evaluations, drift);
    }

    private static (Matrix Covariance, double[] Start) Draw(int d, double condition, Random random)
    {
        Matrix<double> Normal() => Matrix<double>.Build.Dense(d, d, (_, _) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var spectrum = Vector<double>.Build.Dense(d, i => Math.Pow(condition, -i / (d - 1.0)));
        spectrum *= d / spectrum.Sum();
        var basis = Normal().QR().Q;
        var covariance = basis * Matrix<double>.Build.DenseOfDiagonalVector(spectrum) * basis.Transpose();
        var gamma = ((1 + (1 / 20.0)) * spectrum.Maximum()) + (d / 20.0);
        var scale = Math.Sqrt(1 / (gamma * Math.Sqrt(d)));
        var half = Normal();
        var theta = half * half.Transpose();
        theta /= theta.FrobeniusNorm();
        return (Matrix.Of(d, d, (i, j) => (covariance[i, j] + covariance[j, i]) / 2), [.. Enumerable.Range(0, d * d).Select(place => scale * theta[place / d, place % d]), scale]);
    }
}
