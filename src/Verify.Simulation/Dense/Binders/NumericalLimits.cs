using Verify.Language;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Binders;

/// <summary>Limits inside an expression.</summary>
internal static class NumericalLimits
{
    /// <summary>Not yet.</summary>
    public static Term Of(Lowering lowering, Limit limit) => throw new NotTreatedException("a limit inside an expression");
}
