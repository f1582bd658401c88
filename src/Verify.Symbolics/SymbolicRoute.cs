using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Blocks;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Derivations;
using Verify.Symbolics.Kronecker;

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
            var written = KroneckerElimination.Of(claim);
            steps.AddKronecker(claim.Statement, written.Statement);
            var parts = BlockElimination.Of(written);
            return parts.NotTreated is { } construct
                ? new(Outcome.NotTreated, construct)
                : Together([.. parts.Claims.Select(part => ByCases(part, written, steps))], steps);
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
            var (written, isVec) = KroneckerElimination.Of(expression);
            var blockFree = BlockElimination.Of(written);
            return blockFree.Value is not { } value ? new(null, blockFree.NotTreated ?? "")
                : new(ByBlocks(value, new Evaluation(steps)) is var form && isVec ? Expr.VecOf(form) : form, "") { Derivation = steps.ToImmutable(), Blocks = blockFree.Blocks };
        }
        catch (AlgebraException failure)
        {
            return new(null, failure.Message);
        }
    }

    /// <summary>What came out as a grid of blocks has a normal form block by block.</summary>
    private static Expr ByBlocks(Expr value, Evaluation evaluation) => value is BlockMatrix grid
        ? Expr.Blocks([.. grid.Rows.Select(row => row.Select(evaluation.Of).ToImmutableArray())])
        : evaluation.Of(value);

    /// <summary>A statement that came apart into blocks holds where all of its parts do.</summary>
    private static Finding Together(ImmutableArray<Finding> parts, Steps steps)
    {
        var worst = parts.MaxBy(part => part.NothingSatisfiesConditions ? 4 : part.Outcome switch
        {
            Outcome.Proved => 0,
            Outcome.NotTreated => 1,
            Outcome.Undecided => 2,
            _ => 3,
        })!;
        return worst.Outcome == Outcome.Proved ? worst with { Derivation = steps.ToImmutable() } : worst;
    }

    /// <summary>The claim for each way in which its indices coincide. Steps of one case hold in that case alone, so they are kept only where there is no other.</summary>
    private static Finding ByCases(Claim claim, Claim written, Steps steps)
    {
        var cases = IndexCases.Of(claim);
        Algebra.Current.PositionsDiffer = cases is not null;
        if (cases is null)
        {
            return Examine(claim, written, steps);
        }

        if (cases.Count == 0)
        {
            return new(Outcome.Undecided, "no value satisfies the conditions on indices") { NothingSatisfiesConditions = true };
        }

        if (cases.Count == 1)
        {
            return Examine(cases[0], written, steps);
        }

        ImmutableArray<Finding> findings = [.. cases.Select(one => Examine(one, written, new()))];
        ImmutableArray<Finding> possible = [.. findings.Where(finding => !finding.NothingSatisfiesConditions)];
        return Together(possible.IsEmpty ? findings : possible, steps);
    }

    private static Finding Examine(Claim claim, Claim written, Steps steps)
    {
        steps.AddBlocks(written.Statement, claim.Statement);
        steps.AddConditions(claim.Conditions);
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
            Difference = ruling.Difference,
        };
    }

    private static Outcome OutcomeOf(AlgebraException failure) => failure is NotTreatedException ? Outcome.NotTreated : Outcome.Undecided;
}
