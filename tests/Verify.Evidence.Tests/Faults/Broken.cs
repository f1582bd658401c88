using Verify.Language.Reading;
using Verify.Simulation;
using Verify.Simulation.Dense;
using Verify.Simulation.Drawing;
using Verify.Simulation.Flows;
using Verify.Simulation.Sampling;
using Verify.Simulation.Sampling.Steps;
using Verify.Testing;

namespace Verify.Evidence.Tests.Faults;

/// <summary>Simulations with one part broken, put to claims of the catalogue beside the algebra.</summary>
internal static class Broken
{
    /// <summary>Every covariance counts as I.</summary>
    public static Parts LostFactor { get; } = Drawing(Machinery.Sound with { Factor = covariance => Identity(covariance.Rows) });

    /// <summary>All random symbols of a claim draw the same numbers.</summary>
    public static Parts SharedStream { get; } = Drawing(Machinery.Sound with { Stream = (seed, _) => StreamKey.For(seed, "one for all") });

    /// <summary>Sums of products lose their last one.</summary>
    public static Parts LostProduct { get; } = Drawing(Machinery.Sound with { Combine = sum => sum with { Left = Shorter(sum.Left), Right = Shorter(sum.Right) } });

    /// <summary>An integrator in which h is left out before the stages' argument.</summary>
    public static Parts ForgottenStep { get; } = Parts.Sound with { Flow = new StepForgotten(Parts.Sound.Flow) };

    /// <summary>Runge-Kutta 4 with steps of a fixed size.</summary>
    public static Parts Coarse(double step) => Parts.Sound with { Flow = new ClassicalRungeKutta(step) };

    /// <summary>What is reported of the claims of a file of the catalogue by the algebra and a simulation of the given parts.</summary>
    public static IReadOnlyList<ClaimReport> Reports(Parts parts, string folder, string name, params string[] claims)
    {
        var file = ClaimReader.Read(RepositoryFiles.PathOf("proofs", folder, name));
        var chosen = file with { Claims = [.. file.Claims.Where(claim => claims.Length == 0 || claims.Contains(claim.Name))] };
        Assert.NotEmpty(chosen.Claims);
        return [.. Checker.Check([chosen], RunSettings.Default with { Routes = [RouteCatalogue.Built[0], new SimulationRoute(parts)] }, _ => { }, CancellationToken.None).Claims];
    }

    /// <summary>The names of the claims on which a simulation of the given parts contradicts the algebra.</summary>
    public static IReadOnlyList<string> Conflicts(Parts parts, string folder, string name, params string[] claims) =>
        [.. Reports(parts, folder, name, claims).Where(report => report.Verdict == Verdict.Conflict).Select(report => report.Claim.Name)];

    private static Parts Drawing(Machinery machinery) => Parts.Sound with { Sampling = machinery };

    private static int[] Shorter(int[] places) => places.Length == 0 ? places : places[..^1];

    private static Matrix Identity(int size) => new(size, size, [.. Enumerable.Range(0, size * size).Select(place => place % (size + 1) == 0 ? 1.0 : 0.0)]);

    /// <summary>Each evaluation is at y + f(y)/2 where y + h f(y)/2 was meant.</summary>
    private sealed class StepForgotten(IFlowMethod sound) : IFlowMethod
    {
        public string Name => sound.Name;

        public int Order => sound.Order;

        public int DenseOrder => sound.DenseOrder;

        public IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state) => sound.Begin(new Field(field), time, state);

        private sealed class Field(IVectorField meant) : IVectorField
        {
            private readonly double[] _argument = new double[meant.Dimension];

            public int Dimension => meant.Dimension;

            public void Rate(ReadOnlySpan<double> state, Span<double> rate)
            {
                meant.Rate(state, rate);
                for (var i = 0; i < rate.Length; i++)
                {
                    _argument[i] = state[i] + (rate[i] / 2);
                }

                meant.Rate(_argument, rate);
            }
        }
    }
}
