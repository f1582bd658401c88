using System.Numerics;
using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>
/// Evaluates expressions as they are written, entry by entry. What is averaged or differentiated is a polynomial in the entries; where it is none, rationals give up and
/// doubles draw or take differences.
/// </summary>
internal sealed class Evaluator<T>
    where T : struct, INumberKind<T>
{
    private const int MostPower = 256;

    private readonly Dictionary<Expr, Matrix<T>> _known = [];

    private readonly Binders<T> _binders;

    /// <summary>An evaluator at the given values.</summary>
    public Evaluator(Setting<T> setting, Work work, Draws draws)
    {
        (Setting, Work, Draws) = (setting, work, draws);
        _binders = new(this);
    }

    /// <summary>The values of what is free.</summary>
    public Setting<T> Setting { get; private set; }

    /// <summary>The work that is left.</summary>
    public Work Work { get; }

    /// <summary>Where draws come from.</summary>
    public Draws Draws { get; }

    /// <summary>The numbers given to entries.</summary>
    public Variables<T> Variables { get; } = new();

    /// <summary>A bound symbol's entries become variables; it occurs nowhere else, so what is known stays true.</summary>
    public Matrix<T> Bind(Symbol symbol)
    {
        var value = Variables.ValueOf(symbol, Setting.Of(symbol.Shape.Rows), Setting.Of(symbol.Shape.Columns));
        Setting = Setting.With(symbol, value);
        return value;
    }

    /// <summary>An evaluator at other values.</summary>
    public Evaluator<T> At(Setting<T> setting) => new(setting, Work, Draws);

    /// <summary>The value of an expression, with variables for the entries of bound symbols. What has none throws <see cref="NotEvaluatedException"/>.</summary>
    public Matrix<T> Of(Expr expression)
    {
        if (!_known.TryGetValue(expression, out var value))
        {
            Work.Spend(1);
            _known[expression] = value = Evaluate(expression);
        }

        return value;
    }

    /// <summary>The value of a scalar.</summary>
    public Polynomial<T> ScalarOf(Expr expression) => Of(expression)[0, 0];

    private Matrix<T> Evaluate(Expr expression) => expression switch
    {
        Number number => Matrix<T>.Scalar(T.Of(number.Value)),
        DimensionValue { Dimension: var dimension } => Matrix<T>.Scalar(T.Of(Setting.Of(dimension))),
        SymbolValue { Symbol: var symbol } => Setting.Symbols.GetValueOrDefault(symbol)
            ?? throw new NotEvaluatedException(Obstacle.NotTreated, $"the report gives no value of {symbol}"),
        ZeroMatrix or IdentityMatrix or OnesVector or UnitVector => Leaf(expression),
        Sum sum => sum.Terms.Select(Of).Aggregate((a, b) => a.Plus(b)),
        Product product => Of(product.Left).Times(Of(product.Right), Work),
        Hadamard hadamard => EntryByEntry(Of(hadamard.Children[0]), Of(hadamard.Children[1])),
        Transpose transpose => Of(transpose.Operand).Transposed(),
        Power power => PowerOf(power),
        Trace trace => Scalar(Diagonal(Of(trace.Children[0])).Aggregate((a, b) => a.Plus(b))),
        FrobeniusNorm norm => Matrix<T>.Scalar(Functions.Root(SquareOf(norm).Constant)),
        DiagonalPart part => DiagonalOf(Of(part.Children[0])),
        BlockMatrix blocks => Stack(blocks),
        Vectorization vec => ColumnsOf(Of(vec.Children[0])),
        KroneckerProduct kron => Kronecker(Of(kron.Left), Of(kron.Right)),
        Determinant det => Scalar(Elimination.Determinant(Of(det.Children[0]), Work)),
        OperatorNorm norm => Functions.OperatorNorm(Of(norm.Children[0]), Work),
        NegativeEigenvalues negative => Functions.Negatives(Of(negative.Children[0])),
        SingularValues singular => Functions.SingularValues(Of(singular.Children[0]), Work),
        Softmax softmax => Functions.Softmax(Of(softmax.Children[0])),
        Expectation expectation => _binders.Of(expectation),
        Gradient gradient => _binders.Of(gradient),
        Minimum minimum => _binders.Of(minimum),
        Limit limit => _binders.Of(limit),
        _ => throw new NotEvaluatedException(Obstacle.NotTreated, $"{expression.GetType().Name} is not evaluated here"),
    };

    private Matrix<T> Leaf(Expr expression)
    {
        var (rows, columns) = (Setting.Of(expression.Shape.Rows), Setting.Of(expression.Shape.Columns));
        if (expression is UnitVector { Position: var position } && position > rows)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"a vector of length {rows} has no entry {position}");
        }

        return new(rows, columns, (i, j) => Polynomial<T>.Of(T.Of(expression switch
        {
            IdentityMatrix => i == j ? 1 : 0,
            OnesVector => 1,
            UnitVector unit => i == unit.Position - 1 ? 1 : 0,
            _ => 0,
        })));
    }

    private static Matrix<T> Scalar(Polynomial<T> value) => new(1, 1, (_, _) => value);

    private static Matrix<T> DiagonalOf(Matrix<T> whole) => new(whole.Rows, whole.Columns, (i, j) => i == j ? whole[i, j] : Polynomial<T>.Zero);

    private static Matrix<T> ColumnsOf(Matrix<T> whole) => new(whole.Rows * whole.Columns, 1, (k, _) => whole[k % whole.Rows, k / whole.Rows]);

    private static IEnumerable<Polynomial<T>> Diagonal(Matrix<T> matrix) => Enumerable.Range(0, matrix.Rows).Select(i => matrix[i, i]);

    private Matrix<T> EntryByEntry(Matrix<T> a, Matrix<T> b) => new(a.Rows, a.Columns, (i, j) => a[i, j].Times(b[i, j], Work));

    private Matrix<T> Kronecker(Matrix<T> a, Matrix<T> b) =>
        new(a.Rows * b.Rows, a.Columns * b.Columns, (i, j) => a[i / b.Rows, j / b.Columns].Times(b[i % b.Rows, j % b.Columns], Work));

    private Matrix<T> Stack(BlockMatrix blocks)
    {
        var rows = blocks.Rows.Select(row => row.Select(Of).ToList()).ToList();
        var entries = rows.SelectMany(row => Enumerable.Range(0, row[0].Rows).Select(i => row.SelectMany(block => Enumerable.Range(0, block.Columns).Select(j => block[i, j])).ToList())).ToList();
        return new(entries.Count, entries[0].Count, (i, j) => entries[i][j]);
    }

    private Polynomial<T> SquareOf(FrobeniusNorm norm) =>
        Of(norm.Children[0]).Entries.Aggregate(Polynomial<T>.Zero, (sum, entry) => sum.Plus(entry.Times(entry, Work)));

    private Matrix<T> PowerOf(Power power)
    {
        if (power is { Base: FrobeniusNorm norm } && power.Exponent.IsInteger && power.Exponent.Sign > 0 && power.Exponent.Numerator.IsEven)
        {
            return IntegerPower(Scalar(SquareOf(norm)), power.Exponent.Numerator / 2);
        }

        var value = Of(power.Base);
        return !power.Exponent.IsInteger ? Functions.RealPower(value, power.Exponent)
            : power.Exponent.Sign < 0 ? IntegerPower(Elimination.Inverse(value, Work), -power.Exponent.Numerator)
            : IntegerPower(value, power.Exponent.Numerator);
    }

    private Matrix<T> IntegerPower(Matrix<T> value, BigInteger exponent)
    {
        if (exponent > MostPower)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"a power above {MostPower} is too large here");
        }

        var one = new Matrix<T>(value.Rows, value.Rows, (i, j) => i == j ? Polynomial<T>.Of(T.Of(1)) : Polynomial<T>.Zero);
        return Enumerable.Repeat(value, (int)exponent).Aggregate(one, (product, factor) => product.Times(factor, Work));
    }
}
