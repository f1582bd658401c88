using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Minimization;

/// <summary>
/// Parameters that a loss meets only through their product, such as u and U through u U: F(u, U) = F(1, u U). The product takes every value (at u = 1), so the loss is minimised over it.
/// </summary>
/// <param name="Product">A symbol for the product.</param>
/// <param name="Value">The product of the parameters.</param>
/// <param name="Collapse">What puts the product in the factors' place: one factor is 1 (or I), the other the product.</param>
/// <param name="Loss">The loss in terms of the product.</param>
internal sealed record ProductParameter(Symbol Product, Expr Value, ImmutableArray<KeyValuePair<Symbol, Expr>> Collapse, Expr Loss)
{
    /// <summary>Whether the symbol is one of the two factors.</summary>
    public bool HasFactor(Symbol symbol) => Collapse.Any(entry => entry.Key == symbol);

    /// <summary>An expression in terms of the product; null where it meets the factors otherwise.</summary>
    public Expr? Through(Expr expression)
    {
        var collapsed = new Substitution(Collapse).In(expression);
        return NormalForms.IsZero(Expr.Subtract(expression, Substitution.Of(Product, Value).In(collapsed))) ? collapsed : null;
    }

    /// <summary>Factors whose product is the product: c times the unit, and 1/c times the product.</summary>
    public Substitution AtMultiple(Expr c) =>
        new(Collapse.Select((entry, i) => KeyValuePair.Create(entry.Key, i == 0 ? Expr.Times(c, entry.Value) : Expr.Divide(entry.Value, c))));

    /// <summary>The first pair of parameters that the loss meets only through their product; null where there is none.</summary>
    public static ProductParameter? Find(Expr loss, ImmutableArray<Symbol> parameters)
    {
        foreach (var first in parameters)
        {
            foreach (var second in parameters.Where(other => other != first))
            {
                if (Unit(first, second) is { } unit && Candidate(loss, first, unit, second) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>The value of a factor at which the product is the other factor: 1 for a scalar, I for a square matrix that fits on the left or right.</summary>
    private static (Expr Value, bool OnLeft)? Unit(Symbol factor, Symbol other) =>
        factor.Shape.IsScalar ? (Expr.Of(1), true)
        : other.Shape.IsScalar || !factor.Shape.IsSquare ? null
        : factor.Shape.Columns.Equals(other.Shape.Rows) ? (Expr.Identity(factor.Shape.Rows), true)
        : other.Shape.Columns.Equals(factor.Shape.Rows) ? (Expr.Identity(factor.Shape.Rows), false)
        : null;

    private static ProductParameter? Candidate(Expr loss, Symbol factor, (Expr Value, bool OnLeft) unit, Symbol other)
    {
        var value = unit.OnLeft ? Expr.Times(Expr.Of(factor), Expr.Of(other)) : Expr.Times(Expr.Of(other), Expr.Of(factor));
        var through = new Substitution([new(factor, unit.Value), new(other, value)]).In(loss);
        if (!NormalForms.IsZero(Expr.Subtract(loss, through)))
        {
            return null;
        }

        var product = new Symbol(unit.OnLeft ? $"({factor} {other})" : $"({other} {factor})", other.Shape, SymbolRole.Parameter);
        ImmutableArray<KeyValuePair<Symbol, Expr>> collapse = [new(factor, unit.Value), new(other, Expr.Of(product))];
        return new(product, value, collapse, NormalForms.Of(new Substitution(collapse).In(loss)));
    }
}
