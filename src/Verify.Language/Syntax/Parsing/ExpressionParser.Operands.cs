using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <content>What operators act on: numbers, names, functions and brackets.</content>
internal sealed partial class ExpressionParser
{
    private static readonly Dictionary<string, BuiltIn> BuiltIns = new()
    {
        ["tr"] = BuiltIn.Trace, ["opnorm"] = BuiltIn.OperatorNorm, ["norm"] = BuiltIn.Norm, ["sqrt"] = BuiltIn.SquareRoot, ["diag"] = BuiltIn.Diagonal,
        ["vec"] = BuiltIn.Vec, ["det"] = BuiltIn.Determinant,
    };

    /// <summary><c>flow(F; P, …)</c>, which claims contain and expressions do not.</summary>
    public FlowSyntax Flow()
    {
        var start = cursor.Expect("flow", "and what flows: flow(F; P, …)");
        var loss = BodyAndSemicolon("flow", "flow(F; P, …)");
        var parameters = cursor.List(() =>
        {
            var name = cursor.ExpectName("the name of a parameter");
            var value = cursor.TryTake("=") ? Parse() : null;
            return new FlowParameterSyntax(name, value, name.Span.To(cursor.Previous.Span));
        });
        cursor.Expect(")", "after the parameters of 'flow', or a comma");
        return new(loss, parameters, cursor.From(start));
    }

    /// <summary><c>N -> inf</c> or <c>s -> value</c>.</summary>
    public ApproachSyntax Approach()
    {
        var name = cursor.ExpectName("the dimension or scalar that the limit is in");
        cursor.Expect("->", "and where it goes, as in N -> inf");
        var target = cursor.TryTake("inf") ? null : Parse();
        return new(name, target, name.Span.To(cursor.Previous.Span));
    }

    private ExprSyntax Operand()
    {
        var token = cursor.Current;
        return token.Kind switch
        {
            TokenKind.Number => Number(),
            TokenKind.Name => NameOrCall(),
            TokenKind.Reserved => ReservedOperand(),
            _ when token.Is("(") => Parenthesised(),
            _ when cursor.AtSubstitution => throw new ParseFailure(token.Span, "a substitution follows the expression that it changes: e[P := value]"),
            _ when token.Is("[") => Block(),
            _ when token.Is("|") => throw new ParseFailure(token.Span, "expected an expression, found '|': for a norm write norm(A) or opnorm(A)"),
            _ => throw cursor.Unexpected("an expression"),
        };
    }

    private NumberSyntax Number()
    {
        var literal = IsLiteralQuotient(0);
        var numeral = cursor.Take();
        if (!literal)
        {
            return new(numeral.Value, numeral.Span);
        }

        cursor.Take();
        var divisor = cursor.Take();
        RefuseAfterLiteral(numeral, divisor);
        return new(Quotient(numeral, divisor), numeral.Span.To(divisor.Span));
    }

    /// <summary>Two numerals with a stroke and spaces between, all on one line.</summary>
    private bool IsLiteralQuotient(int ahead) =>
        cursor.Ahead(ahead).Kind == TokenKind.Number && cursor.Ahead(ahead + 1) is { FirstOnLine: false } stroke && stroke.Is("/")
        && cursor.Ahead(ahead + 2) is { Kind: TokenKind.Number, FirstOnLine: false };

    private ExprSyntax NameOrCall()
    {
        var token = cursor.Take();
        var name = new NameSyntax(token.Text, token.Span);
        if (token.Text is "entry" or "column" && IsFollowedByPositions())
        {
            return token.Text == "entry" ? Entry(token) : Column(token);
        }

        if (!functions.Contains(token.Text) || !cursor.TryTake("("))
        {
            return name;
        }

        if (functions.BuiltInOf(token.Text) is { } function)
        {
            var argument = Parse();
            cursor.Expect(")", $"after the argument of '{name.Name}', or an operator");
            return Bounded(new BuiltInSyntax(function, argument, cursor.From(token)));
        }

        var arguments = cursor.List(Parse);
        cursor.Expect(")", $"after the arguments of '{name.Name}', or a comma");
        return Bounded(new CallSyntax(name, arguments, cursor.From(token)));
    }

    private ExprSyntax Parenthesised()
    {
        cursor.Take();
        var inner = Parse();
        cursor.Expect(")", "or an operator");
        return inner;
    }

    private BlockSyntax Block()
    {
        var start = cursor.Take();
        var rows = ImmutableArray.CreateBuilder<SyntaxList<ExprSyntax>>();
        do
        {
            var first = cursor.Current;
            var row = cursor.List(Parse);
            if (rows.Count > 0 && rows[0].Count != row.Count)
            {
                throw new ParseFailure(cursor.From(first), $"every row of a block matrix has as many blocks: the first has {rows[0].Count}, this one {row.Count}");
            }

            rows.Add(row);
        }
        while (cursor.TryTake(";"));

        cursor.Expect("]", "after the blocks, or a comma or semicolon");
        return Bounded(new BlockSyntax(new(rows.ToImmutable()), cursor.From(start)));
    }

    private ExprSyntax ReservedOperand()
    {
        var word = cursor.Current;
        return word.Text switch
        {
            "I" => new IdentitySyntax(cursor.Take().Span),
            "ones" => new OnesSyntax(cursor.Take().Span),
            "E" => Expectation(),
            "kron" => Kronecker(),
            "grad" => Gradient(),
            "min" => Minimum(),
            "lim" => Limit(),
            "inf" => throw new ParseFailure(word.Span, "'inf' stands only as the target of a limit: lim(e; N -> inf), or A = B as N -> inf"),
            "flow" => throw new ParseFailure(
                word.Span, "'flow' is part of a claim and no expression: S conserved along flow(F; P), A = B along flow(F; P = P0), flow(F; P = P0) -> P = V"),
            _ when BuiltIns.TryGetValue(word.Text, out var function) => Applied(function),
            _ when ReservedWords.Later.Contains(word.Text) => throw new ParseFailure(
                word.Span, $"expected an expression; '{word.Text}' is reserved for a later version of the language"),
            _ => throw new ParseFailure(word.Span, $"expected an expression; '{word.Text}' is a reserved word"),
        };
    }

    private BuiltInSyntax Applied(BuiltIn function)
    {
        var word = cursor.Take();
        if (cursor.Current.Is("["))
        {
            throw new ParseFailure(cursor.Current.Span, $"'{word.Text}' takes parentheses: {word.Text}(…)");
        }

        cursor.Expect("(", $"after '{word.Text}', as in {word.Text}(A)");
        var argument = Parse();
        cursor.Expect(")", $"after the argument of '{word.Text}', or an operator");
        return Bounded(new BuiltInSyntax(function, argument, cursor.From(word)));
    }

    private KroneckerSyntax Kronecker()
    {
        var word = cursor.Take();
        cursor.Expect("(", "after 'kron', as in kron(A, B)");
        var left = Parse();
        cursor.Expect(",", "and the second argument, as in kron(A, B)");
        var right = Parse();
        cursor.Expect(")", "after the two arguments of 'kron', or an operator");
        return Bounded(new KroneckerSyntax(left, right, cursor.From(word)));
    }

    private ExpectationSyntax Expectation()
    {
        var word = cursor.Take();
        if (cursor.Current.Is("("))
        {
            throw new ParseFailure(cursor.Current.Span, "'E' takes square brackets: E[…]");
        }

        cursor.Expect("[", "after 'E', as in E[tr(X' X)]");
        var body = Parse();
        var given = cursor.TryTake("|") ? cursor.ExpectNames("the name of a random symbol that is held fixed") : [];
        cursor.Expect("]", given.Count > 0 ? "after what is held fixed, or a comma" : "after what is averaged, or '|' and what is held fixed");
        return Bounded(new ExpectationSyntax(body, given, cursor.From(word)));
    }

    private GradientSyntax Gradient()
    {
        var word = cursor.Take();
        var body = BodyAndSemicolon("grad", "grad(f; P)");
        var parameter = cursor.ExpectName("the parameter to differentiate by");
        cursor.Expect(")", "after the one parameter of 'grad'");
        return Bounded(new GradientSyntax(body, parameter, cursor.From(word)));
    }

    private MinimumSyntax Minimum()
    {
        var word = cursor.Take();
        var body = BodyAndSemicolon("min", "min(F; P, …)");
        var parameters = cursor.ExpectNames("the name of a parameter");
        cursor.Expect(")", "after the parameters of 'min', or a comma");
        return Bounded(new MinimumSyntax(body, parameters, cursor.From(word)));
    }

    private LimitSyntax Limit()
    {
        var word = cursor.Take();
        var body = BodyAndSemicolon("lim", "lim(e; N -> inf)");
        var approach = Approach();
        cursor.Expect(")", "after the limit's variable and target");
        return Bounded(new LimitSyntax(body, approach, cursor.From(word)));
    }

    private ExprSyntax BodyAndSemicolon(string word, string example)
    {
        cursor.Expect("(", $"after '{word}', as in {example}");
        var body = Parse();
        cursor.Expect(";", $"as in {example}");
        return body;
    }
}
