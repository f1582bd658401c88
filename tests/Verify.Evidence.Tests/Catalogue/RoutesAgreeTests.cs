using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Language.Routes;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Evidence.Tests.Catalogue;

/// <summary>For random sizes, covariances and parameters, on every claim of the catalogue: the routes agree with each other and with what is expected.</summary>
public sealed class RoutesAgreeTests
{
    /// <summary>A small share of the usual work: many small instances tell more here than a few large ones.</summary>
    private const long WorkLimit = 400_000;

    private static readonly IReadOnlyList<Claim> Claims = [.. CatalogueRun.Report.Claims.Select(report => report.Claim)];

    [Fact]
    public void RoutesAgreeOnRandomInstancesOfEveryClaim() => RoutesAgree(RouteCatalogue.Built).Holds(tests: 400);

    [Fact]
    public void AFaultInARouteIsFoundAndShrunk()
    {
        var faulty = RouteCatalogue.Built.SetItem(1, new WrongFromTwoOn());
        var failure = Assert.ThrowsAny<Exception>(() => RoutesAgree(faulty).Holds(tests: 400));
        Assert.Contains("at sizes [2], seed 1", failure.ToString(), StringComparison.Ordinal);
    }

    private static Property RoutesAgree(ImmutableArray<IRoute> routes)
    {
        ImmutableArray<IRoute> remembered = [new Remembered(routes[0]), .. routes.Skip(1)];
        return Prop.ForAll(Instances, instance =>
        {
            var report = Examination.Examine(instance.Claim, instance.Settings(remembered), CancellationToken.None);
            return report is { Verdict: not Verdict.Conflict, Faulted: false }
                && report.Verdict != (instance.Claim.ExpectedTrue ? Verdict.Refuted : Verdict.Proved);
        });
    }

    /// <summary>Shrinks towards size 1 in every dimension and the first seed; the claim stays.</summary>
    private static Arbitrary<Instance> Instances { get; } = Arb.From(
        from claim in Gen.Elements<Claim>(Claims)
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

    /// <summary>The algebra sees neither sizes nor seeds: its finding of a claim is asked for once.</summary>
    private sealed class Remembered(IRoute route) : IRoute
    {
        private readonly ConditionalWeakTable<Claim, Finding> _findings = [];

        public string Name => route.Name;

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
            _findings.GetValue(claim, asked => route.Examine(asked, RouteSettings.Default, cancellation));
    }

    /// <summary>The exact check with a fault planted: it finds every equality in d alone false from d = 2 on.</summary>
    private sealed class WrongFromTwoOn : IRoute
    {
        public string Name => "coordinates";

        public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) =>
            claim is { ExpectedTrue: true, Statement: Comparison, Dimensions: [var only] } && settings.FixedDimensions[only.Name] >= 2
                ? new(Outcome.Disagrees, "") { Counterexample = new([], [], "1", "0") }
                : new(Outcome.Agrees, "");
    }
}
