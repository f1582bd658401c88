using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Checks;

/// <summary>Exact values as text that the claim language reads: <c>3/2</c>, <c>1 - 2 * 3^(1/2)</c>, <c>[1, 2; 3, 4]</c>.</summary>
internal static class ValueText
{
    /// <summary>A matrix of numbers; 1 × 1 is a scalar.</summary>
    public static string Of(PolynomialRing ring, Matrix value) => value is { Rows: 1, Columns: 1 } ? Of(ring, value[0, 0])
        : "[" + string.Join("; ", Enumerable.Range(0, value.Rows).Select(i => string.Join(", ", Enumerable.Range(0, value.Columns).Select(j => Of(ring, value[i, j]))))) + "]";

    /// <summary>A sum of radicals.</summary>
    public static string Of(PolynomialRing ring, Polynomial number)
    {
        var text = "";
        foreach (var (monomial, coefficient) in number.Terms)
        {
            var radicals = Radicals(ring, monomial);
            var size = coefficient.Abs();
            var term = radicals.Length == 0 ? size.ToString() : size.IsOne ? radicals : $"{size} * {radicals}";
            text += text.Length == 0 ? (coefficient.Sign < 0 ? "-" : "") + term : (coefficient.Sign < 0 ? " - " : " + ") + term;
        }

        return text.Length == 0 ? "0" : text;
    }

    private static string Radicals(PolynomialRing ring, Monomial monomial) => string.Join(" * ", ring.Radicals.Bases
        .Select((@base, i) => (Base: @base, Exponent: new Rational(monomial[RadicalTable.Variable(i)], ring.Radicals.Order)))
        .Where(radical => !radical.Exponent.IsZero)
        .Select(radical => $"{radical.Base}^({radical.Exponent})"));
}
