using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
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

    /// <summary>Records a comparison that is proved.</summary>
    public void Add(string rule, Comparison proved) => _steps.Add(new(rule, proved.Left, proved.Right) { Relation = proved.Relation });

    /// <summary>Records that an expression without min and lim has its normal form, by the rules that its operations call for.</summary>
    public void AddNormalForm(Expr expression)
    {
        var inverses = Contains(expression, node => node is Power { Exponent.Sign: < 0, Base: Sum { IsScalar: false } });
        var roots = Contains(expression, node => node is Power { Exponent.IsInteger: false } or FrobeniusNorm);
        var rules = (inverses, roots) switch
        {
            (true, true) => "functions of one matrix by partial fractions, roots by their factors, ",
            (true, false) => "functions of one matrix by partial fractions, ",
            (false, true) => "roots by their factors, ",
            _ => "",
        };
        Add($"multiplied out, {rules}like terms collected", expression, NormalForms.Of(expression));
    }

    /// <summary>Records what vec and kron of a statement come to, for sides that keep their shape.</summary>
    public void AddKronecker(Statement written, Statement plain)
    {
        foreach (var (from, to) in (written, plain) is (Comparison a, Comparison b) ? [(a.Left, b.Left), (a.Right, b.Right)] : ((Expr From, Expr To)[])[])
        {
            if (from.Shape.Equals(to.Shape) && Contains(from, node => node is Vectorization or KroneckerProduct))
            {
                Add("vec(A)' vec(B) = tr(A' B), kron(A, B) vec(V) = vec(B V A')", from, to);
            }
        }
    }

    /// <summary>Records what the block matrices of a statement multiply out to, for sides that stay in one piece.</summary>
    public void AddBlocks(Statement written, Statement blockFree)
    {
        foreach (var (from, to) in (written, blockFree) switch
        {
            (Comparison a, Comparison b) => [(a.Left, b.Left), (a.Right, b.Right)],
            (LimitComparison a, LimitComparison b) => [(a.Left, b.Left), (a.Right, b.Right)],
            (MinimumClaim a, MinimumClaim b) => [(a.Loss, b.Loss), (a.Value, b.Value)],
            (Conserved a, Conserved b) => [(a.Quantity, b.Quantity), (a.Flow.Loss, b.Flow.Loss)],
            (AlongFlow a, AlongFlow b) => [(a.Flow.Loss, b.Flow.Loss)],
            _ => ((Expr From, Expr To)[])[],
        })
        {
            if (from.Shape.Equals(to.Shape) && Contains(from, node => node is BlockMatrix))
            {
                Add("the blocks are multiplied out", from, to);
            }
        }
    }

    /// <summary>Records the equations that the claim assumes; they hold at the values that it speaks of.</summary>
    public void AddConditions(IEnumerable<Comparison> conditions)
    {
        foreach (var condition in conditions.Where(condition => condition.Relation == Relation.Equal))
        {
            Add("a condition of the claim", condition.Left, condition.Right);
        }
    }

    private static bool Contains(Expr expression, Func<Expr, bool> isWanted)
    {
        var (seen, open) = (new HashSet<Expr>(), new Stack<Expr>([expression]));
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                if (isWanted(next))
                {
                    return true;
                }

                foreach (var child in next.Children)
                {
                    open.Push(child);
                }
            }
        }

        return false;
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
