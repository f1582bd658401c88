using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Minimization;

namespace Verify.Symbolics.Derivations;

/// <summary>The steps of a derivation as they are made. Both sides of a step are equal at every value; a step that changes nothing is left out.</summary>
internal sealed class Steps
{
    private readonly List<DerivationStep> _steps = [];

    /// <summary>Records that the rule makes <paramref name="to"/> of <paramref name="from"/>.</summary>
    public void Add(string rule, Expr from, Expr to)
    {
        var step = new DerivationStep(rule, from, to);
        if (!ReferenceEquals(from, to) && !_steps.Contains(step))
        {
            _steps.Add(step);
        }
    }

    /// <summary>Records the squares that prove a minimum.</summary>
    public void AddSquares(QuadraticMinimum minimum)
    {
        foreach (var square in minimum.Squares)
        {
            Add($"completed square in {square.Parameter}", square.Loss, square.CompletedSquare);
        }
    }

    /// <summary>All steps so far, in order.</summary>
    public ImmutableArray<DerivationStep> ToImmutable() => [.. _steps];
}
