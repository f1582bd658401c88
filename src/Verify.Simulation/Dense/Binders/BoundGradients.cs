using Verify.Language;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Binders;

/// <summary>Gradients inside an expression.</summary>
internal static class BoundGradients
{
    /// <summary>Not yet.</summary>
    public static Term Of(Lowering lowering, Gradient gradient) => throw new NotTreatedException("a gradient inside an expression");
}
