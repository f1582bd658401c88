using System.Collections.Immutable;
using Verify.Language.Reading;

namespace Verify.Language.Syntax;

/// <summary>The errors of one text, as they are found. Past a number that no one reads to the end of, no more are sought.</summary>
internal sealed class ErrorList
{
    private const int Most = 200;
    private readonly List<Diagnostic> _errors = [];

    /// <summary>Whether the search should end.</summary>
    public bool IsFull => _errors.Count >= Most;

    /// <summary>Adds an error, while there is room.</summary>
    public void Add(Diagnostic error)
    {
        if (!IsFull)
        {
            _errors.Add(error);
        }
    }

    /// <summary>The errors in order of place.</summary>
    public ImmutableArray<Diagnostic> InOrder() => [.. _errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column)];
}
