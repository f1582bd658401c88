using System.Collections.Immutable;

namespace Verify.Reports.Catalogue;

/// <summary>A paper and what it states, in its order, each with the claims that stand for it.</summary>
/// <param name="Title">The paper's title.</param>
/// <param name="Source">Authors and year.</param>
/// <param name="Statements">What it states.</param>
public sealed record Paper(string Title, string Source, ImmutableArray<PaperStatement> Statements);

/// <summary>One statement of a paper.</summary>
/// <param name="Place">Where it stands: <c>Lemma A.3 (A.12)</c>.</param>
/// <param name="Text">What it says, in a line.</param>
/// <param name="Claims">The claims that stand for it.</param>
/// <param name="Open">Why something of it is not claimed yet; empty where nothing is left open.</param>
/// <param name="Line">The line of the list, from 1.</param>
public sealed record PaperStatement(string Place, string Text, ImmutableArray<ClaimCitation> Claims, string Open, int Line);

/// <summary>Claims of one file; all of them where no name is given.</summary>
/// <param name="File">The file's path from the list's folder, with forward slashes.</param>
/// <param name="Names">The claims' names.</param>
public sealed record ClaimCitation(string File, ImmutableArray<string> Names);
