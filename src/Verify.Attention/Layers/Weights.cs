using System.Collections.Immutable;
using Verify.Simulation.Dense;

namespace Verify.Attention.Layers;

/// <summary>The weights θ = (W^PV, W^KQ) of a layer, both (d+1) × (d+1).</summary>
/// <param name="D">d, the dimension of an input.</param>
/// <param name="State">W^PV and then W^KQ, each row by row: 2 (d+1)² numbers.</param>
internal sealed record Weights(int D, ImmutableArray<double> State)
{
    /// <summary>How many numbers a state has.</summary>
    public static int LengthFor(int d) => 2 * (d + 1) * (d + 1);

    /// <summary>W^PV.</summary>
    public Matrix Value => Half(0);

    /// <summary>W^KQ.</summary>
    public Matrix KeyQuery => Half(1);

    /// <summary>u, the entry of W^PV that (4.1) does not leave at 0.</summary>
    public double Scale => State[BlockPlaces.Of("u", D)[0]];

    /// <summary>U, d × d: the upper left block of W^KQ.</summary>
    public Matrix Upper => Block("U");

    /// <summary>u U, d × d: what predicts, ŷ = q'(uU)'(1/M Σ yᵢxᵢ), where the other weights that act are 0.</summary>
    public Matrix Effective => Matrix.Of(D, D, (i, j) => Scale * Upper[i, j]);

    /// <summary>The weights with these numbers. Another length than 2 (d+1)² throws <see cref="ArgumentException"/>.</summary>
    public static Weights Of(int d, ReadOnlySpan<double> state) =>
        state.Length == LengthFor(d) ? new(d, [.. state]) : throw new ArgumentException($"{state.Length} weights for d = {d}", nameof(state));

    /// <summary>U and u, the others 0: the form of (3.10) and (4.1).</summary>
    public static Weights OfBlocks(Matrix upper, double scale)
    {
        var d = upper.Rows;
        var state = new double[LengthFor(d)];
        var places = BlockPlaces.Of("U", d);
        for (var k = 0; k < places.Length; k++)
        {
            state[places[k]] = upper.Entries[k];
        }

        state[BlockPlaces.Of("u", d)[0]] = scale;
        return Of(d, state);
    }

    private Matrix Block(string name) => new(D, D, [.. BlockPlaces.Of(name, D).Select(place => State[place])]);

    private Matrix Half(int half) => new(D + 1, D + 1, [.. State.AsSpan(half * State.Length / 2, State.Length / 2)]);
}
