namespace Verify.Language.Blocks;

/// <summary>
/// Finds how every expression and every symbol must be cut. What is below tells the cuts that are there; what is above demands them of what meets them,
/// down to the symbols; repeated until no symbol is cut further.
/// </summary>
internal sealed class CutInference
{
    private readonly Dictionary<Symbol, Cuts> _symbols = [];
    private readonly Dictionary<IdentityMatrix, Cuts> _identities = [];
    private readonly Dictionary<Expr, Cuts> _found = [];
    private readonly HashSet<(Expr, Cuts)> _demanded = [];
    private bool _changed;

    /// <summary>Cuts the expressions (and what each of the pairs compares alike) until all agree.</summary>
    public void Settle(IEnumerable<(Expr Left, Expr Right)> compared, IEnumerable<Expr> alone)
    {
        do
        {
            _changed = false;
            _found.Clear();
            _demanded.Clear();
            foreach (var (left, right) in compared)
            {
                var cuts = Of(left).Join(Of(right));
                Demand(left, cuts);
                Demand(right, cuts);
            }

            foreach (var expression in alone)
            {
                Demand(expression, Of(expression));
            }
        }
        while (_changed);
    }

    /// <summary>The cuts of a symbol.</summary>
    public Cuts Of(Symbol symbol)
    {
        var cuts = _symbols.GetValueOrDefault(symbol) ?? Cuts.Whole(symbol.Shape);
        if (symbol.Law is MomentLaw law)
        {
            var inLaw = Of(law.Covariance).Square().Rows.Join(Of(law.Mean).Rows);
            cuts = law.IidRows ? cuts with { Columns = cuts.Columns.Join(inLaw) } : cuts with { Rows = cuts.Rows.Join(inLaw) };
        }

        return symbol.Attributes is MatrixAttributes.None or MatrixAttributes.UnitVector ? cuts : cuts.Square();
    }

    /// <summary>The cuts that an expression has by itself.</summary>
    public Cuts Of(Expr expression)
    {
        if (!_found.TryGetValue(expression, out var cuts))
        {
            _found[expression] = cuts = Find(expression);
        }

        return cuts;
    }

    /// <summary>The cuts between the factors of a product of matrices.</summary>
    public Partition Inner(Product product) => Of(product.Left).Columns.Join(Of(product.Right).Rows);

    private Cuts Find(Expr expression)
    {
        switch (expression)
        {
            case SymbolValue { Symbol: var symbol }:
                return Of(symbol);
            case IdentityMatrix identity:
                return _identities.GetValueOrDefault(identity) ?? Cuts.Whole(identity.Shape);
            case BlockMatrix block:
                return new(
                    new([.. block.Rows.SelectMany(row => row.Select(cell => Of(cell).Rows).Aggregate((a, b) => a.Join(b)).Parts)]),
                    new([.. Enumerable.Range(0, block.Rows[0].Length).SelectMany(j => block.Rows.Select(row => Of(row[j]).Columns).Aggregate((a, b) => a.Join(b)).Parts)]));
            case Sum or Hadamard:
                return expression.Children.Select(Of).Aggregate((a, b) => a.Join(b));
            case Product { Left.IsScalar: true } scaled:
                return Of(scaled.Right);
            case Product { Right.IsScalar: true } scaled:
                return Of(scaled.Left);
            case Product product:
                return new(Of(product.Left).Rows, Of(product.Right).Columns);
            case Transpose transpose:
                return Of(transpose.Operand).Transposed;
            case Power or DiagonalPart when !expression.IsScalar:
                return Of(expression.Children[0]).Square();
            case Expectation expectation:
                return Of(expectation.Body);
            case Limit limit:
                return Of(limit.Body);
            case Gradient gradient:
                return Of(gradient.Bound).Join(Of(gradient.At));
            default:
                return Cuts.Whole(expression.Shape);
        }
    }

    private void Demand(Expr expression, Cuts cuts)
    {
        if (!_demanded.Add((expression, cuts)))
        {
            return;
        }

        switch (expression)
        {
            case SymbolValue { Symbol: var symbol }:
                Cut(symbol, cuts);
                break;
            case IdentityMatrix identity:
                var whole = Of(identity).Join(cuts).Square();
                _changed |= !whole.Equals(Of(identity));
                _identities[identity] = whole;
                break;
            case BlockMatrix block:
                DemandOfBlocks(block, cuts);
                break;
            case Sum or Hadamard:
                DemandAll(expression, cuts);
                break;
            case Product { Left.IsScalar: true } scaled:
                Demand(scaled.Left, Of(scaled.Left));
                Demand(scaled.Right, cuts);
                break;
            case Product { Right.IsScalar: true } scaled:
                Demand(scaled.Left, cuts);
                Demand(scaled.Right, Of(scaled.Right));
                break;
            case Product product:
                var inner = Inner(product);
                Demand(product.Left, new(cuts.Rows, inner));
                Demand(product.Right, new(inner, cuts.Columns));
                break;
            case Transpose transpose:
                Demand(transpose.Operand, cuts.Transposed);
                break;
            case Power or DiagonalPart when !expression.IsScalar:
                DemandAll(expression, cuts.Square());
                break;
            case Trace or Determinant:
                DemandAll(expression, Of(expression.Children[0]).Square());
                break;
            case Expectation expectation:
                expectation.Bound.ToList().ForEach(symbol => Cut(symbol, Of(symbol)));
                Demand(expectation.Body, cuts);
                break;
            case Gradient gradient:
                Cut(gradient.Bound, cuts);
                Demand(gradient.Body, Of(gradient.Body));
                Demand(gradient.At, cuts);
                break;
            case Limit limit:
                Demand(limit.Body, cuts);
                break;
            default:
                foreach (var child in expression.Children)
                {
                    Demand(child, Of(child));
                }

                break;
        }
    }

    private void DemandAll(Expr expression, Cuts cuts)
    {
        foreach (var child in expression.Children)
        {
            Demand(child, cuts);
        }
    }

    private void DemandOfBlocks(BlockMatrix block, Cuts cuts)
    {
        var rows = cuts.Rows.Within(new([.. block.Rows.Select(row => row[0].Shape.Rows)]));
        var columns = cuts.Columns.Within(new([.. block.Rows[0].Select(cell => cell.Shape.Columns)]));
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                Demand(block.Rows[i][j], new(rows[i], columns[j]));
            }
        }
    }

    // A symbol in one piece stays itself; a law demands of its mean and covariance what is demanded of the symbol.
    private void Cut(Symbol symbol, Cuts cuts)
    {
        var before = _symbols.GetValueOrDefault(symbol) ?? Cuts.Whole(symbol.Shape);
        var after = Of(symbol).Join(cuts);
        after = symbol.Attributes is MatrixAttributes.None or MatrixAttributes.UnitVector ? after : after.Square();
        if (!after.Equals(before))
        {
            _symbols[symbol] = after;
            _changed = true;
        }

        if (symbol.Law is MomentLaw law)
        {
            var size = law.IidRows ? after.Columns : after.Rows;
            Demand(law.Covariance, new(size, size));
            Demand(law.Mean, new(size, Partition.Whole(Size.One)));
        }
        else
        {
            symbol.Law?.Expressions.ToList().ForEach(expression => Demand(expression, Cuts.Whole(expression.Shape)));
        }
    }
}
