using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <content>e_i' A e_j as entry(A; i, j), and e_i' v as entry(v; i).</content>
internal sealed partial class CoreSyntax
{
    private EntrySyntax? EntryOf(Product product) => product switch
    {
        { Left: Product { Left: Transpose { Operand: var row }, Right: { IsScalar: false } matrix }, Right: var column } when IsUnit(row) && IsUnit(column) && product.IsScalar =>
            new(Of(matrix), [Position(row), Position(column)], Nowhere),
        { Left: Transpose { Operand: var row }, Right: { IsScalar: false } vector } when IsUnit(row) && product.IsScalar => new(Of(vector), [Position(row)], Nowhere),
        _ => null,
    };

    private static bool IsUnit(Expr expression) => expression is UnitVector or SymbolValue { Symbol.Attributes: MatrixAttributes.UnitVector };

    private PositionSyntax Position(Expr unit) => unit is UnitVector literal
        ? new(literal.Position, null, Nowhere)
        : new(0, Name(names[((SymbolValue)unit).Symbol]), Nowhere);
}
