using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Derivations;

namespace Verify.Symbolics;

/// <summary>Route 1: the algebra. Proves for every dimension, or finds that two normal forms differ.</summary>
public sealed class SymbolicRoute : IDerivingRoute
{
    /// <inheritdoc/>
    public string Name => "symbolic";

    /// <inheritdoc/>
    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation)
    {
        using var algebra = Algebra.Enter(settings.WorkLimit, cancellation);
        var steps = new Steps();
        try
        {
            return Examine(claim, steps);
        }
        catch (AlgebraException failure)
        {
            return new(OutcomeOf(failure), failure.Message);
        }
    }

    /// <inheritdoc/>
    public Derived Derive(Expr expression, RouteSettings settings, CancellationToken cancellation)
    {
        using var algebra = Algebra.Enter(settings.WorkLimit, cancellation);
        var steps = new Steps();
        try
        {
            var value = new Evaluation(steps).Of(expression);
            return new(value, "") { Derivation = steps.ToImmutable() };
        }
        catch (AlgebraException failure)
        {
            return new(null, failure.Message);
        }
    }

    private static Finding Examine(Claim claim, Steps steps)
    {
        var conditions = Conditions.Of(claim);
        if (conditions.Contradiction is { } contradiction)
        {
            return new(Outcome.Undecided, $"no value satisfies {contradiction}") { NothingSatisfiesConditions = true };
        }

        NormalForms.Forget();
        var ruling = StatementDecision.Of(conditions, steps);
        if (ruling.Outcome == Outcome.Disagrees && conditions.LeavesDoubt is { } doubt)
        {
            ruling = Ruling.Undecided($"the normal forms differ, but the condition {doubt} may matter") with { Difference = ruling.Difference };
        }

        return new(ruling.Outcome, ruling.Detail)
        {
            Derivation = ruling.Outcome == Outcome.Proved ? steps.ToImmutable() : [],
            Difference = ruling.Difference,
        };
    }

    private static Outcome OutcomeOf(AlgebraException failure) => failure is NotTreatedException ? Outcome.NotTreated : Outcome.Undecided;
}
