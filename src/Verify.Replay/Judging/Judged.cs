using System.Collections.Immutable;

namespace Verify.Replay.Judging;

/// <summary>What was found of a statement.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Sides">The sides as evaluated, first as they are shown; a report may have any of these pairs.</param>
/// <param name="Detail">How they were evaluated.</param>
/// <param name="Closeness">The relative difference within which a pair of the report is the same.</param>
internal sealed record Judged(Truth Truth, ImmutableArray<(Value Left, Value Right)> Sides, string Detail, double Closeness)
{
    /// <summary>Whether the report's sides can be compared with these.</summary>
    public bool IsComparable { get; init; } = true;
}
