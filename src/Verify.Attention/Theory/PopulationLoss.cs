using System.Collections.Concurrent;
using System.Collections.Immutable;
using Verify.Attention.Layers;
using Verify.Evidence;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Dense;
using Verify.Simulation.Flows;

namespace Verify.Attention.Theory;

/// <summary>
/// L(θ) = ½ E[(ŷ - w'q)²] and its gradient by all 2 (d+1)² weights of a layer, (3.8), compiled from the closed form that the algebra derives from the definition of L in a claim file.
/// A state is <see cref="Weights.State"/>. Not for use by several threads at a time.
/// </summary>
internal sealed class PopulationLoss : IVectorField
{
    private static readonly ConcurrentDictionary<Expr, Expr> Derived = [];
    private readonly AdjointSweep _sweep;
    private readonly int[] _places;
    private readonly double[] _blocks;
    private readonly double[] _gradient;

    private PopulationLoss(Expr loss, Values values, int d)
    {
        var form = Derived.GetOrAdd(loss, Derive);
        ImmutableArray<Symbol> parameters = [.. form.FreeSymbols.Where(symbol => symbol.Role == SymbolRole.Parameter).Order()];
        _places = [.. parameters.SelectMany(parameter => BlockPlaces.Of(parameter.Name, d))];
        (_blocks, _gradient, Dimension) = (new double[_places.Length], new double[_places.Length], Weights.LengthFor(d));
        _sweep = DenseProgram.Compile([form], values.InstanceFor(form, parameters), parameters).Differentiate(0);
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <summary>The loss on prompts of N pairs with covariance Λ, noiseless: L of lsa.setting.</summary>
    public static PopulationLoss Of(Matrix covariance, int pairs) => new(
        StatedFile.Expression("lsa.setting", "", "L"), Values.None.With("d", covariance.Rows).With("N", pairs).With("Λ", covariance), covariance.Rows);

    /// <summary>The loss on prompts of N pairs whose labels carry noise of standard deviation σ.</summary>
    public static PopulationLoss Of(Matrix covariance, int pairs, double noise) => new(
        StatedFile.Expression("lsa.setting", "scalar σ\nrandom e : N ~ normal(σ^2 I)", "1/2 E[(prediction(X w + e) - w' q)^2]"),
        Values.None.With("d", covariance.Rows).With("N", pairs).With("Λ", covariance).With("σ", noise), covariance.Rows);

    /// <summary>The loss on prompts of N pairs, each with its own covariance diag(λ₁ … λ_d), λᵢ iid Exponential(1): (4.10).</summary>
    public static PopulationLoss OfExponential(int d, int pairs) => new(
        StatedFile.Expression("random-covariance.claim", "", "L"), Values.None.With("d", d).With("N", pairs) with { Law = DegreeThree.Exponential(d) }, d);

    /// <summary>The loss at a state; its gradient, times a factor, goes to the span of the state's length.</summary>
    public double Evaluate(ReadOnlySpan<double> state, Span<double> gradient, double factor = 1)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            _blocks[i] = state[_places[i]];
        }

        var value = _sweep.Evaluate(_blocks, _gradient, factor);
        gradient.Clear();
        for (var i = 0; i < _places.Length; i++)
        {
            gradient[_places[i]] = _gradient[i];
        }

        return value;
    }

    /// <summary>The loss at a state.</summary>
    public double At(ReadOnlySpan<double> state) => Evaluate(state, new double[Dimension]);

    /// <inheritdoc/>
    public void Rate(ReadOnlySpan<double> state, Span<double> rate) => Evaluate(state, rate, factor: -1);

    private static Expr Derive(Expr loss)
    {
        var route = RouteCatalogue.Built.OfType<IDerivingRoute>().First();
        var derived = route.Derive(loss, RouteSettings.Default, CancellationToken.None);
        return derived.NormalForm ?? throw new InvalidOperationException($"the population loss has no closed form: {derived.Detail}");
    }
}
