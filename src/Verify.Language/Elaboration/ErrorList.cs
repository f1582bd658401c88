using System.Collections.Immutable;
using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>A stretch of one of the texts that make a file (the file itself or a setting it uses).</summary>
internal readonly record struct Location(SourceText Source, TextSpan Span)
{
    /// <summary>Line and column.</summary>
    public Place Place => Source.PlaceOf(Span);
}

/// <summary>The errors found so far; one place says one thing once.</summary>
internal sealed class ErrorList
{
    private const int Most = 200;
    private readonly List<Diagnostic> _errors = [];
    private readonly HashSet<Diagnostic> _known = [];

    /// <summary>Whether there are as many as anyone reads to the end of: no more are kept, and none need be sought.</summary>
    public bool IsFull => _errors.Count >= Most;

    /// <summary>How many times something was reported, also what had been said before.</summary>
    public int Count { get; private set; }

    /// <summary>The errors in the order in which they were found.</summary>
    public ImmutableArray<Diagnostic> All => [.. _errors];

    /// <summary>Adds an error at a stretch of text.</summary>
    public void Report(Location at, string message) => Report(at.Source.Error(at.Span, message));

    /// <summary>Adds an error.</summary>
    public void Report(Diagnostic error)
    {
        Count++;
        if (!IsFull && _known.Add(error))
        {
            _errors.Add(error);
        }
    }
}
