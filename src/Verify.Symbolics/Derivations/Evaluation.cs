using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Limits;
using Verify.Symbolics.Minimization;

namespace Verify.Symbolics.Derivations;

/// <summary>
/// Goes through an expression from the inside out: every min and lim is replaced by its value, and what each E and grad is equal to is recorded as a step. A value that is not
/// found throws <see cref="NotTreatedException"/> or <see cref="NotDecidedException"/>. Each shared node is visited once.
/// </summary>
internal sealed class Evaluation(Steps steps)
{
    private readonly Dictionary<Expr, Expr> _known = [];

    /// <summary>The expression without min and lim.</summary>
    public Expr In(Expr expression)
    {
        if (expression.Children.IsEmpty)
        {
            return expression;
        }

        if (!_known.TryGetValue(expression, out var result))
        {
            _known[expression] = result = Rebuild(expression);
        }

        return result;
    }

    /// <summary>The comparison without min and lim.</summary>
    public Comparison In(Comparison comparison) => comparison with { Left = In(comparison.Left), Right = In(comparison.Right) };

    /// <summary>The normal form.</summary>
    public Expr Of(Expr expression)
    {
        var evaluated = In(expression);
        var normal = NormalForms.Of(evaluated);
        steps.AddNormalForm(evaluated);
        return normal;
    }

    private Expr Rebuild(Expr expression)
    {
        if (expression is Gradient gradient)
        {
            return GradientOf(gradient, In(gradient.At));
        }

        ImmutableArray<Expr> children = [.. expression.Children.Select(In)];
        return expression switch
        {
            Minimum minimum => ValueOf(minimum, children[0]),
            Limit limit => ValueOf(limit, children[0]),
            Expectation expectation => MeanOf(expectation, children[0]),
            _ when children.SequenceEqual(expression.Children) => expression,
            _ => expression.WithChildren(children),
        };
    }

    /// <summary>A gradient at the parameter itself is written in the parameter before its body is gone through, so that every step reads as the statement does.</summary>
    private Expr GradientOf(Gradient gradient, Expr at)
    {
        var (body, bound) = (gradient.Body, gradient.Bound);
        if (at is SymbolValue { Symbol: var parameter } && !body.FreeSymbols.Contains(parameter))
        {
            (body, bound) = (Substitution.Of(bound, at).In(body), parameter);
        }

        body = In(body);
        GradientSteps.Add(steps, body, bound, at);
        return Expr.GradientOf(body, bound, at);
    }

    private Expr MeanOf(Expectation expectation, Expr body)
    {
        MeanSteps.Add(steps, body, expectation.Bound);
        return Expr.ExpectationOf(body, expectation.Bound);
    }

    private Expr ValueOf(Minimum minimum, Expr body)
    {
        var found = QuadraticMinimum.Of(body, minimum.Bound);
        steps.AddSquares(found);
        steps.Add("value at the minimum", Expr.MinimumOf(body, minimum.Bound), found.Value);
        return found.Value;
    }

    private Expr ValueOf(Limit limit, Expr body)
    {
        var approach = limit.Approach;
        var value = LimitValue.Of(body, approach).Value ?? throw new NotDecidedException($"the limit in {approach.Name}, which is infinite");
        steps.Add($"leading term as {approach.Name} {Describe.Target(approach)}", Expr.LimitOf(body, approach), value);
        return value;
    }
}
