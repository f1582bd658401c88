using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Minimization;

/// <summary>
/// The global minimum of a loss that is quadratic in each parameter, or product of parameters, once the ones before are at their best: the infimum over all is the
/// infimum of what the completed square leaves. It is attained exactly where every square vanishes.
/// </summary>
/// <param name="Value">The minimum.</param>
/// <param name="Products">The products that took the place of parameters, in order.</param>
/// <param name="Squares">The losses in the order in which they were completed to squares.</param>
/// <param name="Minimisers">The value of each unknown (a parameter or a product) at the minimum, in terms of unknowns that stay free.</param>
internal sealed record QuadraticMinimum(
    Expr Value,
    ImmutableArray<ProductParameter> Products,
    ImmutableArray<QuadraticLoss> Squares,
    ImmutableArray<KeyValuePair<Symbol, Expr>> Minimisers)
{
    /// <summary>The minimum; a loss of another kind throws <see cref="NotTreatedException"/>.</summary>
    public static QuadraticMinimum Of(Expr loss, ImmutableArray<Symbol> parameters)
    {
        var current = NormalForms.Of(loss);
        var open = parameters.Where(current.FreeSymbols.Contains).ToImmutableArray();
        var products = ImmutableArray.CreateBuilder<ProductParameter>();
        while (ProductParameter.Find(current, open) is { } found)
        {
            products.Add(found);
            open = [.. open.Where(symbol => !found.HasFactor(symbol)), found.Product];
            current = found.Loss;
        }

        var squares = ImmutableArray.CreateBuilder<QuadraticLoss>();
        while (open.Length > 0)
        {
            var square = FirstQuadratic(current, open);
            squares.Add(square);
            current = square.Value;
            open = [.. open.Remove(square.Parameter).Where(current.FreeSymbols.Contains)];
        }

        return new(current, products.ToImmutable(), squares.ToImmutable(), MinimisersOf(squares));
    }

    /// <summary>An expression of the parameters in terms of the unknowns; null where it meets the factors of a product otherwise.</summary>
    public Expr? InUnknowns(Expr expression) => Products.Aggregate((Expr?)expression, (current, product) => current is null ? null : product.Through(current));

    private static QuadraticLoss FirstQuadratic(Expr loss, ImmutableArray<Symbol> open)
    {
        var reasons = new List<string>();
        foreach (var parameter in open)
        {
            if (QuadraticLoss.Of(loss, parameter, out var reason) is { } quadratic)
            {
                return quadratic;
            }

            reasons.Add(reason);
        }

        throw new NotTreatedException($"this minimum: {string.Join("; ", reasons.Distinct())}");
    }

    /// <summary>Later minimisers are put into the earlier ones.</summary>
    private static ImmutableArray<KeyValuePair<Symbol, Expr>> MinimisersOf(IEnumerable<QuadraticLoss> squares)
    {
        var known = new List<KeyValuePair<Symbol, Expr>>();
        foreach (var square in squares.Reverse())
        {
            known.Add(new(square.Parameter, NormalForms.Of(new Substitution(known).In(square.Minimiser))));
        }

        return [.. known];
    }
}
