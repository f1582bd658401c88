using System.Globalization;

namespace Verify.Language.Syntax;

/// <summary>
/// The canonical text of an expression: the fewest parentheses, one spelling, single spaces. Parsing it gives the same tree.
/// </summary>
public static partial class SyntaxPrinter
{
    /// <summary>The text of an expression.</summary>
    public static string Print(ExprSyntax expression) => expression switch
    {
        NameSyntax name => name.Name,
        NumberSyntax number => number.Value.ToString(),
        IdentitySyntax => "I",
        OnesSyntax => "ones",
        EntrySyntax entry => "entry(" + Print(entry.Operand) + "; " + List(entry.Positions, Print) + ")",
        ColumnSyntax column => "column(" + Print(column.Operand) + "; " + Print(column.Position) + ")",
        NegationSyntax negation => "-" + UnaryOperand(negation.Operand),
        TransposeSyntax transpose => PostfixOperand(transpose.Operand) + "'",
        PowerSyntax power => PowerBase(power.Base) + "^" + Exponent(power.Exponent.Value),
        SumSyntax sum => Sum(sum),
        ProductSyntax product => Product(product),
        BlockSyntax block => "[" + string.Join("; ", block.Rows.Select(row => List(row, Print))) + "]",
        SubstitutionSyntax substitution => PostfixOperand(substitution.Operand) + "[" + List(substitution.Assignments, Print) + "]",
        BuiltInSyntax applied => NameOf(applied.Function) + "(" + Print(applied.Argument) + ")",
        KroneckerSyntax product => "kron(" + Print(product.Left) + ", " + Print(product.Right) + ")",
        CallSyntax call => call.Function.Name + "(" + List(call.Arguments, Print) + ")",
        ExpectationSyntax { Given.Count: 0 } expectation => "E[" + Print(expectation.Body) + "]",
        ExpectationSyntax expectation => "E[" + Print(expectation.Body) + " | " + List(expectation.Given, Print) + "]",
        GradientSyntax gradient => "grad(" + Print(gradient.Body) + "; " + gradient.Parameter.Name + ")",
        MinimumSyntax minimum => "min(" + Print(minimum.Body) + "; " + List(minimum.Parameters, Print) + ")",
        LimitSyntax limit => "lim(" + Print(limit.Body) + "; " + Print(limit.Approach) + ")",
        _ => throw new ArgumentException($"No text for {expression.GetType().Name}.", nameof(expression)),
    };

    private static string Print(PositionSyntax position) => position.Index?.Name ?? position.Number.ToString(CultureInfo.InvariantCulture);

    private static string Print(AssignmentSyntax assignment) => assignment.Name.Name + " := " + Print(assignment.Value);

    internal static string Print(ApproachSyntax approach) => approach.Name.Name + " -> " + (approach.Target is { } target ? Print(target) : "inf");

    private static string List<T>(IEnumerable<T> items, Func<T, string> print) => string.Join(", ", items.Select(print));

    private static string NameOf(BuiltIn function) => function switch
    {
        BuiltIn.Trace => "tr",
        BuiltIn.OperatorNorm => "opnorm",
        BuiltIn.Norm => "norm",
        BuiltIn.SquareRoot => "sqrt",
        BuiltIn.Vec => "vec",
        BuiltIn.Determinant => "det",
        BuiltIn.Negatives => "negatives",
        BuiltIn.Singular => "singular",
        BuiltIn.Softmax => "softmax",
        _ => "diag",
    };

    private static string Exponent(Rational value) => value.IsInteger ? value.Numerator.ToString(CultureInfo.InvariantCulture) : $"({value})";

    private static string Parenthesised(ExprSyntax expression) => "(" + Print(expression) + ")";

    private static string UnaryOperand(ExprSyntax operand) => operand is SumSyntax or ProductSyntax or NegationSyntax ? Parenthesised(operand) : Print(operand);

    private static string PostfixOperand(ExprSyntax operand) =>
        operand is SumSyntax or ProductSyntax or NegationSyntax or NumberSyntax { Value.IsInteger: false } ? Parenthesised(operand) : Print(operand);

    /// <summary>A power of a power is refused without parentheses.</summary>
    private static string PowerBase(ExprSyntax @base) => @base is PowerSyntax ? Parenthesised(@base) : PostfixOperand(@base);

    private static string Sum(SumSyntax sum) => (sum.First is SumSyntax ? Parenthesised(sum.First) : Print(sum.First))
        + string.Concat(sum.Rest.Select(term => (term.Operator == SumOperator.Plus ? " + " : " - ") + Term(term.Operand)));

    /// <summary>A term after the first does not begin with a bare minus.</summary>
    private static string Term(ExprSyntax term) => term switch
    {
        SumSyntax or NegationSyntax => Parenthesised(term),
        ProductSyntax { First: NegationSyntax } product => Product(product, Parenthesised(product.First)),
        _ => Print(term),
    };
}
