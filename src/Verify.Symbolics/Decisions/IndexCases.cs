using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Elaboration;

namespace Verify.Symbolics.Decisions;

/// <summary>
/// A claim with indices as several claims: indices up to one size coincide with each other and with positions given by numbers in some way, or not at all. In each
/// of the claims different indices and numbers are different positions.
/// </summary>
internal static class IndexCases
{
    private const int MostPositions = 5;

    /// <summary>The claims, without those whose conditions on indices fail; null where there are more indices than are taken apart.</summary>
    public static IReadOnlyList<Claim>? Of(Claim claim)
    {
        var positions = PositionsOf([.. Dependence.ExpressionsOf(claim.Statement), .. claim.Conditions.SelectMany(Dependence.ExpressionsOf)]);
        if (positions.Count(IsIndex) > MostPositions)
        {
            return null;
        }

        List<ImmutableDictionary<Symbol, Expr>> cases = [ImmutableDictionary<Symbol, Expr>.Empty];
        var numbers = positions.Where(position => !IsIndex(position)).ToList();
        foreach (var index in positions.Where(IsIndex))
        {
            var symbol = ((SymbolValue)index).Symbol;
            var before = positions.TakeWhile(position => position != index).Where(IsIndex).Concat(numbers).Where(position => position.Shape.Equals(index.Shape)).ToList();
            cases = [.. cases.SelectMany(taken => before.Where(position => !IsIndex(position) || !taken.ContainsKey(((SymbolValue)position).Symbol))
                .Select(position => taken.Add(symbol, position)).Prepend(taken))];
        }

        return [.. cases.Select(taken => In(claim, taken)).OfType<Claim>()];
    }

    /// <summary>The claim in one case; null where a condition on indices fails there. Such a condition says nothing more.</summary>
    private static Claim? In(Claim claim, ImmutableDictionary<Symbol, Expr> taken)
    {
        var substitution = new Substitution(taken);
        var conditions = claim.Conditions.Select(substitution.In).ToList();
        var onPositions = conditions.Where(condition => IsPosition(condition.Left) && IsPosition(condition.Right) && condition.Relation is Relation.Equal or Relation.NotEqual).ToList();
        return onPositions.Exists(condition => (condition.Left == condition.Right) != (condition.Relation == Relation.Equal)) ? null
            : claim with { Statement = substitution.In(claim.Statement), Conditions = [.. conditions.Except(onPositions)] };
    }

    private static List<Expr> PositionsOf(ImmutableArray<Expr> expressions)
    {
        var (found, seen, open) = (new List<Expr>(), new HashSet<Expr>(), new Queue<Expr>(expressions));
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (IsPosition(next))
            {
                found.Add(next);
            }

            foreach (var child in next.Children)
            {
                open.Enqueue(child);
            }
        }

        return found;
    }

    private static bool IsPosition(Expr expression) => expression is UnitVector || IsIndex(expression);

    private static bool IsIndex(Expr expression) => expression is SymbolValue { Symbol.Attributes: MatrixAttributes.UnitVector };
}
