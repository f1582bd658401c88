using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>
/// Parses expressions, loosest binding first: + and - · products, quotients and entrywise products, left to right · unary minus · postfix
/// transpose, power and substitution. What a reader could take in two ways is refused. The depth of recursion is bounded by the nesting of brackets.
/// </summary>
internal sealed partial class ExpressionParser(TokenCursor cursor, CallableNames functions)
{
    private static readonly Dictionary<string, FactorOperator> FactorOperators = new()
    {
        ["*"] = FactorOperator.Times, ["/"] = FactorOperator.Over, ["∘"] = FactorOperator.Entrywise,
    };

    /// <summary>An expression, as far as it reaches.</summary>
    public ExprSyntax Parse()
    {
        var start = cursor.Current;
        var first = Product();
        var rest = ImmutableArray.CreateBuilder<SumTermSyntax>();
        while (cursor.Current.Is("+") || cursor.Current.Is("-"))
        {
            var sign = cursor.Take();
            rest.Add(new(sign.Is("+") ? SumOperator.Plus : SumOperator.Minus, Product(), sign.Span));
        }

        return rest.Count == 0 ? first : Bounded(new SumSyntax(first, new(rest.ToImmutable()), cursor.From(start)));
    }

    private ExprSyntax Product()
    {
        var start = cursor.Current;
        var first = Unary();
        var rest = ImmutableArray.CreateBuilder<FactorSyntax>();
        while (true)
        {
            var sign = cursor.Current;
            if (sign.Kind == TokenKind.Symbol && FactorOperators.TryGetValue(sign.Text, out var kind))
            {
                cursor.Take();
                if (kind == FactorOperator.Over)
                {
                    RefuseLiteralDivisor(first, rest);
                }

                rest.Add(new(kind, Unary(), sign.Span));
            }
            else if (BeginsOperand(sign))
            {
                RefuseNumeralsSideBySide();
                var factor = Postfix();
                if (rest is [.., { Operator: FactorOperator.Over }])
                {
                    throw FactorAfterQuotient(cursor.From(sign), start, first, rest, factor);
                }

                rest.Add(new(FactorOperator.Times, factor, cursor.From(sign)));
            }
            else if (sign.Is("×"))
            {
                throw new ParseFailure(sign.Span, "'×' stands between sizes: write * for a product");
            }
            else
            {
                return rest.Count == 0 ? first : Bounded(new ProductSyntax(first, new(rest.ToImmutable()), cursor.From(start)));
            }
        }
    }

    private ExprSyntax Unary()
    {
        var signs = new Stack<Token>();
        while (cursor.Current.Is("-"))
        {
            signs.Push(cursor.Take());
        }

        var operand = Postfix();
        foreach (var sign in signs)
        {
            operand = Bounded(new NegationSyntax(operand, cursor.From(sign)));
        }

        return operand;
    }

    private ExprSyntax Postfix()
    {
        var start = cursor.Current;
        var operand = Operand();
        while (true)
        {
            if (cursor.TryTake("'"))
            {
                operand = Bounded(new TransposeSyntax(operand, cursor.From(start)));
            }
            else if (cursor.Current.Is("^") || cursor.Current.Kind == TokenKind.Superscript)
            {
                operand = Bounded(Power(start, operand));
            }
            else if (cursor.AtSubstitution)
            {
                operand = Bounded(Substitution(start, operand));
            }
            else
            {
                return operand;
            }
        }
    }

    private SubstitutionSyntax Substitution(Token start, ExprSyntax operand)
    {
        cursor.Take();
        var assignments = cursor.List(() =>
        {
            var name = cursor.ExpectName("the name that is replaced");
            cursor.Expect(":=", "and the value that replaces it");
            var value = Parse();
            return new AssignmentSyntax(name, value, name.Span.To(cursor.Previous.Span));
        });
        cursor.Expect("]", "after the substitution, or a comma");
        return new(operand, assignments, cursor.From(start));
    }

    private bool BeginsOperand(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Number => true,
        TokenKind.Reserved => ReservedWords.Operands.Contains(token.Text) || ReservedWords.Later.Contains(token.Text),
        _ => token.Is("(") || token.Is("["),
    };

    private static T Bounded<T>(T expression)
        where T : ExprSyntax => expression.Height <= Limits.Height ? expression
            : throw new ParseFailure(expression.Span, $"this expression is nested deeper than {Limits.Height} levels (a product counts one for each factor)");
}
