namespace Verify.Language.Syntax;

/// <content>Exponents.</content>
internal sealed partial class ExpressionParser
{
    private const string ExponentExpected = "an exponent: an integer as in ^2 or ^-1, or a rational number in parentheses as in ^(1/2)";

    private PowerSyntax Power(Token start, ExprSyntax operand)
    {
        var sign = cursor.Take();
        var exponent = sign.Kind == TokenKind.Superscript ? new(sign.Value, sign.Span)
            : cursor.Current.Is("(") ? RationalExponent()
            : IntegerExponent(operand);
        if (exponent.Value.Numerator > Limits.Exponent || exponent.Value.Numerator < -Limits.Exponent || exponent.Value.Denominator > Limits.Exponent)
        {
            throw new ParseFailure(exponent.Span, $"an exponent's numerator and denominator are at most {Limits.Exponent}");
        }

        var power = new PowerSyntax(operand, exponent, cursor.From(start));
        return !cursor.Current.Is("^") && cursor.Current.Kind != TokenKind.Superscript ? power : throw TowerOfPowers(start, power);
    }

    private ExponentSyntax IntegerExponent(ExprSyntax operand)
    {
        var first = cursor.Current;
        var negative = cursor.TryTake("-");
        var numeral = cursor.Current;
        if (numeral is { Kind: TokenKind.Name, Text: "T" } || numeral.Is("'"))
        {
            throw new ParseFailure(numeral.Span, $"'^{numeral.Text}' is no transpose: write {Shown(new TransposeSyntax(operand, operand.Span))}");
        }

        if (numeral.Kind != TokenKind.Number)
        {
            throw cursor.Unexpected(ExponentExpected);
        }

        if (!numeral.Value.IsInteger)
        {
            throw new ParseFailure(numeral.Span, $"an exponent that is no integer stands in parentheses: ^({(negative ? "-" : "")}{numeral.Text})");
        }

        cursor.Take();
        var exponent = new ExponentSyntax(negative ? -numeral.Value : numeral.Value, cursor.From(first));
        RefuseTightQuotient(operand, exponent, numeral);
        return exponent;
    }

    private ExponentSyntax RationalExponent()
    {
        var first = cursor.Take();
        var negative = cursor.TryTake("-");
        var numeral = cursor.Current;
        if (numeral.Kind != TokenKind.Number)
        {
            throw cursor.Unexpected("a rational number as exponent, such as ^(1/2) or ^(-1/4)");
        }

        cursor.Take();
        var value = numeral.Value;
        if (cursor.TryTake("/"))
        {
            var divisor = cursor.Current.Kind == TokenKind.Number ? cursor.Take() : throw cursor.Unexpected("the denominator of the exponent, a number");
            value = Quotient(numeral, divisor);
        }

        cursor.Expect(")", "after the exponent, which is a number such as 1/2 and no formula");
        return new(negative ? -value : value, cursor.From(first));
    }

    private static Rational Quotient(Token numeral, Token divisor) =>
        !divisor.Value.IsZero ? numeral.Value / divisor.Value : throw new ParseFailure(divisor.Span, "division by zero");
}
