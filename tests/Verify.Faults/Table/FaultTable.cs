using System.Collections.Immutable;

namespace Verify.Faults.Table;

/// <summary>Every fault, by part.</summary>
internal static class FaultTable
{
    /// <summary>The faults, in the order of the parts.</summary>
    public static ImmutableArray<Fault> All { get; } =
        [.. ElaborationFaults.All, .. AlgebraFaults.All, .. DecisionFaults.All, .. NumericFaults.All];

    /// <summary>The parts, each once.</summary>
    public static IEnumerable<string> Parts => All.Select(fault => fault.Part).Distinct();
}
