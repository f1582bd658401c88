using System.Collections.Immutable;
using Verify.Evidence.Mutants;
using Verify.Language.Reading;

namespace Verify.Evidence.Tests.Mutants;

/// <summary>Claims written in a test, and their mutants.</summary>
internal static class MutantsOf
{
    private const string Declarations = """
        dim d, N
        scalar s, t
        matrix A, B, C : d × d
        matrix Λ, Ω : d × d, spd
        vector v : d
        param U : d × d
        param u : scalar
        random X : N × d ~ normal(rows: Λ)
        let G = (1 + 1/N) Λ + tr(Λ)/N * I

        """;

    public static ClaimFile File(params string[] lines)
    {
        var file = ClaimReader.ReadText("mutated.claim", Declarations + string.Join('\n', lines) + "\n");
        Assert.Empty(file.Errors);
        return file;
    }

    public static MutantsOfClaim Statement(string statement)
    {
        var file = File($"claim \"c\": {statement}");
        return MutantGenerator.Of(file.Claims.Single(), file.Definitions);
    }

    public static ImmutableArray<string> Changes(string statement, string rule) =>
        [.. Statement(statement).Mutants.Where(mutant => mutant.Rule == rule).Select(mutant => $"{mutant.From} → {mutant.To}")];

    public static MutationReport Judged(params string[] lines) =>
        MutationRun.Of([File(lines)], RunSettings.Default with { Threads = 2 }, _ => { }, CancellationToken.None);
}
