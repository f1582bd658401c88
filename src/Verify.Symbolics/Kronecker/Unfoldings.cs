using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <summary>
/// Where vec and kron occur, and how the rows and columns of what is made with them are products of sizes. A vector symbol that meets kron becomes vec of a
/// matrix symbol of its own.
/// </summary>
internal sealed class Unfoldings
{
    private readonly Dictionary<Expr, bool> _occurs = [];
    private readonly Dictionary<Symbol, Symbol> _symbols = [];

    /// <summary>How many vector symbols are unfolded.</summary>
    public int Count => _symbols.Count;

    /// <summary>The vector symbols that are unfolded.</summary>
    public IEnumerable<Symbol> Symbols => _symbols.Keys;

    /// <summary>Whether vec, kron or an unfolded symbol occurs.</summary>
    public bool Occurs(Expr expression)
    {
        if (!_occurs.TryGetValue(expression, out var occurs))
        {
            _occurs[expression] = occurs = expression is Vectorization or KroneckerProduct
                || (expression is SymbolValue value && _symbols.ContainsKey(value.Symbol))
                || expression.Children.Any(Occurs);
        }

        return occurs;
    }

    /// <summary>Forgets what was found before more symbols were unfolded.</summary>
    public void Forget() => _occurs.Clear();

    /// <summary>The matrix symbol of which a vector symbol is vec; the symbol itself where it is not unfolded.</summary>
    public Symbol Of(Symbol symbol) => _symbols.GetValueOrDefault(symbol, symbol);

    /// <summary>The matrix symbol of the given shape of which a vector symbol is vec. A symbol has one unfolding only, and a random one has none.</summary>
    public Symbol Of(Symbol symbol, Unfolding shape)
    {
        if (!_symbols.TryGetValue(symbol, out var matrix))
        {
            if (symbol.Role == SymbolRole.Random || symbol.Shape.IsScalar)
            {
                throw new NotTreatedException($"kron with {symbol.Name}");
            }

            _symbols[symbol] = matrix = new Symbol(symbol.Name, shape.Shape, symbol.Role);
        }

        return matrix.Shape.Equals(shape.Shape) ? matrix : throw new NotTreatedException($"{symbol.Name} as vec of matrices of two shapes");
    }

    /// <summary>How the rows are a product; null where nothing tells.</summary>
    public Unfolding? Rows(Expr expression) => !Occurs(expression) ? null : expression switch
    {
        Vectorization => Unfolding.Of(expression.Children[0].Shape),
        KroneckerProduct product => new(product.Right.Shape.Rows, product.Left.Shape.Rows),
        SymbolValue value => _symbols.TryGetValue(value.Symbol, out var matrix) ? Unfolding.Of(matrix.Shape) : null,
        Sum sum => sum.Terms.Select(Rows).FirstOrDefault(found => found is not null),
        Product { Left.IsScalar: true } product => Rows(product.Right),
        Product { Right.IsScalar: true } product => Rows(product.Left),
        Product { Left: IdentityMatrix } product => Rows(product.Right),
        Product product => Rows(product.Left),
        Transpose transpose => Columns(transpose.Operand),
        Power { IsScalar: false } power => Rows(power.Base) ?? Columns(power.Base),
        Expectation or Limit => Rows(expression.Children[0]),
        BlockMatrix block => Joined(block.Rows.Select(row => row.Select(cell => (Rows(cell), cell.Shape.Rows)))),
        Gradient gradient => _symbols.TryGetValue(gradient.Bound, out var matrix) ? Unfolding.Of(matrix.Shape) : Rows(gradient.At),
        _ => null,
    };

    /// <summary>How the columns are a product; null where nothing tells.</summary>
    public Unfolding? Columns(Expr expression) => !Occurs(expression) ? null : expression switch
    {
        KroneckerProduct product => new(product.Right.Shape.Columns, product.Left.Shape.Columns),
        Sum sum => sum.Terms.Select(Columns).FirstOrDefault(found => found is not null),
        Product { Left.IsScalar: true } product => Columns(product.Right),
        Product { Right.IsScalar: true } product => Columns(product.Left),
        Product { Right: IdentityMatrix } product => Columns(product.Left),
        Product product => Columns(product.Right),
        Transpose transpose => Rows(transpose.Operand),
        Power { IsScalar: false } power => Columns(power.Base) ?? Rows(power.Base),
        Expectation or Limit => Columns(expression.Children[0]),
        BlockMatrix block => Joined(Enumerable.Range(0, block.Rows[0].Length).Select(j => block.Rows.Select(row => (Columns(row[j]), row[j].Shape.Columns)))),
        _ => null,
    };

    /// <summary>The unfoldings of parts that together are an unfolding: matrices of the same rows, side by side. Null where there are none.</summary>
    public static Unfolding[]? Parts(IEnumerable<IEnumerable<(Unfolding? Known, Size Size)>> parts)
    {
        List<(Unfolding? Known, Size Size)> all = [.. parts.Select(part => part.FirstOrDefault(known => known.Known is not null, part.First()))];
        return all.Find(part => part.Known is not null).Known?.Rows is not { } rows ? null
            : all.TrueForAll(part => part.Known is null ? part.Size.Equals(rows) : part.Known.Rows.Equals(rows))
                ? [.. all.Select(part => part.Known ?? new Unfolding(rows, Size.One))]
                : null;
    }

    private static Unfolding? Joined(IEnumerable<IEnumerable<(Unfolding? Known, Size Size)>> parts) => Parts(parts) is { } all
        ? new(all[0].Rows, all.Select(part => part.Columns).Aggregate((a, b) => a + b))
        : null;
}
