namespace Verify.Language.Syntax;

/// <summary>Parses claims and refutations with their clauses: <c>at</c> or <c>as</c> as the form allows, <c>assuming</c> and <c>by</c>.</summary>
internal sealed class ClaimParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary><c>claim "name": STATEMENT [at …] [as …] [assuming CONDITION, …] [by STEP, …]</c>.</summary>
    public ClaimSyntax Claim()
    {
        var word = cursor.Take();
        var name = cursor.ExpectQuoted($"the name of the {(word.Is("claim") ? "claim" : "refutation")}");
        cursor.Expect(":", "after the name");
        var form = cursor.Current.Is("flow") ? FlowLimit() : Form();
        var conditions = cursor.TryTake("assuming") ? cursor.List(() => Comparison("a condition")) : [];
        SyntaxList<ComparisonSyntax> steps = cursor.TryTake("by") ? cursor.List(() => Comparison("a step")) : [];
        return new(word.Is("claim"), name, form, conditions, cursor.From(word)) { Steps = steps };
    }

    private FlowLimitSyntax FlowLimit()
    {
        var start = cursor.Current;
        var flow = Started(expressions.Flow());
        cursor.Expect("->", "and the equations that hold in the limit");
        var equations = cursor.List(() => Equation("an equation that holds in the limit"));
        return new(flow, equations, cursor.From(start));
    }

    private ClaimFormSyntax Form()
    {
        var start = cursor.Current;
        var left = expressions.Parse();
        if (cursor.TryTake("conserved"))
        {
            cursor.Expect("along", "after 'conserved': S conserved along flow(F; P, …)");
            var flow = Unstarted(expressions.Flow());
            return new ConservedSyntax(left, flow, cursor.From(start));
        }

        var comparison = Comparison(start, left, "a relation (=, !=, <, <=, >, >=) or 'conserved along flow(…)'");
        if (cursor.TryTake("along"))
        {
            var flow = Started(expressions.Flow());
            return new AlongFlowSyntax(comparison, flow, cursor.From(start));
        }

        if (cursor.TryTake("as"))
        {
            Require(comparison, "'as' follows an equality: A = B as N -> inf");
            var approaches = cursor.List(expressions.Approach);
            return new LimitComparisonSyntax(comparison.Left, comparison.Right, approaches, cursor.From(start));
        }

        var minimum = comparison.Relation == Relation.Equal ? comparison.Left as MinimumSyntax : null;
        if (cursor.Current.Is("at") && minimum is null)
        {
            throw new ParseFailure(cursor.Current.Span, "'at' follows a minimum: min(F; P, …) = V at EQUATION, …");
        }

        if (minimum is null)
        {
            return comparison;
        }

        var attained = cursor.TryTake("at") ? cursor.List(() => Equation("an equation that says where the minimum is attained")) : [];
        return new MinimumClaimSyntax(minimum, comparison.Right, attained, cursor.From(start));
    }

    private ComparisonSyntax Equation(string what)
    {
        var equation = Comparison(what);
        Require(equation, $"expected {what}: only = stands here");
        return equation;
    }

    private static void Require(ComparisonSyntax equality, string otherwise)
    {
        if (equality.Relation != Relation.Equal)
        {
            throw new ParseFailure(equality.Span, otherwise);
        }
    }

    private ComparisonSyntax Comparison(string what)
    {
        var start = cursor.Current;
        return Comparison(start, expressions.Parse(), $"a relation (=, !=, <, <=, >, >=) in {what}");
    }

    private ComparisonSyntax Comparison(Token start, ExprSyntax left, string expected)
    {
        var relation = Relations.IsAt(cursor) ? Relations.Of(cursor.Take()) : throw cursor.Unexpected(expected);
        var right = expressions.Parse();
        return !Relations.IsAt(cursor) ? new(left, relation, right, cursor.From(start))
            : throw new ParseFailure(cursor.Current.Span, "one relation stands in a statement: write two claims, or 'assuming' and two conditions");
    }

    private static FlowSyntax Started(FlowSyntax flow) => flow.Parameters.FirstOrDefault(parameter => parameter.Start is null) is not { } missing ? flow
        : throw new ParseFailure(missing.Span, $"this flow needs a start for every parameter: {missing.Name.Name} = …");

    private static FlowSyntax Unstarted(FlowSyntax flow) => flow.Parameters.FirstOrDefault(parameter => parameter.Start is not null) is not { } started ? flow
        : throw new ParseFailure(started.Span, $"what is conserved is so from every start: write {started.Name.Name} alone");
}
