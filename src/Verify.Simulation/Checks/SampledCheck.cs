using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>left relation right with expectations in it: a mean of draws against the theory.</summary>
internal sealed class SampledCheck(Comparison comparison, SampledSides sides) : StatementCheck
{
    private readonly SampledComparison _sampled = new(sides);

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Expressions => [comparison.Left, comparison.Right];

    /// <inheritdoc/>
    public override bool IsSampled => true;

    /// <inheritdoc/>
    public override long CostAt(Simulating simulating, Instance instance) => _sampled.CostAt(instance, simulating.ValuesAt(instance), simulating.Task("cost"));

    /// <inheritdoc/>
    public override CheckResult At(Simulating simulating, Instance instance) => _sampled.At(instance, simulating.ValuesAt(instance), simulating.Task("mean"));
}
