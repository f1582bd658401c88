using Verify.Simulation.Dense;

namespace Verify.Attention.Prompts;

/// <summary>One prompt: M pairs (xᵢ, yᵢ), a query q and the target w'q. A buffer that is drawn into again and again.</summary>
internal sealed class Prompt(int d, int pairs)
{
    /// <summary>d.</summary>
    public int D => d;

    /// <summary>M.</summary>
    public int Pairs => pairs;

    /// <summary>X, M × d, row by row.</summary>
    public double[] Inputs { get; } = new double[pairs * d];

    /// <summary>y, of length M.</summary>
    public double[] Labels { get; } = new double[pairs];

    /// <summary>q, of length d.</summary>
    public double[] Query { get; } = new double[d];

    /// <summary>w, of length d.</summary>
    public double[] Task { get; } = new double[d];

    /// <summary>w'q.</summary>
    public double Target { get; set; }

    /// <summary>xᵢ.</summary>
    public Span<double> Input(int i) => Inputs.AsSpan(i * d, d);

    /// <summary>The embedded prompt (3.4), [X', q; y', 0], (d+1) × (M+1).</summary>
    public Matrix Embedded() => Matrix.Of(d + 1, pairs + 1, (i, j) =>
        i < d ? (j < pairs ? Inputs[(j * d) + i] : Query[i]) : j < pairs ? Labels[j] : 0);
}
