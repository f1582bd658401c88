using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Replay.Reading;

/// <summary>A claim of a report; the counterexample is null where there is none.</summary>
public sealed record ReportedClaim(string File, long Line, string Name, ReportedCounterexample? Counterexample);

/// <summary>A counterexample of a report.</summary>
/// <param name="Dimensions">Each dimension and its value.</param>
/// <param name="Values">Each symbol's entries, row by row, rows of one length.</param>
/// <param name="Left">The left side, as the report has it.</param>
/// <param name="Right">The right side, as the report has it.</param>
/// <param name="ClaimFile">The claim at these values, as a claim file.</param>
public sealed record ReportedCounterexample(
    ImmutableDictionary<string, int> Dimensions, ImmutableDictionary<string, ImmutableArray<ImmutableArray<Rational>>> Values, string Left, string Right, string ClaimFile);

/// <summary>A report that cannot be used; the message has the path of the property.</summary>
public sealed class ReportException(string message) : Exception(message);
