using System.Collections.Immutable;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Flows;
using Verify.Simulation.Instances;
using Verify.Simulation.Tests.Flows;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Flows of entries that one scalar couples, in few numbers.</summary>
public sealed class SeparableFlowTests
{
    private const int Size = 24;
    private static readonly Symbol[] Variables = [SampleSymbols.U, SampleSymbols.Scalar];
    private static readonly Expr Λ = Expr.Of(SampleSymbols.Λ);
    private static readonly Expr U = Expr.Of(SampleSymbols.U);
    private static readonly Expr S = Expr.Of(SampleSymbols.Scalar);
    private static readonly Expr Reduced = DenseLosses.Reduced(Λ, S, U, Expr.Of(SampleSymbols.N));

    private static readonly Instance At = new(
        ImmutableDictionary<Dimension, int>.Empty.Add(SampleSymbols.D, Size).Add(SampleSymbols.N, 40),
        ImmutableDictionary<Symbol, Matrix>.Empty.Add(SampleSymbols.Λ, Matrix.Of(Size, Size, (i, j) => i == j ? 0.1 + (0.13 * i) : 0)),
        (_, _, _) => []);

    private static AdjointSweep Sweep(Expr loss) => DenseProgram.Compile([loss], At, Variables).Differentiate(0);

    private static double[] Begin()
    {
        var draw = new SeededDraw(5);
        return [.. Enumerable.Range(0, Size * Size).Select(_ => 0.02 * draw.Symmetric()), 0.2];
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(30)]
    public void The_reduced_flow_takes_the_path_of_the_whole_one(double horizon)
    {
        var method = StiffnessSwitch.At(new(1e-10));
        var whole = method.Integrate(new GradientField(Sweep(Reduced), [Size * Size]), Begin(), horizon);
        var few = SeparableFlow.Of(Sweep(Reduced), Size * Size, Begin())!;
        var restored = few.Restore(method.Integrate(few, few.Start, horizon).State);
        Assert.True(SolvedFlow.Distance(whole.State, restored) < 1e-8, $"{SolvedFlow.Distance(whole.State, restored)}");
    }

    [Fact]
    public void A_loss_of_another_form_is_found_out()
    {
        var coupled = Expr.Add(Reduced, Expr.Times(Expr.Of(new Rational(1, 1000)), Expr.TraceOf(Expr.Times(U, Λ, U))));
        var quartic = Expr.Add(Reduced, Expr.Times(Expr.Of(new Rational(1, 1000)), Expr.Pow(Expr.TraceOf(Expr.Times(U, Expr.TransposeOf(U))), 2)));
        Assert.Null(SeparableFlow.Of(Sweep(coupled), Size * Size, Begin()));
        Assert.Null(SeparableFlow.Of(Sweep(quartic), Size * Size, Begin()));
    }

    [Fact]
    public void Lumps_add_up_to_what_their_entries_do() =>
        Prop.ForAll(Gen.Choose(1, 400).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (n, seed) =>
        {
            var draw = new SeededDraw((ulong)seed);
            double[] rates = [.. Enumerable.Range(0, n).Select(_ => Math.Exp(0.1 * draw.Symmetric()))];
            double[] start = [.. Enumerable.Range(0, n).Select(_ => draw.Symmetric())];
            var lumps = new DecayLumps([.. Enumerable.Range(0, n)], rates, start);
            double Sum(double[] c, double[] y, double τ) => c.Zip(y, (rate, z) => rate * z * z * Math.Exp(-2 * rate * τ)).Sum();
            return new[] { 0, 0.5, 3 }.All(τ => Math.Abs(Sum(rates, start, τ) - Sum(lumps.Rates, lumps.Start, τ)) <= 1e-9 * Sum(rates, start, τ));
        }).Holds(100);
}
