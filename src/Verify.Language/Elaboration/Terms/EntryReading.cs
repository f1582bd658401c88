using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    /// <summary>e_i' A e_j, or e_i' v.</summary>
    private Term ReadEntry(EntrySyntax entry)
    {
        var operand = Read(entry.Operand);
        var row = ReadPosition(entry.Positions[0], operand.Shape.Rows);
        if (entry.Positions.Count == 1)
        {
            Demand(operand, new(operand.Shape.Rows, Size.One), () => $"an entry of a matrix has two positions, entry(A; i, j); this is {operand.Shape}");
            return new(OpenShape.Scalar, At(entry), () => Expr.Times(Expr.TransposeOf(row.Make()), operand.Make()));
        }

        var column = ReadPosition(entry.Positions[1], operand.Shape.Columns);
        return new(OpenShape.Scalar, At(entry), () => Expr.Times(Expr.TransposeOf(row.Make()), operand.Make(), column.Make()));
    }

    /// <summary>A e_j.</summary>
    private Term ReadColumn(ColumnSyntax column)
    {
        var operand = Read(column.Operand);
        var position = ReadPosition(column.Position, operand.Shape.Columns);
        return new(new(operand.Shape.Rows, Size.One, operand.Shape.IsMatrix), At(column), () => operand.Make() is IdentityMatrix ? position.Make() : Expr.Times(operand.Make(), position.Make()));
    }

    /// <summary>The unit vector of a position.</summary>
    private Term ReadPosition(PositionSyntax position, OpenSize size)
    {
        if (position.Index is not { } name)
        {
            return new(new(size, Size.One), At(position), () =>
            {
                var found = size.Found!;
                if (DimensionBounds.MayBeBelowOne(found - (position.Number - 1)))
                {
                    _errors.Report(At(position), $"there is no position {position.Number} where the size {found} is smaller"
                        + (found.AsDimension is { } dimension ? $"; declare dim {dimension} >= {position.Number}" : ""));
                }

                return Expr.Unit(found, position.Number);
            });
        }

        var index = ReadName(name);
        if (index.Symbol?.Is(MatrixAttributes.UnitVector) != true)
        {
            return IsFaulty ? Faulty(position) : Fail(position, $"{name.Name} is no index: declare it, as in index {name.Name} : d, or write an integer");
        }

        Demand(index, new(size, Size.One), () => $"{name.Name} is an index up to {index.Shape.Rows}, and there are {size} positions");
        return index;
    }

    private Term Ones(ExprSyntax syntax)
    {
        var shape = OpenShape.Unknown();
        var term = Literal(shape, syntax, "ones");
        return term.Narrowing(shape.Columns);
    }
}
