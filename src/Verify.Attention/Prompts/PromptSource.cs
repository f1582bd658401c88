using Verify.Simulation.Drawing;
using Verify.Simulation.Instances;

namespace Verify.Attention.Prompts;

/// <summary>
/// Draws prompts in blocks of 64. A prompt depends on the seed, the label and its number alone, so that any block can be drawn again, by any thread. Not for use by several threads.
/// </summary>
internal sealed class PromptSource
{
    /// <summary>How many prompts a block has.</summary>
    public const int Block = 64;

    private readonly PromptLaw _law;
    private readonly Stream[] _streams;
    private readonly double[] _inputFactor;
    private readonly double[] _queryFactor;
    private readonly double[] _scales;

    /// <summary>The prompts of a law. A covariance that is not positive definite throws <see cref="ArgumentException"/>.</summary>
    public PromptSource(PromptLaw law, ulong seed, string label)
    {
        (_law, _scales) = (law, new double[law.D]);
        _streams =
        [
            For("X", law.Pairs * law.D), For("q", law.D), For("w", law.Task is null ? law.D : 0), For("e", law.Noise == 0 ? 0 : law.Pairs),
            For("Λ", law.Inputs is ExponentialCovariance ? 2 * law.D : 0),
        ];
        _inputFactor = law.Inputs is FixedCovariance inputs ? Factor(inputs.Value) : [];
        _queryFactor = law.Query is OtherQuery query ? Factor(query.Value) : [];
        Prompts = [.. Enumerable.Range(0, Block).Select(_ => new Prompt(law.D, law.Pairs))];
        foreach (var prompt in Prompts)
        {
            law.Task?.Entries.CopyTo(prompt.Task, 0);
        }

        Stream For(string symbol, int entries) => new(StreamKey.For(seed, $"{label} {symbol}"), new double[Block * entries]);
    }

    /// <summary>The prompts as last drawn.</summary>
    public IReadOnlyList<Prompt> Prompts { get; }

    /// <summary>Draws the block of a number: prompts 64 number … 64 number + 63.</summary>
    public void Draw(long number)
    {
        foreach (var stream in _streams)
        {
            Normals.Fill(stream.Key, (ulong)number * Block, Block, stream.Values.Length / Block, stream.Values);
        }

        for (var b = 0; b < Block; b++)
        {
            Fill(Prompts[b], b);
        }
    }

    private void Fill(Prompt prompt, int b)
    {
        var (d, pairs) = (_law.D, _law.Pairs);
        DrawScales(b);
        Copy(0, b, prompt.Inputs);
        for (var i = 0; i < pairs; i++)
        {
            Colour(_inputFactor, prompt.Input(i));
        }

        Copy(1, b, prompt.Query);
        Copy(2, b, prompt.Task);
        Copy(3, b, prompt.Labels);
        for (var i = 0; i < pairs; i++)
        {
            var label = Flat.Dot(prompt.Input(i), prompt.Task);
            prompt.Labels[i] = _law.Noise == 0 ? label : label + (_law.Noise * prompt.Labels[i]);
        }

        switch (_law.Query)
        {
            case OtherQuery:
                Colour(_queryFactor, prompt.Query);
                break;
            case OrthogonalQuery:
                Complement.Project(prompt.Inputs, d, prompt.Query);
                break;
            default:
                Colour(_inputFactor, prompt.Query);
                break;
        }

        prompt.Target = Flat.Dot(prompt.Task, prompt.Query);
    }

    // (g² + g'²)/2 of two normal numbers is Exponential(1).
    private void DrawScales(int b)
    {
        if (_law.Inputs is not ExponentialCovariance { Factor: var factor })
        {
            return;
        }

        var normals = _streams[4].Values;
        for (var i = 0; i < _scales.Length; i++)
        {
            var (g, h) = (normals[(2 * i * Block) + b], normals[(((2 * i) + 1) * Block) + b]);
            _scales[i] = Math.Sqrt(factor * ((g * g) + (h * h)) / 2);
        }
    }

    // x becomes L x with C = L L', or diag(scales) x where the covariance is drawn.
    private void Colour(double[] factor, Span<double> x)
    {
        var d = x.Length;
        for (var i = d - 1; i >= 0; i--)
        {
            x[i] = factor.Length == 0 ? _scales[i] * x[i] : Flat.Dot(factor.AsSpan(i * d, i + 1), x[..(i + 1)]);
        }
    }

    private void Copy(int stream, int b, Span<double> values)
    {
        var drawn = _streams[stream].Values;
        for (var j = 0; j < drawn.Length / Block; j++)
        {
            values[j] = drawn[(j * Block) + b];
        }
    }

    private static double[] Factor(Simulation.Dense.Matrix covariance)
    {
        double[] factor = [.. covariance.Entries];
        return Cholesky.Factorise(factor, covariance.Rows) ? factor : throw new ArgumentException("a covariance that is not positive definite", nameof(covariance));
    }

    /// <summary>The numbers of one random symbol: entry j of prompt b at 64 j + b.</summary>
    private sealed record Stream(StreamKey Key, double[] Values);
}
