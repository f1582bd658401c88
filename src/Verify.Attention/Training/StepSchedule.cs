namespace Verify.Attention.Training;

/// <summary>The step sizes η_k = First / (1 + k/Halving), k = 0, 1, …; constant where Halving is infinite.</summary>
/// <param name="First">η₀ > 0.</param>
/// <param name="Halving">After how many steps it is half of the first.</param>
internal sealed record StepSchedule(double First, double Halving = double.PositiveInfinity)
{
    /// <summary>η_k.</summary>
    public double At(long step) => First / (1 + (step / Halving));
}
