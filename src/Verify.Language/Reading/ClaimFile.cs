using System.Collections.Immutable;

namespace Verify.Language.Reading;

/// <summary>A claim file as understood: what was sound in it, and every error.</summary>
public sealed record ClaimFile(string Path, string? Title, string? Source, ImmutableArray<Claim> Claims, ImmutableArray<Show> Shows, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>What the comment under the title says of the setting, as one paragraph; empty where there is none.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>A <c>show</c> line: its text as written and its expression.</summary>
public sealed record Show(Place Place, string Text, Expr Expression);

/// <summary>An error of the input: its place, what is wrong and what was expected, and the source line with the length to underline.</summary>
public sealed record Diagnostic(Place Place, string Message, string SourceLine, int Length);
