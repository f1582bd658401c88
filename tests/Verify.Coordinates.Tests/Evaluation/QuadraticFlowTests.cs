using FsCheck;
using FsCheck.Fluent;
using Verify.Coordinates.Evaluation;
using Verify.Language;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Evaluation;

/// <summary>The exact end of the flow of ½‖A x - b‖², A 2 × 3 and so with a null space, against many small Euler steps in doubles.</summary>
public sealed class QuadraticFlowTests
{
    private const string Setting = """
        dim m, n
        matrix A : m × n
        vector b : m
        vector s : n
        param  x : n
        claim "limit": flow(1/2 norm(A x - b)^2; x = s) -> x = s
        """;

    [Fact]
    public void TheExactEndIsWhereSmallStepsLead() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed => DistanceFromSteps((ulong)seed) < 1e-6).Holds();

    private static double DistanceFromSteps(ulong seed)
    {
        var limit = (FlowLimit)SoundFile.Read(Setting).Claims[0].Statement;
        var all = Expr.Add(limit.Flow.Loss, Expr.TraceOf(Expr.Times(Expr.TransposeOf(limit.Start[0]), limit.Start[0])));
        var instance = Evaluating.InstanceOf(all, name => name == "m" ? 2 : 3, seed);
        var evaluator = new Evaluator(instance, Evaluating.Ring());
        var loss = PolynomialLoss.Of(evaluator, limit.Flow.Loss, limit.Flow.Parameters, evaluator.Free);
        var end = QuadraticFlow.End(evaluator, loss, [evaluator.Evaluate(limit.Start[0])])!.Single().ToRational();

        double[,] Plain(string name) => ToDoubles(instance.Values.Single(value => value.Key.Name == name).Value);
        var (a, b, x) = (Plain("A"), Plain("b"), Plain("s"));
        var step = 1 / a.Cast<double>().Sum(entry => entry * entry);
        for (var i = 0; i < 20_000; i++)
        {
            double[] rest = [.. Enumerable.Range(0, 2).Select(r => Enumerable.Range(0, 3).Sum(c => a[r, c] * x[c, 0]) - b[r, 0])];
            for (var c = 0; c < 3; c++)
            {
                x[c, 0] -= step * ((a[0, c] * rest[0]) + (a[1, c] * rest[1]));
            }
        }

        return Enumerable.Range(0, 3).Max(c => Math.Abs(x[c, 0] - (double)end[c, 0]));
    }

    private static double[,] ToDoubles(Rational[,] values)
    {
        var doubles = new double[values.GetLength(0), values.GetLength(1)];
        foreach (var (i, j) in Enumerable.Range(0, doubles.GetLength(0)).SelectMany(i => Enumerable.Range(0, doubles.GetLength(1)).Select(j => (i, j))))
        {
            doubles[i, j] = (double)values[i, j];
        }

        return doubles;
    }
}
