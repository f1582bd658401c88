using System.Collections.Immutable;

namespace Verify.Language.Reading;

/// <summary>A claim file as understood: what was sound in it, and every error.</summary>
public sealed record ClaimFile(string Path, string? Title, string? Source, ImmutableArray<Claim> Claims, ImmutableArray<Show> Shows, ImmutableArray<Diagnostic> Errors)
{
    /// <summary>What the comment under the title says of the setting, as one paragraph; empty where there is none.</summary>
    public string Remark { get; init; } = "";

    /// <summary>What the definitions without arguments stand for, of the file and of the settings that it uses; those that are a name or a number are left out.</summary>
    public ImmutableHashSet<Expr> Definitions { get; init; } = [];

    /// <summary>The SHA-256 sum, in hexadecimal digits, of the text of the file and of those of the settings that it uses; empty where it was not read.</summary>
    public string Sum { get; init; } = "";
}

/// <summary>A <c>show</c> line: its text as written and its expression.</summary>
public sealed record Show(Place Place, string Text, Expr Expression);

/// <summary>An error of the input: its place, what is wrong and what was expected, and the source line with the length to underline.</summary>
public sealed record Diagnostic(Place Place, string Message, string SourceLine, int Length);
