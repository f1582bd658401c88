using Verify.Simulation.Sampling;
using Verify.Simulation.Statistics;

namespace Verify.Simulation.Checks;

/// <summary>How a mean is sampled, settled before the first draw that counts.</summary>
/// <param name="Program">What a draw is.</param>
/// <param name="Pilot">Draws of it that give its variance and are not used again.</param>
/// <param name="MeanSquare">E[g²] of a draw g as handed over; null where it is out of reach.</param>
/// <param name="Remark">How the variance was reduced; null where it was not.</param>
/// <param name="Size">The root mean square of what cancels inside of a draw, whose rounding stays; 0 where nothing was reduced.</param>
internal sealed record MeanPlan(SampleProgram Program, Pilot Pilot, VarianceBound? MeanSquare, string? Remark, double Size);
