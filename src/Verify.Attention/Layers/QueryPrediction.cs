using Verify.Attention.Prompts;
using Verify.Simulation.Instances;

namespace Verify.Attention.Layers;

/// <summary>
/// The entry (d+1, M+1) of the layer's output, ŷ = r'(Z Z'/M) K z with r' the last row of W^PV, K = W^KQ and z = [q; 0] the last column of Z, in O(M d) operations. No block is
/// left out: the entry does not depend on others. Its gradient is (Z Z'/M) K z in the last row of W^PV, (Z Z'/M) r z' in W^KQ, and 0 elsewhere. Not for use by several threads.
/// </summary>
internal sealed class QueryPrediction(int d)
{
    private readonly double[] _row = new double[d + 1];
    private readonly double[] _key = new double[d + 1];
    private readonly double[] _byRow = new double[d + 1];
    private readonly double[] _byKey = new double[d + 1];

    /// <summary>ŷ for a prompt.</summary>
    public double Of(ReadOnlySpan<double> state, Prompt prompt)
    {
        Begin(state, prompt);
        var sum = 0.0;
        for (var i = 0; i < prompt.Pairs; i++)
        {
            var x = prompt.Input(i);
            var y = prompt.Labels[i];
            sum += (Flat.Dot(_row.AsSpan(0, d), x) + (_row[d] * y)) * (Flat.Dot(_key.AsSpan(0, d), x) + (_key[d] * y));
        }

        return (sum + (Flat.Dot(_row.AsSpan(0, d), prompt.Query) * Flat.Dot(_key.AsSpan(0, d), prompt.Query))) / prompt.Pairs;
    }

    /// <summary>ŷ, and the gradient of ½ (ŷ - target)² added to the span of the state's length.</summary>
    public double AddGradient(ReadOnlySpan<double> state, Prompt prompt, Span<double> gradient)
    {
        var prediction = Of(state, prompt);
        Array.Clear(_byRow);
        Array.Clear(_byKey);
        for (var i = 0; i <= prompt.Pairs; i++)
        {
            var x = i < prompt.Pairs ? prompt.Input(i) : prompt.Query;
            var y = i < prompt.Pairs ? prompt.Labels[i] : 0;
            var alongRow = Flat.Dot(_row.AsSpan(0, d), x) + (_row[d] * y);
            var alongKey = Flat.Dot(_key.AsSpan(0, d), x) + (_key[d] * y);
            Flat.AddScaled(_byRow.AsSpan(0, d), alongKey, x);
            Flat.AddScaled(_byKey.AsSpan(0, d), alongRow, x);
            _byRow[d] += alongKey * y;
            _byKey[d] += alongRow * y;
        }

        var factor = (prediction - prompt.Target) / prompt.Pairs;
        var side = d + 1;
        Flat.AddScaled(gradient.Slice(d * side, side), factor, _byRow);
        for (var i = 0; i < side; i++)
        {
            Flat.AddScaled(gradient.Slice((side * side) + (i * side), d), factor * _byKey[i], prompt.Query);
        }

        return prediction;
    }

    // The last row of W^PV, and K z.
    private void Begin(ReadOnlySpan<double> state, Prompt prompt)
    {
        var side = d + 1;
        state.Slice(d * side, side).CopyTo(_row);
        for (var i = 0; i < side; i++)
        {
            _key[i] = Flat.Dot(state.Slice((side * side) + (i * side), d), prompt.Query);
        }
    }
}
