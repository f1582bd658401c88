using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>Core expressions as LaTeX for mathematics mode (amsmath): tr as an operator, ^⊤, fractions, 𝔼, ∇, matrices in brackets.</summary>
public static class LatexPrinter
{
    /// <summary>The expression.</summary>
    public static string Print(Expr expression) => Print(new CoreSyntax(new SymbolNames([expression], []), CorePrinter.Budget).Of(expression));

    /// <summary>The expression for someone who asked for it, as <see cref="CorePrinter.PrintInFull"/> writes it.</summary>
    public static string PrintInFull(Expr expression) => Print(new CoreSyntax(new SymbolNames([expression], []), CorePrinter.FullBudget).Of(expression));

    internal static string Print(ExprSyntax syntax) => syntax switch
    {
        NameSyntax name => LatexNames.Of(name.Name),
        NumberSyntax { Value.IsInteger: true } number => number.Value.ToString(),
        NumberSyntax number => $@"\tfrac{{{number.Value.Numerator}}}{{{number.Value.Denominator}}}",
        IdentitySyntax => "I",
        OnesSyntax => @"\mathbf{1}",
        EntrySyntax entry => $"{PostfixBase(entry.Operand)}_{{{string.Join(", ", entry.Positions.Select(Position))}}}",
        ColumnSyntax column => $"{PostfixBase(column.Operand)}_{{:, {Position(column.Position)}}}",
        NegationSyntax negation => "-" + (negation.Operand is SumSyntax or NegationSyntax ? Parenthesised(negation.Operand) : Print(negation.Operand)),
        TransposeSyntax transpose => PostfixBase(transpose.Operand) + @"^{\top}",
        PowerSyntax power => PostfixBase(power.Base) + $"^{{{power.Exponent.Value}}}",
        SumSyntax sum => Print(sum.First) + string.Concat(sum.Rest.Select(term => (term.Operator == SumOperator.Plus ? " + " : " - ") + Term(term.Operand))),
        ProductSyntax product => Product(product),
        BlockSyntax block => @"\begin{bmatrix} " + string.Join(@" \\ ", block.Rows.Select(row => string.Join(" & ", row.Select(Print)))) + @" \end{bmatrix}",
        SubstitutionSyntax substitution =>
            $@"\left. {Print(substitution.Operand)} \right|_{{{string.Join(", ", substitution.Assignments.Select(a => $"{LatexNames.Of(a.Name.Name)} = {Print(a.Value)}"))}}}",
        BuiltInSyntax applied => Applied(applied.Function, Print(applied.Argument)),
        KroneckerSyntax product => $@"\left({Factor(product.Left, isFirst: false)} \otimes {Factor(product.Right, isFirst: false)}\right)",
        CallSyntax call => $@"{LatexNames.Of(call.Function.Name)}\left({string.Join(", ", call.Arguments.Select(Print))}\right)",
        ExpectationSyntax expectation => $@"\mathbb{{E}}\left[{Print(expectation.Body)}{Given(expectation)}\right]",
        GradientSyntax gradient => $@"\nabla_{{{LatexNames.Of(gradient.Parameter.Name)}}} {Bracketed(gradient.Body)}",
        MinimumSyntax minimum => $@"\inf_{{{string.Join(", ", minimum.Parameters.Select(name => LatexNames.Of(name.Name)))}}} {Bracketed(minimum.Body)}",
        LimitSyntax limit => $@"\lim_{{{LatexNames.Of(limit.Approach.Name.Name)} \to {(limit.Approach.Target is { } target ? Print(target) : @"\infty")}}} {Bracketed(limit.Body)}",
        _ => throw new InvalidOperationException($"{syntax.GetType().Name} is no expression."),
    };

    // Each division takes everything to its left as its numerator, but for numbers, which stand before.
    private static string Product(ProductSyntax product)
    {
        var text = Factor(product.First, isFirst: true);
        foreach (var factor in product.Rest)
        {
            text = factor.Operator switch
            {
                FactorOperator.Over => $@"\frac{{{text}}}{{{Print(factor.Operand)}}}",
                FactorOperator.Entrywise => $@"{text} \circ {Factor(factor.Operand, isFirst: false)}",
                _ when factor.Operand is NumberSyntax => $@"{text} \cdot {Factor(factor.Operand, isFirst: false)}",
                _ => $"{text} {Factor(factor.Operand, isFirst: false)}",
            };
        }

        return text;
    }

    private static string Factor(ExprSyntax factor, bool isFirst) =>
        factor is SumSyntax or ProductSyntax || (!isFirst && factor is NegationSyntax) ? Parenthesised(factor)
        : factor is GradientSyntax or MinimumSyntax or LimitSyntax ? Parenthesised(factor)
        : Print(factor);

    private static string Term(ExprSyntax term) =>
        term is SumSyntax or NegationSyntax or ProductSyntax { First: NegationSyntax } ? Parenthesised(term) : Print(term);

    private static string PostfixBase(ExprSyntax syntax) =>
        syntax is NameSyntax or IdentitySyntax or OnesSyntax or NumberSyntax { Value.IsInteger: true } or BlockSyntax or ExpectationSyntax
        || syntax is KroneckerSyntax or BuiltInSyntax { Function: not BuiltIn.SquareRoot }
            ? $"{{{Print(syntax)}}}"
            : Parenthesised(syntax);

    private static string Position(PositionSyntax position) => position.Index is { } index ? LatexNames.Of(index.Name) : $"{position.Number}";

    private static string Given(ExpectationSyntax expectation) =>
        expectation.Given.Count == 0 ? "" : $@" \,\middle|\, {string.Join(", ", expectation.Given.Select(name => LatexNames.Of(name.Name)))}";

    private static string Applied(BuiltIn function, string argument) => function switch
    {
        BuiltIn.SquareRoot => $@"\sqrt{{{argument}}}",
        BuiltIn.Norm => $@"\left\lVert {argument} \right\rVert_{{F}}",
        BuiltIn.OperatorNorm => $@"\left\lVert {argument} \right\rVert_{{\mathrm{{op}}}}",
        BuiltIn.Diagonal => $@"\operatorname{{diag}}\left({argument}\right)",
        BuiltIn.Vec => $@"\operatorname{{vec}}\left({argument}\right)",
        BuiltIn.Determinant => $@"\det\left({argument}\right)",
        BuiltIn.Negatives => $@"n_{{-}}\left({argument}\right)",
        BuiltIn.Softmax => $@"\operatorname{{softmax}}\left({argument}\right)",
        BuiltIn.Singular => $@"\sigma\left({argument}\right)",
        _ => $@"\operatorname{{tr}}\left({argument}\right)",
    };

    private static string Bracketed(ExprSyntax syntax) => $@"\left[{Print(syntax)}\right]";

    private static string Parenthesised(ExprSyntax syntax) => $@"\left({Print(syntax)}\right)";
}
