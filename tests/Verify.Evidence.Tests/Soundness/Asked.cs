using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Single statements put to all routes.</summary>
internal static class Asked
{
    /// <summary>A share of the usual work: many small claims tell more here than a few large ones.</summary>
    private const long WorkLimit = 400_000;

    private const string Setting = """
        dim d, N
        scalar s, t
        scalar r >= 0
        scalar p > 0
        matrix A, B : d × d
        matrix S, T : d × d, sym
        matrix D, F : d × d, diag
        matrix Λ, Ω : d × d, spd
        matrix P : d × d, psd
        matrix Q : d × d, orthogonal
        matrix C : 2 × 2
        matrix G : N × d
        vector x, y : d
        param u, v : scalar
        param U : d × d
        random X : N × d ~ normal(rows: Λ)
        random q : d ~ normal(Λ)
        random m : d ~ moments(mean: x, cov: Ω)
        random H : d × d, spd, diag ~ any

        """;

    /// <summary>The report on a statement in the shared setting.</summary>
    public static ClaimReport About(string statement)
    {
        var file = ClaimReader.ReadText("asked.claim", $"{Setting}claim \"it\": {statement}\n");
        Assert.True(file.Errors.IsEmpty, $"{statement}: {file.Errors.FirstOrDefault()?.Message}");
        return About(file.Claims.Single());
    }

    /// <summary>The report on an equality of expressions in the symbols of <see cref="SampleSymbols"/>.</summary>
    public static ClaimReport About(Expr left, Expr right)
    {
        var used = SampleSymbols.All.Where(symbol => left.FreeSymbols.Contains(symbol) || right.FreeSymbols.Contains(symbol)).ToHashSet();
        if (used.Contains(SampleSymbols.X))
        {
            used.Add(SampleSymbols.Λ);
        }

        ImmutableArray<Symbol> symbols = [.. SampleSymbols.All.Where(used.Contains)];
        return About(new Claim("it", new("drawn.claim", 1, 1), true, new Comparison(left, Relation.Equal, right), [], [SampleSymbols.D, SampleSymbols.N], symbols));
    }

    private static ClaimReport About(Claim claim)
    {
        var settings = RunSettings.Default with { RouteSettings = Language.Routes.RouteSettings.Default with { WorkLimit = WorkLimit } };
        return Examination.Examine(claim, settings, CancellationToken.None);
    }
}
