using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Printing;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Derivations;
using Verify.Symbolics.Positivity;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Decides a claim by its steps: each is proved from the conditions and the steps before it, and the claim from all of them. A step that is not proved leaves the claim undecided. Along a
/// flow a step may also be what the flow conserves, or that the loss is at most its start.
/// </summary>
internal static class CertificateDecision
{
    /// <summary>The outcome, for a statement and steps without min and lim.</summary>
    public static Ruling Of(Statement statement, Conditions conditions, ImmutableArray<Comparison> proving, Steps steps) =>

        // The conditions are facts here, and are not tried in every search for a sum of squares.
        Assumptions.Under([], () => Decided(statement is FlowLimit limit ? ConvergenceCertificate.Moving(limit) : statement, conditions, proving, steps));

    private static Ruling Decided(Statement statement, Conditions conditions, ImmutableArray<Comparison> proving, Steps steps)
    {
        var facts = new Facts(conditions.Assumed);
        var definedness = new Definedness(Expressions(statement, conditions.Assumed));
        foreach (var step in proving)
        {
            if (!definedness.Covers(step, new(facts)))
            {
                return Ruling.Undecided($"the step {CorePrinter.Print(step)} is not seen to be defined wherever the claim is");
            }

            if (Proof(step, statement, facts) is not { } proof)
            {
                return Ruling.Undecided($"the step {CorePrinter.Print(step)} is not proved");
            }

            facts.Add(step);
            steps.Add($"a step: {proof}", step);
        }

        return Closed(statement, facts, steps) ?? Ruling.Undecided("every step is proved, but the claim is not seen to follow from them");
    }

    private static string? Proof(Comparison step, Statement statement, Facts facts)
    {
        if (PathOf(statement) is not { } along || (step.Relation != Relation.Equal && !Attempt.Of(() => FlowDecision.Descends(step, along.Flow))))
        {
            return Link.Proof(step, facts);
        }

        return step.Relation == Relation.Equal && Link.Proof(step, facts) is { } plain ? plain
            : Attempt.Of(() => FlowDecision.Of(along with { Comparison = step }, new()).Outcome == Outcome.Proved)
                ? step.Relation == Relation.Equal ? "the flow conserves it" : "the loss never grows along its flow"
            : Link.Proof(step, facts);
    }

    // What holds on the whole path may be a step of where it ends too.
    private static AlongFlow? PathOf(Statement statement) => statement switch
    {
        AlongFlow along => along,
        FlowLimit limit => new(limit.Equations[0], limit.Flow, limit.Start),
        _ => null,
    };

    private static Ruling? Closed(Statement statement, Facts facts, Steps steps)
    {
        switch (statement)
        {
            case Comparison comparison:
                return Ruled(comparison, Link.Proof(comparison, facts), steps);
            case AlongFlow along:
                return Ruled(along.Comparison, Link.Proof(along.Comparison, facts) ?? Continuity.Proof(along, facts), steps);
            case MinimumClaim minimum:
                return MinimumCertificate.Of(minimum, facts);
            case FlowLimit limit:
                return ConvergenceCertificate.Of(limit, facts);
            default:
                return null;
        }
    }

    private static Ruling? Ruled(Comparison comparison, string? proof, Steps steps)
    {
        if (proof is null)
        {
            return null;
        }

        steps.Add($"the claim: {proof}", comparison);
        return Ruling.Proved($"every step is proved, and the claim follows: {proof}");
    }

    private static IEnumerable<Expr> Expressions(Statement statement, IEnumerable<Comparison> conditions) =>
    [
        .. conditions.SelectMany(condition => new[] { condition.Left, condition.Right }),
        .. statement switch
        {
            Comparison comparison => [comparison.Left, comparison.Right],
            AlongFlow along => [along.Comparison.Left, along.Comparison.Right, along.Flow.Loss, .. along.Start],
            MinimumClaim minimum => [minimum.Loss, minimum.Value],
            FlowLimit limit => [limit.Flow.Loss, .. limit.Start],
            _ => (Expr[])[],
        },
    ];
}
