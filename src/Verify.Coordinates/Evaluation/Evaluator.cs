using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Instances;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Values of expressions at an instance, entries written out, exactly. Inside an expectation the entries of a random symbol are variables, inside a gradient
/// those of the parameter carry infinitesimals; so one evaluation serves both.
/// </summary>
internal sealed class Evaluator
{

    /// <summary>An evaluator at an instance; the ring says what the work is charged to.</summary>
    public Evaluator(Instance instance, PolynomialRing ring)
    {
        Instance = instance;
        Ring = ring;
        Algebra = new(ring);
        foreach (var (symbol, value) in instance.Values)
        {
            Free.Bind(symbol, Matrix.Of(value));
        }
    }

    /// <summary>Where the expressions are evaluated.</summary>
    public Instance Instance { get; }

    /// <summary>The ring of all entries.</summary>
    public PolynomialRing Ring { get; }

    /// <summary>Matrices over the ring.</summary>
    public MatrixAlgebra Algebra { get; }

    /// <summary>The outermost scope, of the instance's own values.</summary>
    public Scope Free { get; } = new(null);

    /// <summary>The finite law of a symbol with an unknown one.</summary>
    public IReadOnlyList<Atom> AtomsOf(Symbol symbol, Scope scope) => Instance.Laws(symbol, SizeOf(symbol.Shape.Rows, scope), SizeOf(symbol.Shape.Columns, scope));

    /// <summary>The value with free symbols as the instance says. Throws an <see cref="ObstacleException"/> where there is none.</summary>
    public Matrix Evaluate(Expr expression) => Evaluate(expression, Free);

    /// <summary>The value where some free symbols are bound otherwise.</summary>
    public Matrix EvaluateAt(Expr expression, IEnumerable<KeyValuePair<Symbol, Matrix>> values) =>
        Evaluate(expression, values.Aggregate(new Scope(Free), (scope, value) => scope.Bind(value.Key, value.Value)));

    /// <summary>The value where a dimension or a scalar is as given.</summary>
    public Matrix EvaluateAt(Expr expression, Scope scope, Approach approach, Rational value) => Evaluate(expression, approach.Dimension is { } dimension
        ? new Scope(scope).Bind(dimension, (int)value.Numerator)
        : new Scope(scope).Bind(approach.Scalar!, Matrix.Scalar(Polynomial.Of(value))));

    /// <summary>The value of a size.</summary>
    public int SizeOf(Size size, Scope scope) => size.Evaluate(dimension => scope.Find(dimension) ?? Instance.Dimensions[dimension]);

    /// <summary>The value of a size without bound dimensions.</summary>
    public int SizeOf(Size size) => SizeOf(size, Free);

    /// <summary>An evaluator at another instance, charged to the same work and with the same order of roots.</summary>
    public Evaluator Elsewhere(Instance instance)
    {
        var ring = new PolynomialRing(Ring.Work);
        ring.Radicals.Order = Ring.Radicals.Order;
        return new(instance, ring);
    }

    /// <summary>Whether the instance gives the dimension a value.</summary>
    public bool IsKnown(Dimension dimension) => Instance.Dimensions.ContainsKey(dimension);

    /// <summary>The value in a scope.</summary>
    public Matrix Evaluate(Expr expression, Scope scope)
    {
        var home = scope.Home(expression);
        return home.Known(expression) ?? home.Keep(expression, Compute(expression, home));
    }

    private Matrix Compute(Expr expression, Scope scope) => expression switch
    {
        Number number => Matrix.Scalar(Polynomial.Of(number.Value)),
        DimensionValue value => Matrix.Scalar(Polynomial.Of(SizeOf(value.Dimension, scope))),
        SymbolValue value => scope.Find(value.Symbol) ?? throw new NotTreatedException($"the symbol {value.Symbol.Name} without a value"),
        ZeroMatrix => Matrix.Zero(SizeOf(expression.Shape.Rows, scope), SizeOf(expression.Shape.Columns, scope)),
        IdentityMatrix => Matrix.Identity(SizeOf(expression.Shape.Rows, scope)),
        OnesVector => Matrix.Of(SizeOf(expression.Shape.Rows, scope), 1, (_, _) => Polynomial.One),
        UnitVector unit => UnitOf(unit, SizeOf(expression.Shape.Rows, scope)),
        Sum sum => sum.Terms.Select(term => Evaluate(term, scope)).Aggregate(Algebra.Add),
        Product product => Multiply(product, scope),
        Hadamard => Algebra.Hadamard(Evaluate(expression.Children[0], scope), Evaluate(expression.Children[1], scope)),
        Transpose transpose => Evaluate(transpose.Operand, scope).Transpose(),
        Power { Base: FrobeniusNorm norm } power => Matrix.Scalar(Norms.Frobenius(Algebra, Evaluate(norm.Children[0], scope), power.Exponent)),
        Power power => Powers.Of(Algebra, Evaluate(power.Base, scope), power.Exponent),
        Trace trace => Matrix.Scalar(Evaluate(trace.Children[0], scope).Trace()),
        OperatorNorm norm => Matrix.Scalar(Norms.Operator(Algebra, Evaluate(norm.Children[0], scope))),
        FrobeniusNorm norm => Matrix.Scalar(Norms.Frobenius(Algebra, Evaluate(norm.Children[0], scope), 1)),
        DiagonalPart part => DiagonalOf(Evaluate(part.Children[0], scope)),
        Vectorization => MatrixFunctions.Vec(Evaluate(expression.Children[0], scope)),
        KroneckerProduct product => MatrixFunctions.Kronecker(Algebra, Evaluate(product.Left, scope), Evaluate(product.Right, scope)),
        Determinant => Matrix.Scalar(MatrixFunctions.Determinant(Algebra, Evaluate(expression.Children[0], scope))),
        NegativeEigenvalues => Matrix.Scalar(Polynomial.Of(Inertia.Negatives(Algebra, Evaluate(expression.Children[0], scope)))),
        SingularValues => MatrixFunctions.Singular(Algebra, Evaluate(expression.Children[0], scope)),
        Softmax => MatrixFunctions.Softmax(Algebra, Evaluate(expression.Children[0], scope)),
        BlockMatrix block => Join([.. block.Rows.Select(row => row.Select(entry => Evaluate(entry, scope)).ToArray())]),
        Expectation expectation => Expectations.Of(this, expectation, scope),
        Gradient gradient => Gradients.Of(this, gradient, scope),
        Minimum minimum => Matrix.Scalar(Infimum.Of(this, minimum, scope)),
        Limit limit => Limits.Of(this, limit, scope),
        _ => throw new NotTreatedException(expression.GetType().Name),
    };

    private Matrix Multiply(Product product, Scope scope)
    {
        var (left, right) = (Evaluate(product.Left, scope), Evaluate(product.Right, scope));
        return product.Left.IsScalar ? Algebra.Scale(left[0, 0], right)
            : product.Right.IsScalar ? Algebra.Scale(right[0, 0], left)
            : Algebra.Multiply(left, right);
    }

    private static Matrix UnitOf(UnitVector unit, int size) => unit.Position <= size
        ? Matrix.Of(size, 1, (i, _) => i + 1 == unit.Position ? Polynomial.One : Polynomial.Zero)
        : throw new UndefinedException($"position {unit.Position} of {size}");

    private static Matrix DiagonalOf(Matrix a) => Matrix.Of(a.Rows, a.Columns, (i, j) => i == j ? a[i, j] : Polynomial.Zero);

    private static Matrix Join(Matrix[][] blocks)
    {
        var rows = blocks.SelectMany((row, i) => Enumerable.Range(0, row[0].Rows).Select(inner => (Block: i, Inner: inner))).ToList();
        var columns = blocks[0].SelectMany((block, j) => Enumerable.Range(0, block.Columns).Select(inner => (Block: j, Inner: inner))).ToList();
        return Matrix.Of(rows.Count, columns.Count, (i, j) => blocks[rows[i].Block][columns[j].Block][rows[i].Inner, columns[j].Inner]);
    }
}
