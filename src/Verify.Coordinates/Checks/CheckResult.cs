using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>What a statement does at one instance.</summary>
internal abstract record CheckResult;

/// <summary>It holds there.</summary>
internal sealed record Holds : CheckResult;

/// <summary>It fails there, with both sides as text; values that the check chose itself (parameters of a minimum), and a remark.</summary>
internal sealed record Fails(string Left, string Right) : CheckResult
{
    /// <summary>Values beyond the instance's own.</summary>
    public ImmutableArray<KeyValuePair<Symbol, Rational[,]>> Chosen { get; init; } = [];

    /// <summary>What the sides do not say, such as the direction in which an order fails.</summary>
    public string? Remark { get; init; }
}

/// <summary>It cannot be decided there.</summary>
internal sealed record Unknown(string Reason) : CheckResult;
