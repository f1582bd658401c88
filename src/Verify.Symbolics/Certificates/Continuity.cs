using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Certificates;

/// <summary>A quantity that is continuous along a path and never 0 there keeps the sign that it has at the start.</summary>
internal static class Continuity
{
    /// <summary>How a strict comparison of scalars along a flow is proved; null where it is not.</summary>
    public static string? Proof(AlongFlow along, Facts facts)
    {
        var (larger, smaller) = along.Comparison.Relation switch
        {
            Relation.Greater => (along.Comparison.Left, along.Comparison.Right),
            Relation.Less => (along.Comparison.Right, along.Comparison.Left),
            _ => (null, null),
        };
        if (larger is not { IsScalar: true } || smaller is null)
        {
            return null;
        }

        var difference = Expr.Subtract(larger, smaller);
        var square = new Comparison(Expr.Pow(larger is SymbolValue && smaller is Number { Value.IsZero: true } ? larger : difference, 2), Relation.Greater, Expr.Of(0));
        var start = new Substitution(along.Flow.Parameters.Zip(along.Start, KeyValuePair.Create));
        return IsContinuous(difference, along.Flow.Parameters) && Link.Proof(square, facts) is not null
            && Link.Proof(start.In(along.Comparison), facts) is not null
            ? "its square is positive on the whole path, so the difference keeps the sign of its start by continuity"
            : null;
    }

    /// <summary>Whether it is a polynomial in what moves.</summary>
    private static bool IsContinuous(Expr expression, IReadOnlyCollection<Symbol> moving) => !moving.Any(expression.FreeSymbols.Contains) || expression switch
    {
        SymbolValue => true,
        Sum or Product or Transpose or Trace or FrobeniusNorm or OperatorNorm => expression.Children.All(child => IsContinuous(child, moving)),
        Power { Exponent: { IsInteger: true, Sign: > 0 } } power => IsContinuous(power.Base, moving),
        _ => false,
    };
}
