using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Binders;
using Verify.Simulation.Dense.Steps;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>
/// Expressions as terms over the nodes of a graph: products are flattened until a part is used more than once, scalings and transposes are carried along, and
/// sizes and values come from the instance. Inside a finite expectation a lowering of its own gives the bound symbol one of its values.
/// </summary>
internal sealed class Lowering
{
    private const int MostOpened = 256;

    private readonly Graph _graph;
    private readonly Instance _instance;
    private readonly ImmutableDictionary<Symbol, Node> _variables;
    private readonly UseCounts _uses;
    private readonly Lowering? _around;
    private readonly ImmutableHashSet<Symbol> _bound;
    private readonly Dictionary<Expr, Term> _known = [];

    /// <summary>A lowering at an instance.</summary>
    public Lowering(Graph graph, Instance instance, ImmutableDictionary<Symbol, Node> variables, UseCounts uses)
    {
        (_graph, _instance, _variables, _uses, _bound) = (graph, instance, variables, uses, []);
    }

    private Lowering(Lowering around, Symbol bound, Matrix value)
        : this(around._graph, around._instance.With(bound, value), around._variables, around._uses)
    {
        (_around, _bound) = (around, around._bound.Add(bound));
    }

    /// <summary>The graph that the nodes belong to.</summary>
    public Graph Graph => _graph;

    /// <summary>Where the expressions are evaluated.</summary>
    public Instance Instance => _instance;

    /// <summary>The nodes of the variables.</summary>
    public ImmutableDictionary<Symbol, Node> Variables => _variables;

    /// <summary>The expression as a term. What is not treated throws a <see cref="NotTreatedException"/>.</summary>
    public Term Of(Expr expression)
    {
        if (_around is not null && !_bound.Any(expression.FreeSymbols.Contains))
        {
            return _around.Of(expression);
        }

        if (!_known.TryGetValue(expression, out var term))
        {
            _known[expression] = term = Compute(expression);
        }

        return term;
    }

    /// <summary>The terms at the top of a sum, with a scaling of the whole sum handed to each of them. What nests too deeply stays in one piece.</summary>
    public IReadOnlyList<Term> TopLevelTerms(Expr expression)
    {
        var opened = 0;
        return Terms(expression);

        // A sum within sums may be shared, so that writing all of it out would take exponential time.
        List<Term> Terms(Expr part) => ++opened > MostOpened ? [Of(part)] : part switch
        {
            Sum sum => [.. sum.Terms.SelectMany(Terms)],
            Product { Left.IsScalar: true } product when Terms(product.Right) is { Count: > 1 } terms => Scaled(product.Left, terms),
            Product { Right.IsScalar: true } product when Terms(product.Left) is { Count: > 1 } terms => Scaled(product.Right, terms),
            _ => [Of(part)],
        };
    }

    /// <summary>A lowering in which a symbol has a value.</summary>
    public Lowering With(Symbol symbol, Matrix value) => new(this, symbol, value);

    private List<Term> Scaled(Expr scalar, List<Term> terms)
    {
        var factor = Of(scalar);
        return [.. terms.Select(term => _graph.Scale(factor, term))];
    }

    private Term Compute(Expr expression)
    {
        var (rows, columns) = (_instance.SizeOf(expression.Shape.Rows), _instance.SizeOf(expression.Shape.Columns));
        return expression switch
        {
            Number number => Term.Number((double)number.Value),
            DimensionValue value => Term.Number(_instance.SizeOf(value.Dimension)),
            SymbolValue value => OfSymbol(value.Symbol),
            ZeroMatrix => Term.Zero(rows, columns),
            IdentityMatrix => Term.Multiple(rows, 1),
            OnesVector => _graph.Constant(Matrix.Of(rows, 1, (_, _) => 1)),
            UnitVector unit when unit.Position <= rows => _graph.Constant(Matrix.Of(rows, 1, (i, _) => i + 1 == unit.Position ? 1 : 0)),
            UnitVector unit => throw new UndefinedException($"position {unit.Position} of {rows}"),
            Sum sum => _graph.Add(rows, columns, sum.Terms.SelectMany(Flattened)),
            Product product when _uses.IsShared(product) && !product.Left.IsScalar && !product.Right.IsScalar => _graph.Formed(OfProduct(product)),
            Product product => OfProduct(product),
            Hadamard => Entrywise(rows, columns, Of(expression.Children[0]), Of(expression.Children[1])),
            Transpose transpose => Of(transpose.Operand).Transpose(),
            Power { Base: FrobeniusNorm norm } power => _graph.PowerOfMultiple(SquaredNorm(norm), power.Exponent / 2),
            Power power => Powers.Of(_graph, Of(power.Base), power.Exponent),
            Trace trace => TraceOf(trace.Children[0]),
            OperatorNorm norm => OperatorNormOf(Of(norm.Children[0])),
            FrobeniusNorm norm => _graph.PowerOfMultiple(SquaredNorm(norm), new Rational(1, 2)),
            DiagonalPart part => DiagonalOf(Of(part.Children[0])),
            Vectorization => _graph.Vec(Of(expression.Children[0])),
            KroneckerProduct product => _graph.Kronecker(Of(product.Left), Of(product.Right)),
            Determinant => _graph.OfEntries("determinant", Of(expression.Children[0]), rows, columns, (result, node) => new DeterminantStep(result, node)),
            NegativeEigenvalues => _graph.OfEntries("negatives", Of(expression.Children[0]), rows, columns, (result, node) => new NegativesStep(result, node)),
            SingularValues => _graph.OfEntries("singular", Of(expression.Children[0]), rows, columns, (result, node) => new SingularValuesStep(result, node)),
            Softmax => _graph.OfEntries("softmax", Of(expression.Children[0]), rows, columns, (result, node) => new SoftmaxStep(result, node)),
            BlockMatrix block => OfBlocks(block, rows, columns),
            Expectation expectation => FiniteExpectations.Of(this, expectation),
            Gradient gradient => BoundGradients.Of(this, gradient),
            Limit limit => NumericalLimits.Of(this, limit),
            Minimum => throw new NotTreatedException("a minimum inside an expression"),
            _ => throw new NotTreatedException(expression.GetType().Name),
        };
    }

    private Term OfSymbol(Symbol symbol) =>
        _variables.TryGetValue(symbol, out var node) ? _graph.TermOf(node)
        : _instance.Values.TryGetValue(symbol, out var value) ? _graph.Constant(value)
        : throw new NotTreatedException($"the symbol {symbol.Name} without a value");

    private IEnumerable<Term> Flattened(Expr expression) => expression switch
    {
        Sum sum when !_uses.IsShared(sum) => sum.Terms.SelectMany(Flattened),
        Product { Left: Number number, Right: Sum sum } product when !_uses.IsShared(product) && !_uses.IsShared(sum) => Scaled(number, [.. Flattened(sum)]),
        _ => [Of(expression)],
    };

    private Term OfProduct(Product product) => _graph.Times(Of(product.Left), Of(product.Right));

    private Term TraceOf(Expr expression)
    {
        if (expression is Sum sum && !_uses.IsShared(sum))
        {
            return _graph.Add(1, 1, sum.Terms.Select(TraceOf));
        }

        var term = Of(expression);
        return _graph.Scale(term.Scalars, Chains.Trace(_graph, term.Factors, term.Rows));
    }

    // ‖A‖² as the inner product of A with itself, so that its gradient is 2A also at 0.
    private Term SquaredNorm(FrobeniusNorm norm)
    {
        var term = _graph.Formed(Of(norm.Children[0]));
        var square = _graph.PowerOfMultiple(term.Scalars, 2);
        return _graph.Scale(square, term.IsMultiple ? Term.Number(term.Rows) : _graph.InnerOfDiagonals(term.Factors[0].Node, term.Factors[0].Node));
    }

    private Term OperatorNormOf(Term term)
    {
        var node = _graph.NodeOf(term.IsMultiple ? term with { Rows = 1, Columns = 1 } : term);
        return _graph.TermOf(_graph.Make($"operator norm {node.Id}", NodeKind.Scalar, 1, 1, result => new OperatorNormStep(result, node)));
    }

    private Term DiagonalOf(Term term)
    {
        var formed = _graph.Formed(term);
        return formed.Factors is [var factor]
            ? _graph.Scale(formed.Scalars, _graph.TermOf(_graph.DiagonalPart(factor.Node)))
            : formed;
    }

    private Term Entrywise(int rows, int columns, Term left, Term right)
    {
        if (left.IsZero || right.IsZero)
        {
            return Term.Zero(rows, columns);
        }

        if (rows == 1 && columns == 1)
        {
            return _graph.Scale(left, right);
        }

        (left, right) = (_graph.Formed(left), _graph.Formed(right));
        if (left.IsDiagonal || right.IsDiagonal)
        {
            return _graph.Times(DiagonalOf(left), DiagonalOf(right));
        }

        var scalars = _graph.Scale(left.Scalars, right.Scalars);
        var (a, b) = (left.Factors[0], right.Factors[0]);
        var product = a.Transposed == b.Transposed
            ? _graph.TermOf(_graph.Entrywise(a.Node, b.Node)) is var stored && a.Transposed ? stored.Transpose() : stored
            : _graph.TermOf(_graph.Entrywise(_graph.NodeOf(_graph.TermOf(a)), _graph.NodeOf(_graph.TermOf(b))));
        return _graph.Scale(scalars, product);
    }

    private Term OfBlocks(BlockMatrix block, int rows, int columns)
    {
        var placed = new List<PlacedNode>();
        for (var (i, top) = (0, 0); i < block.Rows.Length; top += Of(block.Rows[i++][0]).Rows)
        {
            for (var (j, left) = (0, 0); j < block.Rows[i].Length; left += Of(block.Rows[i][j++]).Columns)
            {
                if (Of(block.Rows[i][j]) is { IsZero: false } term)
                {
                    placed.Add(new(top, left, _graph.NodeOf(term)));
                }
            }
        }

        var key = string.Join(", ", placed.Select(part => $"{part.Top} {part.Left} {part.Node.Id}"));
        return _graph.TermOf(_graph.Make($"blocks {rows} {columns}: {key}", NodeKind.Dense, rows, columns, result => new BlockStep(result, [.. placed])));
    }
}
