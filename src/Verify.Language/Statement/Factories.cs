using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>The ways to make an expression. Each returns the interned node; wrong shapes throw <see cref="ArgumentException"/>.</summary>
public abstract partial class Expr
{
    /// <summary>A rational number.</summary>
    public static Number Of(Rational value) => Interning.Of(new Number(value));

    /// <summary>A dimension as a number.</summary>
    public static DimensionValue Of(Dimension dimension) => Interning.Of(new DimensionValue(dimension));

    /// <summary>A symbol's value.</summary>
    public static SymbolValue Of(Symbol symbol) => Interning.Of(new SymbolValue(symbol));

    /// <summary>A size as a number: the sum of its dimensions and its integer.</summary>
    public static Expr OfSize(Size size)
    {
        var terms = size.Terms.Select(term => term.Value == 1 ? OfProduct(term.Key) : Times(Of(term.Value), OfProduct(term.Key))).ToList();
        return terms.Count == 0 ? Of(size.Constant) : Add(size.Constant == 0 ? terms : [.. terms, Of(size.Constant)]);
    }

    private static Expr OfProduct(Dimension dimension) => Times([.. dimension.Factors.Select(factor => (Expr)Of(factor))]);

    /// <summary>The zero of a shape: the number 0 for a scalar.</summary>
    public static Expr Zero(Shape shape) => shape.IsScalar ? Of(Rational.Zero) : Interning.Of(new ZeroMatrix(shape));

    /// <summary>The identity of a size: the number 1 for size 1.</summary>
    public static Expr Identity(Size size) => size.IsOne ? Of(Rational.One) : Interning.Of(new IdentityMatrix(size));

    /// <summary>The vector of ones: the number 1 for size 1.</summary>
    public static Expr Ones(Size size) => size.IsOne ? Of(Rational.One) : Interning.Of(new OnesVector(size));

    /// <summary>The matrix of ones, as the product of a column and a row.</summary>
    public static Expr Ones(Shape shape) => shape.Columns.IsOne ? Ones(shape.Rows)
        : shape.Rows.IsOne ? TransposeOf(Ones(shape.Columns))
        : Times(Ones(shape.Rows), TransposeOf(Ones(shape.Columns)));

    /// <summary>The unit vector of a size with its 1 at a position, from 1: the number 1 for the one position of size 1.</summary>
    public static Expr Unit(Size size, int position)
    {
        Require(position >= 1, "Positions are counted from 1.");
        return size.IsOne && position == 1 ? Of(Rational.One) : Interning.Of(new UnitVector(size, position));
    }

    /// <summary>The sum of terms of one shape; one term is that term itself.</summary>
    public static Expr Add(IEnumerable<Expr> terms)
    {
        ImmutableArray<Expr> all = [.. terms];
        Require(all.Length > 0 && all.All(term => term.Shape.Equals(all[0].Shape)), "A sum needs terms of one shape.");
        return all.Length == 1 ? all[0] : Interning.Of(new Sum(all));
    }

    /// <summary>The sum of terms of one shape.</summary>
    public static Expr Add(params Expr[] terms) => Add((IEnumerable<Expr>)terms);

    /// <summary>a - b, the sum of a and -1 times b.</summary>
    public static Expr Subtract(Expr a, Expr b) => Add(a, Negate(b));

    /// <summary>-1 times a.</summary>
    public static Expr Negate(Expr a) => Times(Of(-1), a);

    /// <summary>The product of two factors: of matrices where neither is a scalar, scaling where one is.</summary>
    public static Expr Times(Expr left, Expr right)
    {
        Require(left.IsScalar || right.IsScalar || left.Shape.Columns.Equals(right.Shape.Rows), $"No product of {left.Shape} and {right.Shape}.");
        return Interning.Of(new Product(left, right));
    }

    /// <summary>The product of factors, associated to the left.</summary>
    public static Expr Times(params Expr[] factors) => factors.Aggregate(Times);

    /// <summary>a / s for a scalar s: the product of a and s^-1.</summary>
    public static Expr Divide(Expr a, Expr s)
    {
        Require(s.IsScalar, "A divisor must be a scalar.");
        return Times(a, Pow(s, -1));
    }

    /// <summary>A ∘ B, entry by entry.</summary>
    public static Expr EntrywiseProduct(Expr a, Expr b)
    {
        Require(a.Shape.Equals(b.Shape), $"No entrywise product of {a.Shape} and {b.Shape}.");
        return Interning.Of(new Hadamard(a, b));
    }

    /// <summary>The transpose; of a scalar, the scalar itself.</summary>
    public static Expr TransposeOf(Expr a) => a.IsScalar ? a : Interning.Of(new Transpose(a));

    /// <summary>base^k for a scalar or square base.</summary>
    public static Expr Pow(Expr @base, Rational exponent)
    {
        Require(@base.Shape.IsSquare, "Only a square matrix has powers.");
        return Interning.Of(new Power(@base, exponent));
    }

    /// <summary>tr(A); of a scalar, the scalar itself.</summary>
    public static Expr TraceOf(Expr a)
    {
        Require(a.Shape.IsSquare, "Only a square matrix has a trace.");
        return a.IsScalar ? a : Interning.Of(new Trace(a));
    }

    /// <summary>opnorm(A), the largest singular value.</summary>
    public static Expr OperatorNormOf(Expr a) => Interning.Of(new OperatorNorm(a));

    /// <summary>norm(A), Frobenius.</summary>
    public static Expr NormOf(Expr a) => Interning.Of(new FrobeniusNorm(a));

    /// <summary>diag(A), off-diagonal entries set to 0.</summary>
    public static Expr DiagonalOf(Expr a)
    {
        Require(a.Shape.IsSquare, "Only a square matrix has a diagonal part.");
        return Interning.Of(new DiagonalPart(a));
    }

    /// <summary>vec(A), the columns of A one under the other, (rows * columns) × 1; of a column, the column itself.</summary>
    public static Expr VecOf(Expr a) => a.Shape.Columns.IsOne ? a : Interning.Of(new Vectorization(a));

    /// <summary>kron(A, B): block ij is A_ij B. Scaling where one of them is a scalar.</summary>
    public static Expr Kronecker(Expr a, Expr b) => a.IsScalar || b.IsScalar ? Times(a, b) : Interning.Of(new KroneckerProduct(a, b));

    /// <summary>det(A); of a scalar, the scalar itself.</summary>
    public static Expr DeterminantOf(Expr a)
    {
        Require(a.Shape.IsSquare, "Only a square matrix has a determinant.");
        return a.IsScalar ? a : Interning.Of(new Determinant(a));
    }

    /// <summary>negatives(A), how many eigenvalues of a symmetric A are negative.</summary>
    public static Expr NegativesOf(Expr a)
    {
        Require(a.Shape.IsSquare, "Only a square matrix has eigenvalues.");
        return Interning.Of(new NegativeEigenvalues(a));
    }

    /// <summary>singular(A), the singular values in decreasing order, rows × 1.</summary>
    public static Expr SingularValuesOf(Expr a) => Interning.Of(new SingularValues(a));

    /// <summary>softmax(v) of a column v, of its shape.</summary>
    public static Expr SoftmaxOf(Expr v)
    {
        Require(v.Shape.Columns.IsOne, "Only a vector has a softmax.");
        return Interning.Of(new Softmax(v));
    }

    /// <summary>The block matrix with the given rows of blocks; one block is that block itself.</summary>
    public static Expr Blocks(ImmutableArray<ImmutableArray<Expr>> rows)
    {
        Require(rows.Length > 0 && rows.All(row => row.Length == rows[0].Length && row.Length > 0), "Rows of blocks of one length.");
        Require(rows.All(row => row.All(block => block.Shape.Rows.Equals(row[0].Shape.Rows))), "Blocks of one row share their rows.");
        Require(Enumerable.Range(0, rows[0].Length).All(j => rows.All(row => row[j].Shape.Columns.Equals(rows[0][j].Shape.Columns))), "Blocks of one column share their columns.");
        return rows.Length == 1 && rows[0].Length == 1 ? rows[0][0] : Interning.Of(new BlockMatrix(rows));
    }

    /// <summary>E over the bound symbols (fresh ones that occur nowhere else); over none, the body itself.</summary>
    public static Expr ExpectationOf(Expr body, ImmutableArray<Symbol> bound) => bound.IsEmpty ? body : Interning.Of(new Expectation(body, bound));

    /// <summary>The gradient of a scalar by a bound parameter at a value of its shape.</summary>
    public static Expr GradientOf(Expr body, Symbol bound, Expr at)
    {
        Require(body.IsScalar && at.Shape.Equals(bound.Shape), "The gradient of a scalar, taken at a value of the parameter's shape.");
        return Interning.Of(new Gradient(body, bound, at));
    }

    /// <summary>The infimum of a scalar over bound parameters.</summary>
    public static Expr MinimumOf(Expr body, ImmutableArray<Symbol> bound)
    {
        Require(body.IsScalar && bound.Length > 0, "The minimum of a scalar over parameters.");
        return Interning.Of(new Minimum(body, bound));
    }

    /// <summary>lim(body; approach), whose variable is bound in the body.</summary>
    public static Expr LimitOf(Expr body, Approach approach) => Interning.Of(new Limit(body, approach));

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
