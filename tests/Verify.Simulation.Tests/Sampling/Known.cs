using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;
using Verify.Testing;

namespace Verify.Simulation.Tests.Sampling;

/// <summary>Claims as text, over declarations that several tests share, and instances for them.</summary>
internal static class Known
{
    public const string Declarations = """
        dim d, N
        scalar c
        vector m : d
        matrix A, B : d × d
        matrix K : d × N
        matrix Λ : d × d, spd
        param U : d × d
        random x, y : d ~ normal(Λ)
        random z : d ~ normal(mean: m, cov: Λ)
        random s : d ~ normal(cov: m m')
        random f : d ~ normal(cov: x x')
        random X : N × d ~ normal(rows: Λ)
        random Y : N × d ~ normal(mean: m, rows: Λ)
        random S : N × d ~ normal(rows: m m')
        random G : N × d ~ normal(I)
        random e, g, h : scalar ~ normal(cov: 1)
        random n : scalar ~ normal(mean: e, cov: e^2)
        random u : scalar ~ moments(cov: 1)
        random v : d ~ moments(mean: m, cov: Λ)
        random V : N × d ~ moments(mean: m, rows: Λ)
        random k : scalar ~ any
        random Φ : d × d, spd ~ any
        random F : N × d ~ normal(rows: Φ)
        let mean = E[e]
        let square = E[e^2]
        let centre = E[x]
        let second = E[x x']

        """;

    public static Claim Claim(string statement) => SoundFile.Read($"{Declarations}claim \"it\": {statement}\n").Claims.Single();

    /// <summary>Claims of one file, so that they share its symbols.</summary>
    public static Claim[] Claims(params IEnumerable<string> statements) =>
        [.. SoundFile.Read(Declarations + string.Concat(statements.Select((statement, number) => $"claim \"{number}\": {statement}\n"))).Claims];

    /// <summary>The expression of a text.</summary>
    public static Expr Expression(string text) => ((Comparison)Claim($"({text}) = 0 * ({text})").Statement).Left;

    /// <summary>Random values of all that claims of one file depend on.</summary>
    public static Instance InstanceOf(params Claim[] claims)
    {
        var sizes = claims.SelectMany(claim => claim.Dimensions).Distinct().ToImmutableDictionary(dimension => dimension, dimension => dimension.Name == "d" ? 3 : 4);
        return new InstanceDraw([.. claims.SelectMany(claim => claim.Symbols).Distinct()], 5, InstanceSource.ValueOf).Draw(sizes, 1);
    }
}
