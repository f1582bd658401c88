namespace Verify.Simulation.Flows;

/// <summary>
/// Proportional-integral control of the step of a method whose error is O(h^q): the next step is h 0.9 err^(-α) last^β, with β = 0.4/q, α = 1/q - 0.75 β
/// and the error of the step before, between a third and six times as large (Hairer &amp; Wanner 1996, section IV.2). The integral part keeps steps steady
/// where stability bounds them.
/// </summary>
internal sealed class StepControl(int q)
{
    private const double Safety = 0.9;
    private const double Shrink = 1.0 / 3;
    private const double Grow = 6;
    private readonly double _beta = 0.4 / q;
    private double _last = 1e-4;
    private bool _wasRejected;

    /// <summary>The step to try next; 0 before the first.</summary>
    public double Proposed { get; set; }

    /// <summary>
    /// Whether a step h of the given error, in units of the tolerance, is accepted. Either way the next one is proposed. An error that is no number
    /// rejects.
    /// </summary>
    public bool Accepts(double h, double error)
    {
        if (!double.IsFinite(error))
        {
            (Proposed, _wasRejected) = (h * 0.1, true);
            return false;
        }

        var proportional = Math.Pow(error, (1.0 / q) - (0.75 * _beta));
        if (error > 1)
        {
            (Proposed, _wasRejected) = (h * Math.Max(Shrink, Safety / proportional), true);
            return false;
        }

        var factor = Math.Clamp(Safety * Math.Pow(_last, _beta) / proportional, Shrink, _wasRejected ? 1 : Grow);
        (Proposed, _last, _wasRejected) = (h * factor, Math.Max(error, 1e-4), false);
        return true;
    }
}
