using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>A place in a file; line and column count from 1, the column in characters (code points).</summary>
public sealed record Place(string File, int Line, int Column);

/// <summary>A statement with its name, its conditions and what is expected of it.</summary>
/// <param name="Name">The name between quotes.</param>
/// <param name="Place">Where the claim begins.</param>
/// <param name="ExpectedTrue">True for <c>claim</c>, false for <c>refute</c>.</param>
/// <param name="Statement">What is stated.</param>
/// <param name="Conditions">What follows <c>assuming</c>.</param>
/// <param name="Dimensions">The file's dimensions that the claim depends on (also through bounds and laws), in order of declaration.</param>
/// <param name="Symbols">The file's free symbols that the claim depends on (also through laws), in order of declaration.</param>
public sealed record Claim(
    string Name,
    Place Place,
    bool ExpectedTrue,
    Statement Statement,
    ImmutableArray<Comparison> Conditions,
    ImmutableArray<Dimension> Dimensions,
    ImmutableArray<Symbol> Symbols)
{
    /// <summary>What follows <c>by</c>: comparisons that prove the statement, each from the conditions and the steps before it.</summary>
    public ImmutableArray<Comparison> Steps { get; init; } = [];

    /// <summary>The claim as its file has it; empty for one that was not read from a file.</summary>
    public string Text { get; init; } = "";

    /// <summary>Each condition as its file has it.</summary>
    public ImmutableArray<string> ConditionTexts { get; init; } = [];
}
