using System.Collections.Immutable;
using Verify.Language.Reading;

namespace Verify.Language.Syntax;

/// <summary>A text as parsed: the statements that are sound, in order, and every error, in order of place.</summary>
public sealed record ParsedFile(SourceText Source, ImmutableArray<StatementSyntax> Statements, ImmutableArray<Diagnostic> Errors);
