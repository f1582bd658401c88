namespace Verify.Simulation.Flows;

/// <summary>The part of a step up to a time inside it.</summary>
internal sealed class CutStep(IFlowStep whole, double end, double[] state, double[] rate) : IFlowStep
{
    /// <inheritdoc/>
    public string Method => whole.Method;

    /// <inheritdoc/>
    public double Start => whole.Start;

    /// <inheritdoc/>
    public double End => end;

    /// <inheritdoc/>
    public ReadOnlySpan<double> StartState => whole.StartState;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndState => state;

    /// <inheritdoc/>
    public ReadOnlySpan<double> EndRate => rate;

    /// <inheritdoc/>
    public void Interpolate(double time, Span<double> state) => whole.Interpolate(time, state);
}
