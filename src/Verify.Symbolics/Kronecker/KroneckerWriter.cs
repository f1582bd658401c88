using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <summary>
/// Writes expressions without vec and kron: vec(A)' vec(B) = tr(A' B), kron(A, B) vec(V) = vec(B V A') (Magnus &amp; Neudecker 2019, chapter 2), so that a chain of
/// them becomes a trace of ordinary products. What has no such form throws <see cref="NotTreatedException"/>.
/// </summary>
internal sealed partial class KroneckerWriter
{
    private readonly Dictionary<Expr, Expr> _plain = [];

    /// <summary>How sizes are products here.</summary>
    public Unfoldings Unfoldings { get; } = new();

    /// <summary>The expression, whose rows and columns are no products, without vec and kron.</summary>
    public Expr Plain(Expr expression)
    {
        if (!Unfoldings.Occurs(expression))
        {
            return expression;
        }

        if (!_plain.TryGetValue(expression, out var plain))
        {
            Algebra.Current.Spend(1);
            _plain[expression] = plain = Write(expression);
        }

        return plain;
    }

    /// <summary>Forgets what was written before more symbols were unfolded.</summary>
    public void Forget()
    {
        _plain.Clear();
        Unfoldings.Forget();
    }

    private Expr Write(Expr expression) => expression switch
    {
        Product { IsScalar: true, Left.IsScalar: false } product => Chain(product),
        Product product when KroneckerFactors.Of(product) is { Left.IsScalar: true } factors => Expr.Times(Plain(factors.Left), Plain(factors.Right)),
        Trace => TraceOf(expression.Children[0]),
        Power { Base: FrobeniusNorm norm } power when Unfoldings.Occurs(norm) => Expr.Pow(SquaredNorm(norm.Children[0]), power.Exponent / 2),
        FrobeniusNorm => Expr.Pow(SquaredNorm(expression.Children[0]), new Rational(1, 2)),
        OperatorNorm when KroneckerFactors.Of(expression.Children[0]) is { } factors =>
            Expr.Times(Expr.OperatorNormOf(Plain(factors.Left)), Expr.OperatorNormOf(Plain(factors.Right))),
        Expectation expectation => Average(expectation, Plain(expectation.Body)),
        Gradient { Bound: var bound } gradient when Unfoldings.Of(bound) == bound => Expr.GradientOf(Plain(gradient.Body), bound, Plain(gradient.At)),
        Minimum minimum => Expr.MinimumOf(Plain(minimum.Body), [.. minimum.Bound.Select(Unfoldings.Of)]),
        Limit limit => Expr.LimitOf(Plain(limit.Body), limit.Approach),
        Sum or Product or Transpose or Power or Hadamard or OperatorNorm or DiagonalPart or Determinant or Softmax or BlockMatrix =>
            expression.WithChildren([.. expression.Children.Select(Plain)]),
        Vectorization => throw new NotTreatedException("vec that meets neither kron nor another vec"),
        KroneckerProduct => throw new NotTreatedException("kron that meets no vec"),
        _ => throw new NotTreatedException($"vec or kron in {expression.GetType().Name}"),
    };

    // x' y, where the size between the two may be a product.
    private Expr Chain(Product product) => (Unfoldings.Columns(product.Left) ?? Unfoldings.Rows(product.Right)) is { } between
        ? Inner(Row(product.Left, between), Column(product.Right, between))
        : Expr.Times(Plain(product.Left), Plain(product.Right));

    private static Expr Inner(Expr a, Expr b) => Expr.TraceOf(Expr.Times(Expr.TransposeOf(a), b));

    private Expr SquaredNorm(Expr matrix) => TraceOf(Expr.Times(Expr.TransposeOf(matrix), matrix));

    private Expr TraceOf(Expr matrix) => matrix switch
    {
        { IsScalar: true } => Plain(matrix),
        _ when Unfoldings.Rows(matrix) is null && Unfoldings.Columns(matrix) is null => Expr.TraceOf(Plain(matrix)),
        Sum sum => Expr.Add(sum.Terms.Select(TraceOf)),
        Product { Left.IsScalar: true } product => Expr.Times(Plain(product.Left), TraceOf(product.Right)),
        Product { Right.IsScalar: true } product => Expr.Times(Plain(product.Right), TraceOf(product.Left)),
        Transpose transpose => TraceOf(transpose.Operand),
        Expectation expectation => Average(expectation, TraceOf(expectation.Body)),
        _ when KroneckerFactors.Of(matrix) is { Left.Shape.IsSquare: true, Right.Shape.IsSquare: true } factors =>
            Expr.Times(Expr.TraceOf(Plain(factors.Left)), Expr.TraceOf(Plain(factors.Right))),
        Product product => TraceOfProduct([.. Factors(product)]),
        IdentityMatrix or ZeroMatrix => Expr.TraceOf(matrix),
        _ => throw new NotTreatedException("the trace of this Kronecker product"),
    };

    // tr(P c r Q) = r Q P c for a column c before a row r; tr(P (S + T) Q) = tr(P S Q) + tr(P T Q).
    private Expr TraceOfProduct(List<Expr> factors)
    {
        var column = factors.FindIndex(factor => factor.Shape.Columns.IsOne);
        if (column >= 0)
        {
            return Plain(Expr.Times([.. factors[(column + 1)..], .. factors[..(column + 1)]]));
        }

        var sum = factors.FindIndex(factor => factor is Sum);
        return sum < 0 ? throw new NotTreatedException("the trace of this product of Kronecker products")
            : Expr.Add(((Sum)factors[sum]).Terms.Select(term => TraceOf(Expr.Times([.. factors[..sum], term, .. factors[(sum + 1)..]]))));
    }

    // The factors in order, where (A B)' = B' A' and (A + B)' = A' + B'.
    private static IEnumerable<Expr> Factors(Expr expression, bool transposed = false) => expression switch
    {
        Product { Left.IsScalar: false, Right.IsScalar: false } product => transposed
            ? Factors(product.Right, true).Concat(Factors(product.Left, true))
            : Factors(product.Left).Concat(Factors(product.Right)),
        Transpose transpose => Factors(transpose.Operand, !transposed),
        Sum sum when transposed => [Expr.Add(sum.Terms.Select(Expr.TransposeOf))],
        _ => [transposed ? Expr.TransposeOf(expression) : expression],
    };

    // Where one expectation is written at several places, each has bound symbols of its own.
    private Expr Average(Expectation expectation, Expr body)
    {
        var fresh = new Dictionary<Symbol, Expr>();
        var bound = new List<Symbol>();
        foreach (var symbol in expectation.Bound)
        {
            if (symbol.Law is MomentLaw law && (Unfoldings.Occurs(law.Mean) || Unfoldings.Occurs(law.Covariance)))
            {
                throw new NotTreatedException("vec or kron in a law");
            }

            var copy = new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, new Substitution(fresh).In(symbol.Law!));
            fresh.Add(symbol, Expr.Of(copy));
            bound.Add(copy);
        }

        return Expr.ExpectationOf(new Substitution(fresh).In(body), [.. bound]);
    }
}
