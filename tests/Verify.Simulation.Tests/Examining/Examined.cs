using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Claims as text, examined by the route with little work.</summary>
internal static class Examined
{
    public const string Declarations = """
        dim d, N
        dim M >= 4
        scalar s
        scalar c
        scalar h > 0, g > 0
        scalar p > 2, r < 1
        scalar w >= 0
        vector v, m : d
        matrix A, B : d × d
        matrix C : N × d
        matrix S : d × d, sym
        matrix Q : d × d, orthogonal
        matrix Λ : d × d, spd
        matrix P : d × d, psd
        param U : d × d
        param u, t : scalar
        random x, y : d ~ normal(Λ)
        random z : d ~ normal(S)
        random e, f : scalar ~ normal(cov: 1)
        random X : N × d ~ normal(rows: Λ)
        random k : scalar ~ any
        random Φ : d × d, spd ~ any

        """;

    public static RouteSettings Settings { get; } = RouteSettings.Default with { WorkLimit = 300_000, Margin = 0.03, Risk = 1e-3, Threads = 2 };

    /// <summary>Claims of one file, so that they share its symbols.</summary>
    public static Claim[] Claims(params IEnumerable<string> statements) =>
        [.. SoundFile.Read(Declarations + string.Concat(statements.Select((statement, number) => $"claim \"{number}\": {statement}\n"))).Claims];

    public static Finding Find(Claim claim, RouteSettings? settings = null) => new SimulationRoute().Examine(claim, settings ?? Settings, CancellationToken.None);

    public static Finding Find(string statement, RouteSettings? settings = null) => Find(Claims(statement)[0], settings);

    /// <summary>The values of a counterexample as an instance. What it gives twice takes the later value.</summary>
    public static Instance Instance(Counterexample counterexample) => new(
        counterexample.Dimensions.ToImmutableDictionary(size => size.Key, size => size.Value),
        counterexample.Values.Aggregate(ImmutableDictionary<Symbol, Matrix>.Empty, (all, value) => all.SetItem(
            value.Key, Matrix.Of(value.Value.Length, value.Value[0].Length, (i, j) => (double)value.Value[i][j]))),
        (_, _, _) => throw new InvalidOperationException("a law"));

    /// <summary>Whether a comparison without expectations is clearly false at values, by the evaluation of fixed values.</summary>
    public static bool IsFalse(Comparison comparison, Instance instance)
    {
        var (left, right) = (DenseProgram.ValueOf(comparison.Left, instance), DenseProgram.ValueOf(comparison.Right, instance));
        var difference = new Matrix(left.Rows, left.Columns, [.. left.Entries.Zip(right.Entries, (a, b) => a - b)]);
        var clearly = 1e-7 * Math.Max(left.Norm(), right.Norm());
        var sign = comparison.Relation is Relation.Less or Relation.LessOrEqual ? 1 : -1;
        return comparison.Relation switch
        {
            Relation.Equal => difference.Norm() > clearly,
            Relation.NotEqual => difference.Norm() == 0,
            _ when left.Rows > 1 && !IsSymmetric(difference, clearly) => true,
            Relation.Less or Relation.Greater => Largest(sign, difference) > -1e-12,
            _ => Largest(sign, difference) > clearly,
        };
    }

    private static bool IsSymmetric(Matrix a, double clearly) =>
        Enumerable.Range(0, a.Rows).All(i => Enumerable.Range(0, a.Rows).All(j => Math.Abs(a[i, j] - a[j, i]) <= clearly));

    private static double Largest(int sign, Matrix a) => a.Rows == 1 ? sign * a.Entries[0]
        : Allowed.Eigenvalues(Matrix.Of(a.Rows, a.Rows, (i, j) => sign * (a[i, j] + a[j, i]) / 2))[^1];
}
