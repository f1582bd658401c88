using BenchmarkDotNet.Attributes;
using Verify.Coordinates;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;

namespace Verify.Benchmarks;

/// <summary>The claims of the catalogue that take the exact check longest, warm.</summary>
[ShortRunJob]
[MedianColumn]
[MemoryDiagnoser]
public class ExactChecks
{
    private static readonly (string File, string Claim)[] Heaviest =
    [
        ("zhang-frei-bartlett-2024/risk-at-the-optimum.claim", "risk for a fixed task"),
        ("zhang-frei-bartlett-2024/label-noise.claim", "minimum with noise"),
        ("zhang-frei-bartlett-2024/task-covariance.claim", "minimum, by ΓΩ"),
        ("zhang-frei-bartlett-2024/population-loss.claim", "loss in four parameters"),
        ("language/limits.claim", "lim in a dimension: of a matrix"),
    ];

    private readonly CoordinatesRoute _route = new();
    private Claim? _claim;

    /// <summary>The names of the claims.</summary>
    public static IEnumerable<string> Names => Heaviest.Select(claim => claim.Claim);

    /// <summary>Which claim.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>Reads the claim.</summary>
    [GlobalSetup]
    public void Read()
    {
        var file = Heaviest.Single(claim => claim.Claim == Name).File;
        _claim = ClaimReader.Read(Path.Combine(Repository.Root, "proofs", file)).Claims.First(claim => claim.Name == Name);
    }

    /// <summary>The number of instances decided.</summary>
    [Benchmark]
    public int Examine()
    {
        var finding = _route.Examine(_claim!, RouteSettings.Default, CancellationToken.None);
        return finding.Outcome == Outcome.Agrees ? finding.Instances ?? 0 : throw new InvalidOperationException(finding.Detail);
    }
}
