using System.Collections.Immutable;

namespace Verify.Language.Blocks;

/// <summary>Writes expressions as grids, once all cuts are known. Each expression is written once for each way in which it is cut.</summary>
internal sealed partial class BlockWriter(CutInference cuts)
{
    private readonly Dictionary<(Expr, Cuts), BlockGrid> _written = [];
    private readonly Dictionary<Symbol, BlockGrid> _symbols = [];

    /// <summary>The blocks that a free symbol became.</summary>
    public ImmutableArray<Symbol> BlocksOf(Symbol symbol) =>
        [.. ValueOf(symbol).Rows.SelectMany(row => row).OfType<SymbolValue>().Select(value => value.Symbol).Distinct()];

    /// <summary>Each block that one of the symbols was cut into, as the part of the symbol that it is.</summary>
    public ImmutableDictionary<Symbol, Expr> PlacesOf(IEnumerable<Symbol> symbols)
    {
        var places = ImmutableDictionary.CreateBuilder<Symbol, Expr>();
        foreach (var symbol in symbols.Where(symbol => !cuts.Of(symbol).IsWhole))
        {
            var (grid, at) = (ValueOf(symbol), cuts.Of(symbol));
            for (var i = 0; i < at.Rows.Count; i++)
            {
                for (var j = 0; j < at.Columns.Count; j++)
                {
                    if (grid[i, j] is SymbolValue block)
                    {
                        places[block.Symbol] = Expr.Times(Selecting(at.Rows, i), Expr.Of(symbol), Expr.TransposeOf(Selecting(at.Columns, j)));
                    }
                }
            }
        }

        return places.ToImmutable();

        static Expr Selecting(Partition parts, int place) =>
            Expr.Blocks([[.. parts.Parts.Select((part, k) => k == place ? Expr.Identity(part) : Expr.Zero(new(parts.Parts[place], part)))]]);
    }

    /// <summary>A scalar without blocks.</summary>
    public Expr Scalar(Expr expression) => At(expression, cuts.Of(expression)).Only;

    /// <summary>The expression with the cuts that it has by itself.</summary>
    public BlockGrid Write(Expr expression) => At(expression, cuts.Of(expression));

    /// <summary>The expression with the given cuts, which contain its own.</summary>
    public BlockGrid At(Expr expression, Cuts at)
    {
        if (!_written.TryGetValue((expression, at), out var grid))
        {
            grid = Find(expression, at);
            if (!grid.Cuts.Equals(at))
            {
                throw new BlockException($"blocks of rows and columns cut apart in {expression.GetType().Name}");
            }

            _written[(expression, at)] = grid;
        }

        return grid;
    }

    private BlockGrid Find(Expr expression, Cuts at) => expression switch
    {
        SymbolValue { Symbol: var symbol } => ValueOf(symbol),
        ZeroMatrix => BlockGrid.Of(at, (i, j) => BlockGrid.Zero(at, i, j)),
        IdentityMatrix => BlockGrid.Identity(cuts.Of(expression)),
        OnesVector => BlockGrid.Of(at, (i, _) => Expr.Ones(at.Rows.Parts[i])),
        BlockMatrix block => Joined(block, at),
        Sum sum => sum.Terms.Select(term => At(term, at)).ToList() is var terms
            ? BlockGrid.Of(at, (i, j) => BlockGrid.Sum(terms.Select(term => term[i, j]), terms[0][i, j].Shape))
            : null!,
        Product { Left.IsScalar: true } scaled => Scalar(scaled.Left) is var factor ? At(scaled.Right, at).Map(block => BlockGrid.Product(factor, block)) : null!,
        Product { Right.IsScalar: true } scaled => Scalar(scaled.Right) is var factor ? At(scaled.Left, at).Map(block => BlockGrid.Product(block, factor)) : null!,
        Product product => cuts.Inner(product) is var inner ? At(product.Left, new(at.Rows, inner)).Times(At(product.Right, new(inner, at.Columns))) : null!,
        Hadamard => (At(expression.Children[0], at), At(expression.Children[1], at)) is var (a, b) ? BlockGrid.Of(at, (i, j) => Entrywise(a[i, j], b[i, j])) : null!,
        Transpose transpose => At(transpose.Operand, at.Transposed).Transposed(),
        Power power => Raised(At(power.Base, at.Square()), power),
        DiagonalPart => At(expression.Children[0], at.Square()) is var grid
            ? BlockGrid.Of(grid.Cuts, (i, j) => i == j ? Diagonal(grid[i, j]) : BlockGrid.Zero(grid.Cuts, i, j))
            : null!,
        Trace => Single(TraceOf(At(expression.Children[0], cuts.Of(expression.Children[0]).Square()))),
        FrobeniusNorm => Single(NormOf(Write(expression.Children[0]))),
        OperatorNorm => Single(OperatorNormOf(Write(expression.Children[0]))),
        Determinant => Single(BlockDeterminant.Of(At(expression.Children[0], cuts.Of(expression.Children[0]).Square()))),
        Vectorization or KroneckerProduct or NegativeEigenvalues or SingularValues or Softmax => OfWhole(expression),
        Expectation expectation => InExpectation(expectation, at),
        Gradient gradient => InGradient(gradient, at),
        Minimum minimum => Single(Expr.MinimumOf(Scalar(minimum.Body), [.. minimum.Bound.SelectMany(symbol => BlocksOf(symbol))])),
        Limit limit => InLimit(limit, at),
        _ => Single(expression),
    };

    private BlockGrid ValueOf(Symbol symbol)
    {
        if (!_symbols.TryGetValue(symbol, out var grid))
        {
            _symbols[symbol] = grid = SymbolBlocks.OfAnyValue(symbol, cuts.Of(symbol));
        }

        return grid;
    }

    private BlockGrid Joined(BlockMatrix block, Cuts at)
    {
        var rows = at.Rows.Within(new([.. block.Rows.Select(row => row[0].Shape.Rows)]));
        var columns = at.Columns.Within(new([.. block.Rows[0].Select(cell => cell.Shape.Columns)]));
        return new(at,
        [
            .. block.Rows.SelectMany((cells, i) =>
            {
                var grids = cells.Select((cell, j) => At(cell, new(rows[i], columns[j]))).ToList();
                return Enumerable.Range(0, rows[i].Count).Select(k => grids.SelectMany(grid => grid.Rows[k]).ToImmutableArray());
            }),
        ]);
    }

    private BlockGrid OfWhole(Expr expression)
    {
        var parts = expression.Children.Select(Write).ToList();
        return parts.All(part => part.Cuts.IsWhole)
            ? Single(expression.WithChildren([.. parts.Select(part => part.Only)]))
            : throw new BlockException(expression switch
            {
                Vectorization => "vec of a block matrix",
                KroneckerProduct => "kron of block matrices",
                NegativeEigenvalues => "negatives(…) of a block matrix",
                Softmax => "the softmax of a vector in blocks",
                _ => "the singular values of a block matrix",
            });
    }

    private static BlockGrid Single(Expr value) => new(Cuts.Whole(value.Shape), [[value]]);

    private static BlockGrid Raised(BlockGrid grid, Power power)
    {
        if (grid.Rows.Length == 1)
        {
            return grid.Map(block => Expr.Pow(block, power.Exponent));
        }

        if (!power.Exponent.IsInteger)
        {
            return Enumerable.Range(0, grid.Rows.Length).All(i => Enumerable.Range(0, grid.Rows.Length).All(j => i == j || BlockGrid.IsZero(grid[i, j])))
                ? BlockGrid.Of(grid.Cuts, (i, j) => i == j ? Expr.Pow(grid[i, j], power.Exponent) : grid[i, j])
                : throw new BlockException("a root of a block matrix");
        }

        var factor = power.Exponent.Sign < 0 ? BlockInverse.Of(grid) : grid;
        return Enumerable.Repeat(factor, (int)power.Exponent.Abs().Numerator).Aggregate(BlockGrid.Identity(grid.Cuts), (all, next) => all.Times(next));
    }

    private static Expr Entrywise(Expr a, Expr b) => BlockGrid.IsZero(a) || BlockGrid.IsZero(b) ? Expr.Zero(a.Shape) : Expr.EntrywiseProduct(a, b);

    private static Expr Diagonal(Expr block) => block.IsScalar || BlockGrid.IsZero(block) || block is IdentityMatrix ? block : Expr.DiagonalOf(block);

    private static Expr TraceOf(BlockGrid grid) => BlockGrid.Sum(
        Enumerable.Range(0, grid.Rows.Length).Select(i => grid[i, i]).Where(block => !BlockGrid.IsZero(block)).Select(Expr.TraceOf), Shape.Scalar);

    private static Expr NormOf(BlockGrid grid) => grid.Cuts.IsWhole
        ? Expr.NormOf(grid.Only)
        : Expr.Pow(BlockGrid.Sum(NonZero(grid).Select(block => Expr.Pow(Expr.NormOf(block), 2)), Shape.Scalar), new Rational(1, 2));

    private static Expr OperatorNormOf(BlockGrid grid) => grid.Cuts.IsWhole ? Expr.OperatorNormOf(grid.Only)
        : NonZero(grid).ToList() is [var only] ? Expr.OperatorNormOf(only)
        : throw new BlockException("the operator norm of a block matrix");

    private static IEnumerable<Expr> NonZero(BlockGrid grid) => grid.Rows.SelectMany(row => row).Where(block => !BlockGrid.IsZero(block));
}
