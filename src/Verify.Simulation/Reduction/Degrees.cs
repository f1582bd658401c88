using Verify.Language;

namespace Verify.Simulation.Reduction;

/// <summary>
/// The degrees that the terms of an expression can have in a symbol v: bit k is set where a term of degree k can occur. It is read off the expression, so it may
/// name degrees that cancel, and never leaves one out.
/// </summary>
internal sealed class Degrees(Symbol symbol)
{
    /// <summary>The highest degree that is told.</summary>
    public const int Highest = 5;

    private const int Constant = 1;
    private readonly Dictionary<Expr, int?> _known = [];

    /// <summary>The degrees, or null for what is no polynomial in v, or may be one of degree 6 or more.</summary>
    public int? Of(Expr expression)
    {
        if (!expression.FreeSymbols.Contains(symbol))
        {
            return Constant;
        }

        if (!_known.TryGetValue(expression, out var degrees))
        {
            _known[expression] = degrees = Read(expression);
        }

        return degrees;
    }

    private int? Read(Expr expression) => expression switch
    {
        SymbolValue => Constant << 1,
        Sum or BlockMatrix => expression.Children.Select(Of).Aggregate((int?)0, (all, child) => all | child),
        Transpose or Trace or DiagonalPart or Vectorization => Of(expression.Children[0]),
        Product or Hadamard or KroneckerProduct => Times(Of(expression.Children[0]), Of(expression.Children[1])),
        Power { Base: FrobeniusNorm norm } power when IsCount(power.Exponent / 2) => Repeated(Of(norm.Children[0]), (int)power.Exponent.Numerator),
        Power power when IsCount(power.Exponent) => Repeated(Of(power.Base), (int)power.Exponent.Numerator),
        Gradient gradient when Of(gradient.At) == Constant => Of(gradient.Body),
        _ => null,
    };

    private static bool IsCount(Rational exponent) => exponent.Denominator.IsOne && exponent.Sign > 0 && exponent <= Highest;

    private static int? Repeated(int? degrees, int count) => Enumerable.Range(1, count - 1).Aggregate(degrees, (product, _) => Times(product, degrees));

    private static int? Times(int? left, int? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return null;
        }

        var product = 0;
        for (var k = 0; k <= Highest; k++)
        {
            product |= (a & (Constant << k)) == 0 ? 0 : b << k;
        }

        return product < Constant << (Highest + 1) ? product : null;
    }
}
