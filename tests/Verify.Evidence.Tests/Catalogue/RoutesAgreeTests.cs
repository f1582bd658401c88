using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>For random sizes, covariances and parameters, on every claim of the catalogue: the routes agree with each other and with what is expected.</summary>
public sealed class RoutesAgreeTests
{
    private const int InstancesOfEachClaim = 2;

    /// <summary>A small share of the usual work: many small instances tell more here than a few large ones.</summary>
    private const long WorkLimit = 400_000;

    public static TheoryData<string> Files => [.. RepositoryFiles.ClaimFiles().Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void RoutesAgreeOnRandomInstances(string path)
    {
        var claims = ClaimReader.Read(RepositoryFiles.PathOf(path)).Claims;
        var looked = 0;
        for (var i = 0; i < claims.Length; i++)
        {
            RoutesAgree(RouteCatalogue.Built, claims[i], () => looked++).Holds(InstancesOfEachClaim, seed: (ulong)i + 1);
        }

        Assert.True(2 * looked > claims.Length * InstancesOfEachClaim, $"the exact check looked at {looked} instances only");
    }

    [Fact]
    public void AFaultInARouteIsFoundAndShrunk()
    {
        var faulty = RouteCatalogue.Built.SetItem(1, new WrongFromTwoOn());
        var claim = SoundFile.Read("dim d, N\nmatrix A : d × N\nclaim \"norm\": norm(A)^2 = tr(A' A)").Claims.Single();
        var failure = Assert.ThrowsAny<Exception>(() => RoutesAgree(faulty, claim, () => { }).Holds(tests: 20));
        Assert.Contains("\"norm\" at sizes [2, 1], seed 1", failure.ToString(), StringComparison.Ordinal);
    }

    private static Property RoutesAgree(ImmutableArray<IRoute> routes, Claim claim, Action looked)
    {
        ImmutableArray<IRoute> remembered = [new Remembered(routes[0]), .. routes.Skip(1)];
        return Prop.ForAll(InstancesOf(claim), instance =>
        {
            var report = Examination.Examine(claim, instance.Settings(remembered), CancellationToken.None);
            if (report.Routes.Skip(1).Any(route => route.Finding.Outcome is Outcome.Agrees or Outcome.Disagrees))
            {
                looked();
            }

            return report is { Verdict: not Verdict.Conflict, Faulted: false }
                && report.Verdict != (claim.ExpectedTrue ? Verdict.Refuted : Verdict.Proved);
        });
    }

    /// <summary>Shrinks towards size 1 in every dimension and the first seed.</summary>
    private static Arbitrary<Instance> InstancesOf(Claim claim) => Arb.From(
        from sizes in Gen.Frequency((3, Gen.Choose(1, 2)), (1, Gen.Choose(3, 4))).ArrayOf(claim.Dimensions.Length)
        from seed in Gen.Choose(1, 1_000_000)
        select new Instance(claim, [.. sizes], seed),
        instance => instance.Smaller());

    /// <summary>A claim at given sizes. A dimension with lower bounds is counted from its bound.</summary>
    private sealed record Instance(Claim Claim, ImmutableArray<int> Sizes, int Seed)
    {
        public IEnumerable<Instance> Smaller()
        {
            for (var i = 0; i < Sizes.Length; i++)
            {
                if (Sizes[i] > 1)
                {
                    yield return this with { Sizes = Sizes.SetItem(i, 1) };
                    yield return this with { Sizes = Sizes.SetItem(i, Sizes[i] - 1) };
                }
            }

            if (Seed > 1)
            {
                yield return this with { Seed = 1 };
                yield return this with { Seed = Seed / 2 };
            }
        }

        public RunSettings Settings(ImmutableArray<IRoute> routes)
        {
            var values = new Dictionary<Dimension, int>();
            for (var i = 0; i < Sizes.Length; i++)
            {
                var bounds = Claim.Dimensions[i].LowerBounds.Select(bound => bound.Evaluate(dimension => values[dimension]));
                values[Claim.Dimensions[i]] = bounds.Append(1).Max() - 1 + Sizes[i];
            }

            var named = values.ToImmutableDictionary(pair => pair.Key.Name, pair => pair.Value);
            return RunSettings.Default with { Routes = routes, RouteSettings = new((ulong)Seed, named, WorkLimit) };
        }

        public override string ToString() => $"\"{Claim.Name}\" at sizes [{string.Join(", ", Sizes)}], seed {Seed}";
    }

    /// <summary>The algebra sees neither sizes nor seeds: its finding is asked for once.</summary>
    private sealed class Remembered(IRoute route) : IRoute
    {
        private Finding? _finding;

        public string Name => route.Name;

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
            _finding ??= route.Examine(claim, RouteSettings.Default, cancellation);
    }

    /// <summary>The exact check with a fault planted: it finds a true claim false from d = 2 on.</summary>
    private sealed class WrongFromTwoOn : IRoute
    {
        public string Name => "coordinates";

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) => settings.FixedDimensions["d"] >= 2
            ? new(Outcome.Disagrees, "") { Counterexample = new([], [], "1", "0") }
            : new(Outcome.Agrees, "");
    }
}
