using Verify.Language;
using Verify.Replay.Arithmetic;
using Verify.Replay.Evaluation;

namespace Verify.Replay.Judging;

/// <summary>What is stated of gradient flows.</summary>
internal static class FlowJudge
{
    private const double Near = 5e-3;

    private const double Integrated = 1e-6;

    /// <summary>dQ/dt = -Σ tr(grad(Q; P)' grad(L; P)) along the flow of L.</summary>
    public static Expr RateOf(Expr quantity, Flow flow) => Expr.Negate(Expr.Add(flow.Parameters.Select(parameter =>
        Expr.TraceOf(Expr.Times(Expr.TransposeOf(Gradient(quantity, parameter)), Gradient(flow.Loss, parameter))))));

    private static Expr Gradient(Expr body, Symbol parameter)
    {
        var bound = new Symbol(parameter.Name, parameter.Shape, SymbolRole.Parameter, parameter.Attributes, parameter.Range);
        return Expr.GradientOf(Substitution.Of(parameter, Expr.Of(bound)).In(body), bound, Expr.Of(parameter));
    }

    /// <summary>The comparison at the start and at each step until the flow rests.</summary>
    public static Judged Of<T>(AlongFlow along, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        NeedDoubles<T>();
        var path = new FlowPath<T>(along.Flow, along.Start, evaluator);
        Judged? last = null;
        foreach (var point in path.Steps())
        {
            last = Comparing.Judge(along.Comparison, evaluator.At(point), Integrated) with { IsComparable = false };
            if (last.Truth == Truth.False)
            {
                break;
            }
        }

        return last! with { Detail = "along the flow, by Runge and Kutta's steps" };
    }

    /// <summary>The equations where the flow comes to rest.</summary>
    public static Judged Of<T>(FlowLimit limit, Evaluator<T> evaluator)
        where T : struct, INumberKind<T>
    {
        NeedDoubles<T>();
        var path = new FlowPath<T>(limit.Flow, limit.Start, evaluator);
        var end = path.Steps().Last();
        if (path.RunsAway)
        {
            return Comparing.Judge(limit.Equations[0], evaluator.At(end), Near) with { Truth = Truth.False, Detail = "the flow runs away, by Runge and Kutta's steps", IsComparable = false };
        }

        if (!path.Rests)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, "the flow does not come to rest");
        }

        var equations = limit.Equations.Select(equation => Comparing.Judge(equation, evaluator.At(end), Near)).ToList();
        var found = equations.FirstOrDefault(equation => equation.Truth == Truth.False) ?? equations[0];
        return found with { Detail = "where the flow comes to rest, by Runge and Kutta's steps", IsComparable = false };
    }

    private static void NeedDoubles<T>()
        where T : struct, INumberKind<T>
    {
        if (T.IsExact)
        {
            throw new NotEvaluatedException(Obstacle.Irrational, "a flow is integrated in doubles");
        }
    }
}
