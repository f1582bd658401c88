using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Certificates;
using Verify.Symbolics.Derivations;

namespace Verify.Symbolics.Decisions;

/// <summary>Decides a statement of any form, under what its conditions gave.</summary>
internal static class StatementDecision
{
    /// <summary>The outcome; what cannot be decided may also be thrown as an <see cref="AlgebraException"/>.</summary>
    public static Ruling Of(Conditions conditions, Steps steps)
    {
        var evaluation = new Evaluation(steps);
        if (!conditions.Steps.IsEmpty)
        {
            return CertificateDecision.Of(In(conditions.Statement, evaluation), conditions, [.. conditions.Steps.Select(evaluation.In)], steps);
        }

        switch (conditions.Statement)
        {
            case Comparison plain:
                return Compare(plain, evaluation, steps);
            case Conserved conserved:
                return FlowDecision.Of(new Conserved(evaluation.In(conserved.Quantity), In(conserved.Flow, evaluation)), conditions.Pinned, steps);
            case AlongFlow along:
                return FlowDecision.Of(new AlongFlow(evaluation.In(along.Comparison), In(along.Flow, evaluation), [.. along.Start.Select(evaluation.In)]), steps);
            case MinimumClaim minimum:
                return MinimumDecision.Of(In(minimum, evaluation), steps);
            case LimitComparison comparison:
                return LimitDecision.Of(comparison with { Left = evaluation.In(comparison.Left), Right = evaluation.In(comparison.Right) }, steps);
            case FlowLimit limit:
                return ConvergenceDecision.Of(In(limit, evaluation), steps);
            default:
                throw new InvalidOperationException($"{conditions.Statement.GetType().Name} is no statement.");
        }
    }

    private static Statement In(Statement statement, Evaluation evaluation) => statement switch
    {
        Comparison comparison => evaluation.In(comparison),
        AlongFlow along => new AlongFlow(evaluation.In(along.Comparison), In(along.Flow, evaluation), [.. along.Start.Select(evaluation.In)]),
        MinimumClaim minimum => In(minimum, evaluation),
        FlowLimit limit => In(limit, evaluation),
        _ => throw new NotTreatedException("steps of a statement other than a comparison, one along a flow, a minimum, or the limit of a flow"),
    };

    private static Ruling Compare(Comparison comparison, Evaluation evaluation, Steps steps)
    {
        var sides = evaluation.In(comparison);
        var ruling = ComparisonDecision.Of(sides);
        foreach (var side in (Expr[])[sides.Left, sides.Right])
        {
            steps.AddNormalForm(side);
        }

        return ruling;
    }

    private static FlowLimit In(FlowLimit limit, Evaluation evaluation) =>
        new(In(limit.Flow, evaluation), [.. limit.Start.Select(evaluation.In)], [.. limit.Equations.Select(evaluation.In)]);

    private static Flow In(Flow flow, Evaluation evaluation) => flow with { Loss = evaluation.In(flow.Loss) };

    private static MinimumClaim In(MinimumClaim minimum, Evaluation evaluation)
    {
        ImmutableArray<Comparison> attained = minimum.Attained.IsDefault ? default : [.. minimum.Attained.Select(evaluation.In)];
        return minimum with { Loss = evaluation.In(minimum.Loss), Value = evaluation.In(minimum.Value), Attained = attained };
    }
}
