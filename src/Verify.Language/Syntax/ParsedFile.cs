using System.Collections.Immutable;
using Verify.Language.Reading;

namespace Verify.Language.Syntax;

/// <summary>A text as parsed.</summary>
/// <param name="Source">The text.</param>
/// <param name="Statements">The statements that are sound, in order.</param>
/// <param name="LostNames">Names that faulty statements were to declare: that they are unknown is no further error.</param>
/// <param name="Errors">Every error, in order of place.</param>
public sealed record ParsedFile(
    SourceText Source, ImmutableArray<StatementSyntax> Statements, ImmutableHashSet<string> LostNames, ImmutableArray<Diagnostic> Errors);
