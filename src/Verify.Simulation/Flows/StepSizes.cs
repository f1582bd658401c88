namespace Verify.Simulation.Flows;

/// <summary>The first step to try, chosen by the method where it is null, and the largest one allowed.</summary>
internal sealed record StepSizes(double? First = null, double Largest = double.PositiveInfinity)
{
    /// <summary>Steps of the size h wherever the error allows it; with a tolerance that allows everything, fixed steps.</summary>
    public static StepSizes Of(double h) => new(h, h);

    /// <summary>The step to take from a time where h was proposed: h, or all that is left where that is little more.</summary>
    public double Next(double h, double time, double horizon)
    {
        var bounded = Math.Min(h, Largest);
        return time + (bounded * 1.01) >= horizon ? horizon - time : bounded;
    }

    /// <summary>Whether a step is too small to be seen in the time.</summary>
    public static bool IsTooSmall(double h, double time) => !(h > 8 * (Math.BitIncrement(time) - time));
}
