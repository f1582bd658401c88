using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <content>What a reader could take in two ways, refused with both readings.</content>
internal sealed partial class ExpressionParser
{
    private const int LongestReading = 60;

    /// <summary><c>1/N x</c>.</summary>
    private ParseFailure FactorAfterQuotient(TextSpan span, Token start, ExprSyntax first, IReadOnlyList<FactorSyntax> rest, ExprSyntax factor)
    {
        var divisor = rest[^1].Operand;
        var dividend = Chain(first, rest.SkipLast(1), start);
        var left = Chain(dividend, [rest[^1], Times(factor)], start);
        var right = Chain(dividend, [rest[^1] with { Operand = Chain(divisor, [Times(factor)], start) }], start);
        return TwoReadings(span, "a factor beside a quotient", left, right);
    }

    /// <summary><c>a/1/2</c>, where <c>1/2</c> would be a literal.</summary>
    private void RefuseLiteralDivisor(ExprSyntax first, IReadOnlyList<FactorSyntax> rest)
    {
        var skip = 0;
        while (cursor.Ahead(skip).Is("-"))
        {
            skip++;
        }

        if (IsLiteralQuotient(skip))
        {
            var (a, b) = (cursor.Ahead(skip), cursor.Ahead(skip + 2));
            RefuseDoubleQuotient(Chain(first, rest, cursor.Previous), a, b);
        }
    }

    private static void RefuseDoubleQuotient(ExprSyntax dividend, Token divisor, Token second)
    {
        var (a, b) = (new NumberSyntax(divisor.Value, divisor.Span), new NumberSyntax(second.Value, second.Span));
        var left = Over(dividend is NumberSyntax number && !a.Value.IsZero ? number with { Value = number.Value / a.Value } : Over(dividend, a), b);
        var right = Over(dividend, b.Value.IsZero ? b : new NumberSyntax(a.Value / b.Value, a.Span));
        throw TwoReadings(divisor.Span.To(second.Span), "two strokes with numerals", left, right);
    }

    /// <summary><c>2 3</c>, also where the first is an exponent or part of a literal.</summary>
    private void RefuseNumeralsSideBySide()
    {
        var (left, right) = (cursor.Previous, cursor.Current);
        if (left.Kind == TokenKind.Number && right.Kind == TokenKind.Number)
        {
            throw new ParseFailure(left.Span.To(right.Span),
                $"two numerals side by side can be read in two ways: write {Short(left.Text)} * {Short(right.Text)} or {Short(left.Text + right.Text)}");
        }
    }

    /// <summary><c>3/2^2</c> and <c>1/2/3</c>, once the literal before has been read.</summary>
    private void RefuseAfterLiteral(Token numeral, Token divisor)
    {
        var (a, b) = (new NumberSyntax(numeral.Value, numeral.Span), new NumberSyntax(divisor.Value, divisor.Span));
        if (cursor.Current.Is("^") || cursor.Current.Kind == TokenKind.Superscript)
        {
            var literal = new NumberSyntax(Quotient(numeral, divisor), numeral.Span.To(divisor.Span));
            var left = Power(cursor.Current, literal);
            throw TwoReadings(numeral.Span.To(cursor.Previous.Span), "a power of a quotient of numerals", left, Over(a, left with { Base = b }));
        }

        if (cursor.Current.Is("/") && cursor.Ahead(1).Kind == TokenKind.Number)
        {
            RefuseDoubleQuotient(a, divisor, cursor.Ahead(1));
        }
    }

    /// <summary><c>x^1/2</c> without spaces.</summary>
    private void RefuseTightQuotient(ExprSyntax operand, ExponentSyntax exponent, Token numeral)
    {
        var (stroke, divisor) = (cursor.Current, cursor.Ahead(1));
        if (!stroke.Is("/") || divisor.Kind != TokenKind.Number || stroke.Span.Start != numeral.Span.End || divisor.Span.Start != stroke.Span.End)
        {
            return;
        }

        var power = new PowerSyntax(operand, exponent, operand.Span);
        var whole = exponent.Span.To(divisor.Span);
        var left = Over(power, new NumberSyntax(divisor.Value, divisor.Span));
        ExprSyntax right = divisor.Value.IsZero ? left : power with { Exponent = new(exponent.Value / divisor.Value, whole) };
        throw TwoReadings(whole, "a stroke after an exponent, without spaces,", left, right);
    }

    /// <summary><c>x^2^3</c>.</summary>
    private ParseFailure TowerOfPowers(Token start, PowerSyntax power)
    {
        var inner = Shown(power);
        var second = cursor.Current.Kind == TokenKind.Superscript || cursor.Ahead(1).Kind != TokenKind.Number ? "k" : cursor.Ahead(1).Text;
        return new(cursor.Current.Span, $"a power of a power can be read in two ways: write ({inner})^{Short(second)}, or multiply the exponents out");
    }

    private static ParseFailure TwoReadings(TextSpan span, string what, ExprSyntax left, ExprSyntax right) =>
        new(span, $"{what} can be read in two ways: write {Shown(left)} or {Shown(right)}");

    private static string Shown(ExprSyntax expression) => Short(SyntaxPrinter.Print(expression));

    private static string Short(string text) => text.Length <= LongestReading ? text : "…" + text[^LongestReading..];

    private static FactorSyntax Times(ExprSyntax factor) => new(FactorOperator.Times, factor, factor.Span);

    private static ProductSyntax Over(ExprSyntax dividend, ExprSyntax divisor) => new(dividend, [new(FactorOperator.Over, divisor, divisor.Span)], dividend.Span);

    private static ExprSyntax Chain(ExprSyntax first, IEnumerable<FactorSyntax> rest, Token start)
    {
        ImmutableArray<FactorSyntax> factors = [.. rest];
        return factors.IsEmpty ? first
            : first is ProductSyntax product ? product with { Rest = [.. product.Rest.Items, .. factors] }
            : new ProductSyntax(first, new(factors), start.Span);
    }
}
