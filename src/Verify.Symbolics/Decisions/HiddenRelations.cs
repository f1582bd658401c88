using Verify.Language;

namespace Verify.Symbolics.Decisions;

/// <summary>
/// What can make a difference vanish though its normal form is not 0. Traces of different words, with their scalars and dimensions, satisfy no polynomial relation once the
/// sizes are large enough (Procesi 1976); what is not of that kind is listed here, and then unequal normal forms decide nothing.
/// </summary>
internal static class HiddenRelations
{
    /// <summary>The first reason, for reading; null where unequal normal forms are different values somewhere.</summary>
    public static string? In(Expr difference)
    {
        var (seen, open) = (new HashSet<Expr>(), new Stack<Expr>([difference]));
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (At(next) is { } reason)
            {
                return reason;
            }

            foreach (var child in next.Children)
            {
                open.Push(child);
            }
        }

        return null;
    }

    private static string? At(Expr node) => node switch
    {
        SymbolValue { Symbol: var symbol } => OfSymbol(symbol),
        OnesVector or UnitVector => "entries and sums of entries satisfy relations beyond the normal form's",
        IdentityMatrix or ZeroMatrix => OfSize(node.Shape.Rows) ?? OfSize(node.Shape.Columns),
        Power power => OfPower(power),
        Hadamard => "an entrywise product satisfies relations beyond the normal form's",
        DiagonalPart => "a diagonal part satisfies relations beyond the normal form's",
        Determinant => "a determinant satisfies relations beyond the normal form's",
        NegativeEigenvalues => "a number of eigenvalues satisfies relations beyond the normal form's",
        SingularValues => "singular values satisfy relations beyond the normal form's",
        Softmax => "a softmax satisfies relations beyond the normal form's",
        OperatorNorm => "an operator norm satisfies relations beyond the normal form's",
        FrobeniusNorm => "a norm satisfies relations beyond the normal form's",
        _ => null,
    };

    private static string? OfSymbol(Symbol symbol) => OfSize(symbol.Shape.Rows) ?? OfSize(symbol.Shape.Columns)
        ?? (symbol.Is(MatrixAttributes.Orthogonal) && symbol.Attributes != MatrixAttributes.Orthogonal
            ? $"{symbol} is orthogonal and more, with relations beyond the normal form's"
            : symbol.Is(MatrixAttributes.UnitVector) ? "entries satisfy relations beyond the normal form's"
            : null);

    private static string? OfSize(Size size) => size.IsConstant && !size.IsOne
        ? $"matrices of size {size} satisfy identities of their own (Cayley-Hamilton)"
        : null;

    private static string? OfPower(Power power)
    {
        if (power.Exponent.IsInteger)
        {
            return power.IsScalar || power.Exponent.Sign > 0 || Letters(power.Base).Count <= 1 ? null
                : "inverses of sums of matrices that do not commute have no complete normal form";
        }

        return power.Base is SymbolValue or Number or DimensionValue or Trace ? null
            : power.IsScalar ? "roots of sums have no complete normal form"
            : Letters(power.Base).Count <= 1 ? null
            : "roots of sums of matrices that do not commute have no complete normal form";
    }

    /// <summary>The matrices that a matrix expression is built from, symbols and their transposes apart; what stands in scalars does not count.</summary>
    private static HashSet<(Symbol? Symbol, bool Transposed)> Letters(Expr expression, bool transposed = false) => expression switch
    {
        { IsScalar: true } or IdentityMatrix or ZeroMatrix => [],
        SymbolValue { Symbol: var symbol } => [(symbol, transposed && !symbol.Is(MatrixAttributes.Symmetric))],
        Transpose { Operand: var operand } => Letters(operand, !transposed),
        Sum or Product or Power => [.. expression.Children.SelectMany(child => Letters(child, transposed))],
        _ => [(null, false), (null, true)],
    };
}
