using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>What a statement's expressions are at an instance, outside any draw.</summary>
internal interface IFixedValues
{
    /// <summary>The value of an expression in which nothing is drawn.</summary>
    Matrix Of(Expr expression);

    /// <summary>The value of an expression as a function of one symbol in it, everything else fixed.</summary>
    Func<Matrix, Matrix> As(Expr expression, Symbol symbol);
}

/// <summary>Turns expressions that contain drawn symbols into the steps that compute them over a batch, products in the cheapest order.</summary>
internal sealed class SampleCompiler
{
    private const double RelativeStep = 1e-3;
    private readonly Instance _instance;
    private readonly IFixedValues _fixed;
    private readonly ImmutableHashSet<Symbol> _drawn;
    private readonly ImmutableDictionary<Symbol, PlacedPoint> _points;
    private readonly DrawCompiler _draws;
    private readonly SampleWriter _writer;
    private readonly Dictionary<Expr, int> _uses = [];
    private readonly List<Frame> _frames = [new(null)];
    private readonly List<int> _errorBounds = [];

    private SampleCompiler(Instance instance, IFixedValues values, ImmutableArray<Symbol> drawn, ImmutableDictionary<Symbol, PlacedPoint> points, ulong seed, string label, Machinery machinery)
    {
        (_instance, _fixed, _drawn, _points, _writer) = (instance, values, [.. drawn, .. points.Keys], points, new(machinery));
        _draws = new(instance, _writer, machinery, symbol => machinery.Stream(seed, $"{label}/{symbol.Name}/{drawn.IndexOf(symbol)}"), Compile);
    }

    /// <summary>The program of expressions whose drawn symbols have streams made from the seed, the label and their place.</summary>
    public static SampleProgram Compile(
        IReadOnlyList<Expr> expressions, ImmutableArray<Symbol> drawn, Instance instance, IFixedValues values, ulong seed, string label, Machinery machinery) =>
        Compile(expressions, drawn, ImmutableDictionary<Symbol, PlacedPoint>.Empty, instance, values, seed, label, machinery);

    /// <summary>The program of expressions in which some symbols stand for fixed places in a law.</summary>
    public static SampleProgram Compile(
        IReadOnlyList<Expr> expressions, ImmutableArray<Symbol> drawn, ImmutableDictionary<Symbol, PlacedPoint> points, Instance instance, IFixedValues values, ulong seed, string label, Machinery machinery)
    {
        var compiler = new SampleCompiler(instance, values, drawn, points, seed, label, machinery);
        foreach (var expression in expressions)
        {
            compiler.CountUses(expression);
        }

        var outputs = expressions.Select(compiler.Compile).ToList();
        return new(compiler._frames[0].Finish(), outputs, compiler._errorBounds, compiler._writer.RowCount, compiler._draws.Standards);
    }

    private LaneMatrix Compile(Expr expression)
    {
        var frame = FrameOf(expression);
        if (!frame.Known.TryGetValue(expression, out var value))
        {
            frame.Known[expression] = value = IsFixed(expression) ? LaneMatrix.Of(_fixed.Of(expression)) : Write(frame, expression);
        }

        return value;
    }

    // Nothing that is drawn and no parameter of a gradient around occurs.
    private bool IsFixed(Expr expression) => !expression.FreeSymbols.Overlaps(_drawn) && FrameOf(expression).Bound is null;

    // The innermost gradient whose parameter the expression moves with.
    private Frame FrameOf(Expr expression) => _frames.FindLast(frame => frame.Bound is { } bound && expression.FreeSymbols.Contains(bound)) ?? _frames[0];

    private LaneMatrix Write(Frame frame, Expr expression) => expression switch
    {
        SymbolValue { Symbol: var symbol } => _points.TryGetValue(symbol, out var point) ? _draws.Place(_frames[0], point) : _draws.Draw(_frames[0], symbol),
        Sum sum => _writer.Add(frame, [.. sum.Terms.Select(Compile)]),
        Product or Transpose => WriteProduct(frame, expression),
        Hadamard => _writer.Hadamard(frame, Compile(expression.Children[0]), Compile(expression.Children[1])),
        Power power => WritePower(frame, power),
        Trace trace => WriteTrace(frame, trace.Children[0]),
        FrobeniusNorm norm => _writer.Apply(frame, SquareSum(frame, norm), Math.Sqrt),
        DiagonalPart part => DiagonalOf(Compile(part.Children[0])),
        Vectorization => Vec(Compile(expression.Children[0])),
        KroneckerProduct product => Kronecker(frame, Compile(product.Left), Compile(product.Right)),
        BlockMatrix block => Join([.. block.Rows.Select(row => row.Select(Compile).ToArray())]),
        Gradient gradient => WriteGradient(frame, gradient),
        OperatorNorm or Determinant or NegativeEigenvalues or SingularValues or Softmax => ByFunction(frame, expression, expression.Children[0]),
        _ => throw new NotTreatedException($"{expression.GetType().Name} of random values"),
    };

    private LaneMatrix WriteProduct(Frame frame, Expr expression)
    {
        var (scalars, matrices) = (new List<LaneMatrix>(), new List<LaneMatrix>());
        Flatten(expression, isTransposed: false, isTop: true, scalars, matrices);
        var product = matrices.Count == 0 ? null : ProductOrder.Multiply(_writer, frame, matrices);
        var scalar = scalars.Count == 0 ? null : scalars.Aggregate((a, b) => _writer.Scale(frame, a, b));
        return product is null ? scalar! : scalar is null ? product : _writer.Scale(frame, scalar, product);
    }

    // The factors of a product that nothing else uses, in order; (A B)' = B' A'. A scalar product inside is a factor of its own.
    private void Flatten(Expr expression, bool isTransposed, bool isTop, List<LaneMatrix> scalars, List<LaneMatrix> matrices)
    {
        if (expression is Transpose transpose && !IsFixed(expression))
        {
            Flatten(transpose.Operand, !isTransposed, isTop && transpose.Operand is Product, scalars, matrices);
        }
        else if (expression is Product product && !IsFixed(expression) && (isTop || (_uses[expression] == 1 && !expression.IsScalar)))
        {
            foreach (var factor in isTransposed ? new[] { product.Right, product.Left } : [product.Left, product.Right])
            {
                Flatten(factor, isTransposed, false, scalars, matrices);
            }
        }
        else
        {
            var value = Compile(expression);
            (expression.IsScalar ? scalars : matrices).Add(isTransposed ? value.Transposed() : value);
        }
    }

    private LaneMatrix WriteTrace(Frame frame, Expr operand)
    {
        var (scalars, matrices) = (new List<LaneMatrix>(), new List<LaneMatrix>());
        Flatten(operand, isTransposed: false, isTop: operand is Product && _uses[operand] == 1, scalars, matrices);
        var trace = matrices.Count == 1
            ? _writer.Add(frame, [.. Enumerable.Range(0, matrices[0].Rows).Select(i => new LaneMatrix(1, 1, [matrices[0][i, i]], matrices[0].Scale))])
            : _writer.Inner(frame, ProductOrder.Multiply(_writer, frame, matrices[..^1]), matrices[^1]);
        return scalars.Aggregate(trace, (value, scalar) => _writer.Scale(frame, scalar, value));
    }

    private LaneMatrix WritePower(Frame frame, Power power)
    {
        if (power.Base is FrobeniusNorm norm)
        {
            var square = SquareSum(frame, norm);
            return power.Exponent == 2 ? square : _writer.Apply(frame, square, Scalars.Power(power.Exponent / 2));
        }

        if (power.Exponent.Denominator.IsOne && power.Exponent.Sign > 0 && power.Exponent <= 16)
        {
            var value = Compile(power.Base);
            return Enumerable.Range(1, (int)power.Exponent.Numerator - 1).Aggregate(value, (product, _) => _writer.Multiply(frame, product, value));
        }

        return power.IsScalar ? _writer.Apply(frame, Compile(power.Base), Scalars.Power(power.Exponent)) : ByFunction(frame, power, power.Base);
    }

    private LaneMatrix SquareSum(Frame frame, FrobeniusNorm norm)
    {
        var matrix = Compile(norm.Children[0]);
        return _writer.Inner(frame, matrix, matrix.Transposed());
    }

    // Sample by sample, by the evaluation of fixed values.
    private LaneMatrix ByFunction(Frame frame, Expr expression, Expr operand)
    {
        var input = Compile(operand);
        var placeholder = new Symbol("operand", operand.Shape, SymbolRole.Given);
        var function = _fixed.As(expression.WithChildren([Expr.Of(placeholder)]), placeholder);
        var (rows, columns) = (_instance.SizeOf(expression.Shape.Rows), _instance.SizeOf(expression.Shape.Columns));
        var first = _writer.Take(rows * columns);
        frame.Add(new MatrixFunction(input, rows, columns, first, function));
        return SampleWriter.Rows(rows, columns, first);
    }

    private LaneMatrix WriteGradient(Frame frame, Gradient gradient)
    {
        var at = Compile(gradient.At);
        var inner = new Frame(gradient.Bound);
        var moved = _writer.Take(at.Entries.Length);
        inner.Known[Expr.Of(gradient.Bound)] = SampleWriter.Rows(at.Rows, at.Columns, moved);
        _frames.Add(inner);
        var body = Compile(gradient.Body);
        _frames.Remove(inner);

        var size = at.Entries.Where(entry => entry.IsConstant).Select(entry => Math.Abs(at.Scale * entry.Constant)).Append(1).Max();
        var (output, bound) = (_writer.Take(at.Entries.Length), _writer.Take(1));
        frame.Add(new DifferenceGradient(at, moved, RelativeStep * size, inner.Finish(), body.Entries[0], body.Scale, output, bound));
        _errorBounds.Add(bound);
        return SampleWriter.Rows(at.Rows, at.Columns, output);
    }

    private static LaneMatrix DiagonalOf(LaneMatrix matrix) =>
        LaneMatrix.Of(matrix.Rows, matrix.Columns, (i, j) => i == j ? matrix[i, j] : Entry.Of(0)) with { Scale = matrix.Scale };

    private static LaneMatrix Vec(LaneMatrix a) => LaneMatrix.Of(a.Rows * a.Columns, 1, (k, _) => a[k % a.Rows, k / a.Rows]) with { Scale = a.Scale };

    // Block ij is a_ij b: the entrywise product of a, each entry spread over a block, and of b, repeated.
    private LaneMatrix Kronecker(Frame frame, LaneMatrix a, LaneMatrix b) => _writer.Hadamard(
        frame,
        LaneMatrix.Of(a.Rows * b.Rows, a.Columns * b.Columns, (i, j) => a[i / b.Rows, j / b.Columns]) with { Scale = a.Scale },
        LaneMatrix.Of(a.Rows * b.Rows, a.Columns * b.Columns, (i, j) => b[i % b.Rows, j % b.Columns]) with { Scale = b.Scale });

    private LaneMatrix Join(LaneMatrix[][] blocks)
    {
        var plain = blocks.Select(row => row.Select(block => block.Scale == 1 ? block : _writer.Add(_frames[^1], [block])).ToArray()).ToArray();
        var rows = plain.SelectMany((row, i) => Enumerable.Range(0, row[0].Rows).Select(inner => (Block: i, Inner: inner))).ToList();
        var columns = plain[0].SelectMany((block, j) => Enumerable.Range(0, block.Columns).Select(inner => (Block: j, Inner: inner))).ToList();
        return LaneMatrix.Of(rows.Count, columns.Count, (i, j) => plain[rows[i].Block][columns[j].Block][rows[i].Inner, columns[j].Inner]);
    }

    private void CountUses(Expr expression)
    {
        if (_uses.TryGetValue(expression, out var uses))
        {
            _uses[expression] = uses + 1;
            return;
        }

        _uses[expression] = 1;
        foreach (var child in expression.Children)
        {
            CountUses(child);
        }
    }
}
