namespace Verify.Simulation.Descent;

/// <summary>How a descent ended.</summary>
internal enum DescentOutcome
{
    /// <summary>At a point where the gradient vanishes up to rounding, or up to 10^-10 of what it was.</summary>
    Converged,

    /// <summary>The value falls without bound, as far as values can show.</summary>
    Fell,

    /// <summary>At the limit of steps, or where no step leads down although the gradient does not vanish.</summary>
    Stopped,
}

/// <summary>Where a descent ended.</summary>
/// <param name="Point">The point, flat.</param>
/// <param name="Value">The value there; +∞ where the start has no value, which ends the descent there.</param>
/// <param name="GradientNorm">The Euclidean norm of the gradient there.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Evaluations">How many values with gradients were taken.</param>
internal sealed record DescentResult(double[] Point, double Value, double GradientNorm, DescentOutcome Outcome, int Evaluations);
