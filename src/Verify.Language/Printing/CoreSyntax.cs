using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>
/// Core expressions as surface trees, so that reading the text gives the expression again (up to bound symbols, and to where a sign stands in a product).
/// What is larger than the budget, written out, is cut off with dots.
/// </summary>
internal sealed partial class CoreSyntax(SymbolNames names, double budget)
{
    private static readonly TextSpan Nowhere = default;
    private static readonly NameSyntax Dots = new("…", Nowhere);
    private readonly WrittenSizes _sizes = new();
    private readonly double _most = budget / 4;
    private double _left = budget;

    /// <summary>The expression as a surface tree.</summary>
    public ExprSyntax Of(Expr expression) => _sizes.Of(expression) <= _left ? Whole(expression) : Opened(expression);

    // A sum or product that is too large is shown with dots for its large parts, anything else as dots.
    private ExprSyntax Opened(Expr expression) => expression switch
    {
        Sum sum when sum.Terms.Length < 20 => new SumSyntax(
            OrDots(sum.Terms[0]), [.. sum.Terms.Skip(1).Select(term => new SumTermSyntax(SumOperator.Plus, OrDots(term), Nowhere))], Nowhere),
        Sum sum => Leading(sum),
        Product product => new ProductSyntax(OrDots(product.Left), [new(FactorOperator.Times, OrDots(product.Right), Nowhere)], Nowhere),
        _ => Dots,
    };

    // Of a long sum, the terms that fit, then dots for the others.
    private ExprSyntax Leading(Sum sum)
    {
        var fitting = 0;
        var room = _most;
        while (fitting < sum.Terms.Length && (room -= _sizes.Of(sum.Terms[fitting])) >= 0)
        {
            fitting++;
        }

        if (fitting == 0)
        {
            return Dots;
        }

        var shown = OfSum(sum.Terms[..fitting]);
        return new SumSyntax(shown.First, [.. shown.Rest, new SumTermSyntax(SumOperator.Plus, Dots, Nowhere)], Nowhere);
    }

    private ExprSyntax OrDots(Expr expression) => _sizes.Of(expression) > Math.Min(_left, _most) ? Dots : Whole(expression);

    private ExprSyntax Whole(Expr expression)
    {
        _left--;
        return expression switch
        {
            Number number => number.Value.Sign < 0
                ? new NegationSyntax(new NumberSyntax(-number.Value, Nowhere), Nowhere)
                : new NumberSyntax(number.Value, Nowhere),
            DimensionValue dimension => Name(names[dimension.Dimension]),
            SymbolValue symbol => Name(names[symbol.Symbol]),
            ZeroMatrix => new NumberSyntax(Rational.Zero, Nowhere),
            IdentityMatrix => new IdentitySyntax(Nowhere),
            OnesVector => new OnesSyntax(Nowhere),
            UnitVector unit => new ColumnSyntax(new IdentitySyntax(Nowhere), Position(unit), Nowhere),
            Sum sum => OfSum(sum.Terms),
            Product product when EntryOf(product) is { } entry => entry,
            Product or Hadamard => Signs.WithoutMinus(expression) is { } positive ? Negated(positive) : OfProduct(expression),
            Transpose transpose => new TransposeSyntax(Of(transpose.Operand), Nowhere),
            Power { IsScalar: true } power when power.Exponent == new Rational(1, 2) => BuiltInOf(BuiltIn.SquareRoot, power.Base),
            Power power => new PowerSyntax(Of(power.Base), new(power.Exponent, Nowhere), Nowhere),
            Trace => BuiltInOf(BuiltIn.Trace, expression.Children[0]),
            OperatorNorm => BuiltInOf(BuiltIn.OperatorNorm, expression.Children[0]),
            FrobeniusNorm => BuiltInOf(BuiltIn.Norm, expression.Children[0]),
            DiagonalPart => BuiltInOf(BuiltIn.Diagonal, expression.Children[0]),
            Vectorization => BuiltInOf(BuiltIn.Vec, expression.Children[0]),
            KroneckerProduct product => new KroneckerSyntax(Of(product.Left), Of(product.Right), Nowhere),
            Determinant => BuiltInOf(BuiltIn.Determinant, expression.Children[0]),
            NegativeEigenvalues => BuiltInOf(BuiltIn.Negatives, expression.Children[0]),
            SingularValues => BuiltInOf(BuiltIn.Singular, expression.Children[0]),
            Softmax => BuiltInOf(BuiltIn.Softmax, expression.Children[0]),
            BlockMatrix block => new BlockSyntax([.. block.Rows.Select(row => (SyntaxList<ExprSyntax>)[.. row.Select(Of)])], Nowhere),
            Expectation expectation => new ExpectationSyntax(Of(expectation.Body), [.. HeldSymbols.In(expectation).Select(symbol => Name(names[symbol]))], Nowhere),
            Gradient gradient => OfGradient(gradient),
            Minimum minimum => OfMinimum(minimum.Body, minimum.Bound),
            Limit limit => new LimitSyntax(Of(limit.Body), Of(limit.Approach), Nowhere),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} is no expression."),
        };
    }

    private SumSyntax OfSum(ImmutableArray<Expr> terms) => new(
        Of(terms[0]),
        [
            .. terms.Skip(1).Select(term => Signs.WithoutMinus(term) is { } positive
                ? new SumTermSyntax(SumOperator.Minus, Of(positive), Nowhere)
                : new SumTermSyntax(SumOperator.Plus, Of(term), Nowhere)),
        ],
        Nowhere);

    // The sign stands before the first factor: -b c.
    private ExprSyntax Negated(Expr positive) => Of(positive) switch
    {
        ProductSyntax product => new ProductSyntax(new NegationSyntax(product.First, Nowhere), product.Rest, Nowhere),
        var operand => new NegationSyntax(operand, Nowhere),
    };

    private ExprSyntax OfProduct(Expr product)
    {
        var factors = new Stack<FactorSyntax>();
        var rest = product;
        while (rest is Product or Hadamard && (rest is not Product whole || EntryOf(whole) is null))
        {
            var (left, right) = (rest.Children[0], rest.Children[1]);
            factors.Push(rest is Hadamard ? new(FactorOperator.Entrywise, Of(right), Nowhere)
                : right is Power { IsScalar: true } quotient && quotient.Exponent == -1 && ReadsAsQuotient(left, quotient.Base, isLast: factors.Count == 0)
                    ? new(FactorOperator.Over, Of(quotient.Base), Nowhere)
                : new FactorSyntax(FactorOperator.Times, Of(right), Nowhere));
            rest = left;
        }

        return new ProductSyntax(Of(rest), [.. factors], Nowhere);
    }

    // tr(Λ)/N * I, but 1/2 (1 + 1/N)^-1 tr(Λ): both read as the same product.
    private static bool ReadsAsQuotient(Expr left, Expr divisor, bool isLast) =>
        isLast || (divisor is DimensionValue or SymbolValue && left is not Number { Value.IsInteger: false });

    private ExprSyntax OfGradient(Gradient gradient)
    {
        var parameter = Name(names[gradient.Bound]);
        var taken = new GradientSyntax(Of(gradient.Body), parameter, Nowhere);
        return gradient.At is SymbolValue place && names[place.Symbol] == parameter.Name
            ? taken
            : new SubstitutionSyntax(taken, [new AssignmentSyntax(parameter, Of(gradient.At), Nowhere)], Nowhere);
    }

    private MinimumSyntax OfMinimum(Expr body, IEnumerable<Symbol> parameters) =>
        new(Of(body), [.. parameters.Select(parameter => Name(names[parameter]))], Nowhere);

    private ApproachSyntax Of(Approach approach) => new(
        Name(approach.Dimension is { } dimension ? names[dimension] : names[approach.Scalar!]), approach.Target is { } target ? Of(target) : null, Nowhere);

    private ExprSyntax BuiltInOf(BuiltIn function, Expr argument) => new BuiltInSyntax(function, Of(argument), Nowhere);

    private static NameSyntax Name(string name) => new(name, Nowhere);
}
