using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>left relation right where nothing needs to be drawn: both sides in double precision, at random sizes up to large ones.</summary>
internal sealed class ExactCheck(Comparison comparison) : StatementCheck
{
    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [comparison.Left, comparison.Right];

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance)
    {
        var values = simulating.ValuesAt(instance);
        return Closeness.Of(comparison, values);
    }
}
