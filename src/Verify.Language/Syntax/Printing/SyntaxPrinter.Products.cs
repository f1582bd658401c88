using System.Text;

namespace Verify.Language.Syntax;

/// <content>Products: juxtaposition where only one reading is left, <c>*</c> and parentheses elsewhere.</content>
public static partial class SyntaxPrinter
{
    private static string Product(ProductSyntax product) =>
        Product(product, product.First is SumSyntax or ProductSyntax || IsDividedLiteral(product) ? Parenthesised(product.First) : Print(product.First));

    private static string Product(ProductSyntax product, string first)
    {
        var text = new StringBuilder(first);
        var last = product.First;
        var lastOperator = FactorOperator.Times;
        var tight = true;
        foreach (var (kind, factor) in product.Rest.Select(factor => (factor.Operator, factor.Operand)))
        {
            var written = Factor(factor, last, kind);
            var separator = kind == FactorOperator.Over ? Stroke(last, tight) : Separator(kind, lastOperator, last, written);
            text.Append(separator).Append(written);
            (last, lastOperator, tight) = (factor, kind, separator == "/");
        }

        return text.ToString();
    }

    /// <summary><c>(1/2)/N</c>.</summary>
    private static bool IsDividedLiteral(ProductSyntax product) =>
        product is { First: NumberSyntax { Value.IsInteger: false }, Rest: [{ Operator: FactorOperator.Over }, ..] };

    private static string Factor(ExprSyntax factor, ExprSyntax last, FactorOperator kind)
    {
        var compound = factor is SumSyntax or ProductSyntax or NegationSyntax or NumberSyntax { Value.IsInteger: false };

        // `2/3` is a literal, so a quotient of two numerals keeps its parentheses.
        var literal = kind == FactorOperator.Over && last is not NumberSyntax { Value.IsInteger: false } && EndsWithBareNumeral(last) && BeginsWithNumeral(factor);
        return compound || literal ? Parenthesised(factor) : Print(factor);
    }

    /// <summary><c>a/N</c>, but <c>A B / N</c>; and <c>x^2/3</c> is refused.</summary>
    private static string Stroke(ExprSyntax last, bool tight) => tight && EndsWithNumeral(last) == EndsWithBareNumeral(last) ? "/" : " / ";

    private static string Separator(FactorOperator kind, FactorOperator lastOperator, ExprSyntax last, string written) => kind switch
    {
        FactorOperator.Entrywise => " ∘ ",
        _ when lastOperator == FactorOperator.Over => " * ",
        _ when EndsWithNumeral(last) && char.IsAsciiDigit(written[0]) => " * ",
        _ => " ",
    };

    /// <summary>Whether the text ends with digits that may belong to an exponent.</summary>
    private static bool EndsWithNumeral(ExprSyntax expression) => EndsWithBareNumeral(expression) || expression switch
    {
        PowerSyntax power => power.Exponent.Value.IsInteger,
        NegationSyntax negation => EndsWithNumeral(negation.Operand),
        _ => false,
    };

    /// <summary>Whether the text ends with a numeral that is no exponent.</summary>
    private static bool EndsWithBareNumeral(ExprSyntax expression) => expression switch
    {
        NumberSyntax => true,
        NegationSyntax negation => EndsWithBareNumeral(negation.Operand),
        _ => false,
    };

    private static bool BeginsWithNumeral(ExprSyntax expression) => expression switch
    {
        NumberSyntax => true,
        TransposeSyntax transpose => BeginsWithNumeral(transpose.Operand),
        PowerSyntax power => BeginsWithNumeral(power.Base),
        SubstitutionSyntax substitution => BeginsWithNumeral(substitution.Operand),
        _ => false,
    };
}
