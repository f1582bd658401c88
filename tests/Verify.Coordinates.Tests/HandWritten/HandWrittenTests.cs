using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Testing;
using static Verify.Coordinates.Tests.HandWritten.Plain;

namespace Verify.Coordinates.Tests.HandWritten;

/// <summary>
/// What the routes share is elaboration, so it is tested on its own: each text of the language, read and evaluated at d = 2, N = 1 and M = 3, against a function
/// of plain arrays written by hand from the language's page.
/// </summary>
public sealed partial class HandWrittenTests
{
    private const string Setting = """
        dim d, N, M
        scalar c
        scalar σ > 0
        matrix A, B : d × d
        matrix Λ, Ω : d × d, spd
        matrix C : d × M
        matrix F : (d + 1) × (d + 1)
        vector v, m : d
        random q : d ~ normal(Λ)
        random w : d ~ normal(mean: m, cov: I)
        random X : N × d ~ normal(rows: Λ)
        random e : scalar ~ normal(mean: c, cov: σ^2)
        random z : d ~ moments(mean: m, cov: Λ)
        param  U, V : d × d
        param  G : (d + 1) × (d + 1)
        param  a, b : d
        param  u : scalar
        let S = X' X / N
        let Γ = (1 + 1/N) Λ + tr(Λ)/N * I
        let quad(K, x) = x' K x
        let twice(K) = K + K

        """;

    /// <summary>The values of symbols by name, as plain arrays.</summary>
    public sealed class Values(Dictionary<string, double[,]> all)
    {
        public double[,] this[string name] => all[name];

        public double Number(string name) => all[name][0, 0];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTextMeansTheFunction(string text)
    {
        var expected = Cases[text];
        var expression = SoundFile.Read(Setting + "show " + text).Shows[0].Expression;
        for (ulong seed = 1; seed <= 4; seed++)
        {
            var instance = Evaluating.InstanceOf(expression, name => name switch { "d" => 2, "N" => 1, _ => 3 }, seed);
            var values = new Values(instance.Values.ToDictionary(pair => pair.Key.Name, pair => Fill(pair.Value.GetLength(0), pair.Value.GetLength(1), (i, j) => (double)pair.Value[i, j])));
            AssertClose(expected(values), Enclose(expression, instance), text);
        }
    }

    public static TheoryData<string> Names => [.. Cases.Keys];

    // Roots of general matrices have no exact value, so all are read off narrow intervals.
    private static double[,] Enclose(Expr expression, Instance instance)
    {
        var enclosure = new Enclosures(new Evaluator(instance, Evaluating.Ring(2)), 128).Evaluate(expression);
        return Fill(enclosure.GetLength(0), enclosure.GetLength(1), (i, j) => (double)enclosure[i, j].Middle);
    }

    private static void AssertClose(double[,] expected, double[,] actual, string text)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.GetLength(0), actual.GetLength(1)));
        var scale = expected.Cast<double>().Select(Math.Abs).Append(1).Max();
        foreach (var (x, y) in expected.Cast<double>().Zip(actual.Cast<double>()))
        {
            Assert.True(Math.Abs(x - y) < 1e-7 * scale, $"{text}: {x} by hand, {y} as read");
        }
    }
}
