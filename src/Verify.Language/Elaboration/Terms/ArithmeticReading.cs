using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    private Term ReadNegation(NegationSyntax negation)
    {
        var operand = Read(negation.Operand);
        return new(operand.Shape, At(negation), () => Negated(operand.Make()))
        {
            RowBlocks = operand.RowBlocks,
            ColumnBlocks = operand.ColumnBlocks,
            Narrow = operand.Narrow,
        };
    }

    private Term ReadTranspose(TransposeSyntax transpose)
    {
        var operand = Read(transpose.Operand);
        return new(operand.Shape.Transposed, At(transpose), () => Expr.TransposeOf(operand.Make())) 
        {
            RowBlocks = operand.ColumnBlocks,
            ColumnBlocks = operand.RowBlocks,
            Narrow = operand.Narrow,
        };
    }

    private Term ReadSum(SumSyntax sum)
    {
        var first = Read(sum.First);
        List<(SumOperator Operator, Term Term)> terms = [(SumOperator.Plus, first)];
        foreach (var next in sum.Rest)
        {
            var term = Read(next.Operand);
            DemandSame(first, term, At(next.Operand), () => SayUnequal($"no sum of {first.Shape} and {term.Shape}", first, term));
            terms.Add((next.Operator, term));
        }

        var shape = (terms.FirstOrDefault(term => term.Term.Shape.Found is not null).Term ?? first).Shape;
        var partitioned = terms.Select(term => term.Term).FirstOrDefault(term => !term.RowBlocks.IsEmpty) ?? first;
        return new(shape, At(sum), () => Expr.Add(terms.Select(term => term.Operator == SumOperator.Plus ? term.Term.Make() : Negated(term.Term.Make()))))
        {
            RowBlocks = partitioned.RowBlocks,
            ColumnBlocks = partitioned.ColumnBlocks,
        };
    }

    /// <summary>What to say of two shapes that should be one, with advice where one is a scalar.</summary>
    public static string SayUnequal(string what, Term a, Term b) =>
        (a.Shape.IsScalar, b.Shape.IsScalar) is (true, false) or (false, true)
            ? $"{what}: a scalar is no matrix (a scalar c as a matrix is c I)"
            : what;

    private Term ReadProduct(ProductSyntax product)
    {
        var result = Read(product.First);
        foreach (var factor in product.Rest)
        {
            var (left, right) = (result, Read(factor.Operand));
            var at = new Location(_source, product.First.Span.To(factor.Operand.Span));
            result = factor.Operator switch
            {
                FactorOperator.Times => Multiply(left, right, at, At(factor.Operand)),
                FactorOperator.Over => Divide(left, right, at),
                _ => MultiplyEntrywise(left, right, at, At(factor.Operand)),
            };
        }

        return result;
    }

    private Term Multiply(Term left, Term right, Location at, Location factor)
    {
        _sizes.Solve();
        var shape = left.Shape.IsScalar == true ? right.Shape : right.Shape.IsScalar == true ? left.Shape : OpenShape.Unknown();
        if (left.Shape.IsScalar != true && right.Shape.IsScalar != true)
        {
            // A vector of ones is a vector here whatever its size, and 1 1' a matrix.
            foreach (var narrow in new[] { left.Narrow, right.Narrow }.OfType<OpenSize>())
            {
                OpenSize.Unify(narrow, Size.One);
                shape = new(left.Shape.Rows, right.Shape.Columns, IsMatrix: left.Narrow is not null && right.Narrow is not null && left.Shape.Columns.Found is { IsOne: true });
            }

            _sizes.Add(new ProductShape(
                left.Shape with { IsMatrix = left.Shape.IsMatrix || left.Narrow is not null }, right.Shape with { IsMatrix = right.Shape.IsMatrix || right.Narrow is not null }, shape, factor));
            _sizes.Add(new AlignedBlocks(left.ColumnBlocks, right.RowBlocks, factor));
        }

        return new(shape, at, () =>
        {
            var product = Expr.Times(left.Make(), right.Make());
            CheckConstant(product, at);
            return product;
        })
        {
            RowBlocks = left.Shape.IsScalar == true ? right.RowBlocks : left.RowBlocks,
            ColumnBlocks = right.Shape.IsScalar == true ? left.ColumnBlocks : right.ColumnBlocks,
            Narrow = left.Shape.IsScalar == true ? right.Narrow : right.Shape.IsScalar == true ? left.Narrow : null,
        };
    }

    private Term Divide(Term left, Term right, Location at)
    {
        Demand(right, OpenShape.Scalar, () => $"a divisor must be a scalar; this is {right.Shape}: write A B^-1 for an inverse");
        return new(left.Shape, at, () =>
        {
            var divisor = right.Make();
            CheckDenominator(divisor, right.At);
            return Expr.Divide(left.Make(), divisor);
        });
    }

    private Term MultiplyEntrywise(Term left, Term right, Location at, Location factor)
    {
        DemandSame(left, right, factor, () => $"no entrywise product of {left.Shape} and {right.Shape}");
        return new(left.Shape.Found is null ? right.Shape : left.Shape, at, () => Expr.EntrywiseProduct(left.Make(), right.Make()));
    }

    private Term ReadPower(PowerSyntax power)
    {
        var @base = Read(power.Base);
        var exponent = power.Exponent.Value;
        DemandSquare(@base, "only a square matrix has powers");
        var at = At(power);
        return new(@base.Shape, at, () =>
        {
            var value = @base.Make();
            if (exponent.Sign < 0)
            {
                CheckDenominator(value, @base.At);
            }

            var result = Expr.Pow(value, exponent);
            CheckConstant(result, at);
            return result;
        });
    }

    private Term ReadBuiltIn(BuiltInSyntax function)
    {
        var argument = Read(function.Argument);
        switch (function.Function)
        {
            case BuiltIn.Trace:
                DemandSquare(argument, "only a square matrix has a trace");
                return new(OpenShape.Scalar, At(function), () => Expr.TraceOf(argument.Make()));
            case BuiltIn.Diagonal:
                DemandSquare(argument, "only a square matrix has a diagonal part");
                return new(argument.Shape, At(function), () => Expr.DiagonalOf(argument.Make()));
            case BuiltIn.SquareRoot:
                Demand(argument, OpenShape.Scalar, () => $"sqrt is of a scalar; this is {argument.Shape}: write A^(1/2) for the root of an spd matrix");
                return new(OpenShape.Scalar, At(function), () => Expr.Pow(argument.Make(), new Rational(1, 2)));
            case BuiltIn.Vec or BuiltIn.Determinant or BuiltIn.Negatives or BuiltIn.Singular or BuiltIn.Softmax:
                return ReadMatrixFunction(function, argument);
            case BuiltIn.OperatorNorm:
                return new(OpenShape.Scalar, At(function), () => Expr.OperatorNormOf(argument.Make()));
            default:
                return new(OpenShape.Scalar, At(function), () => Expr.NormOf(argument.Make()));
        }
    }

    private Term ReadBlocks(BlockSyntax block)
    {
        ImmutableArray<ImmutableArray<Term>> rows = [.. block.Rows.Select(row => row.Select(Read).ToImmutableArray())];
        _blocks.UnionWith(rows.SelectMany(row => row));
        foreach (var row in rows)
        {
            foreach (var cell in row.Skip(1))
            {
                _sizes.Add(new SameShape(new(row[0].Shape.Rows, cell.Shape.Columns), cell.Shape, cell.At,
                    () => $"blocks of one row share their rows; these are {row[0].Shape} and {cell.Shape}"));
            }
        }

        for (var i = 1; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                var (above, cell) = (rows[0][j], rows[i][j]);
                _sizes.Add(new SameShape(new(cell.Shape.Rows, above.Shape.Columns), cell.Shape, cell.At,
                    () => $"blocks of one column share their columns; these are {above.Shape} and {cell.Shape}"));
            }
        }

        var shape = new OpenShape(
            rows.Select(row => row[0].Shape.Rows).Aggregate((a, b) => a + b),
            rows[0].Select(cell => cell.Shape.Columns).Aggregate((a, b) => a + b));
        return new(shape, At(block), () => Expr.Blocks([.. rows.Select(row => row.Select(cell => cell.Make()).ToImmutableArray())]))
        {
            RowBlocks = [.. rows.Select(row => row[0].Shape.Rows)],
            ColumnBlocks = [.. rows[0].Select(cell => cell.Shape.Columns)],
        };
    }

    private void DemandSquare(Term term, string message) =>
        Demand(term, term.Shape.Transposed, () => $"{message}; this is {term.Shape}");

    /// <summary>-1 times the value; the sign goes to the first factor, into it where that is a number.</summary>
    internal static Expr Negated(Expr value) => value switch
    {
        Number number => Expr.Of(-number.Value),
        Product product => Expr.Times(Negated(product.Left), product.Right),
        _ => Expr.Negate(value),
    };
}
