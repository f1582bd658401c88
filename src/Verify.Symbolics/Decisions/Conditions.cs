using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>
/// What the conditions of a claim give: values for symbols, narrower ranges and attributes, and rules in the workspace. A condition that gives nothing is left out of the
/// proof, which is then a proof without it; but a difference may depend on it.
/// </summary>
/// <param name="Statement">The statement with what the conditions fix put in.</param>
/// <param name="Pinned">Parameters that a condition fixes to a value, to be put in after differentiation.</param>
/// <param name="LeavesDoubt">The first condition under which unequal normal forms decide nothing; null where there is none.</param>
/// <param name="Contradiction">A condition that no value satisfies; null where none was found.</param>
internal sealed record Conditions(
    Statement Statement,
    ImmutableArray<KeyValuePair<Symbol, Expr>> Pinned,
    string? LeavesDoubt,
    string? Contradiction)
{
    /// <summary>The conditions that hold for every value of what is bound, with what they fix put in.</summary>
    public ImmutableArray<Comparison> Assumed { get; init; } = [];

    /// <summary>The steps of the claim, with what the conditions fix put in.</summary>
    public ImmutableArray<Comparison> Steps { get; init; } = [];

    /// <summary>Reads the conditions of a claim into the workspace, which must hold no forms yet.</summary>
    public static Conditions Of(Claim claim)
    {
        var reading = new ConditionReading(claim.Statement);
        foreach (var condition in claim.Conditions)
        {
            reading.Read(condition);
        }

        return reading.Result() with
        {
            Assumed = [.. claim.Conditions.Where(reading.IsOfGiven).Select(reading.In)],
            Steps = [.. claim.Steps.Select(reading.In)],
        };
    }
}
