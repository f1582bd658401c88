using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Checks;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;

namespace Verify.Simulation.Tests.Examining;

/// <summary>Random instances of a claim: they satisfy its conditions, can be afforded, and keep what is fixed.</summary>
public sealed class InstanceSourceTests
{
    [Theory]
    [InlineData("s^2 < s assuming s > 0, s < 1")]
    [InlineData("(v v')^2 = v v' assuming v' v = 1")]
    [InlineData("(A + B)^2 = A^2 + 2 A B + B^2 assuming A B = B A")]
    [InlineData("E[z' z] = tr(S) assuming S >= I, tr(S) < 30")]
    [InlineData("u^2 conserved along flow((u t - c)^2; u, t) assuming u = t")]
    [InlineData("E[x' x] = 1 assuming tr(Λ) = 1, N > d")]
    [InlineData("norm(A) = 2 assuming norm(A)^2 = 4")]
    [InlineData("s != c assuming s != c, s + c = 3")]
    public void Every_instance_satisfies_the_conditions_and_declarations(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        for (var number = 0; number < 5; number++)
        {
            var instance = Source(claim).Draw(number, _ => true);
            Assert.NotNull(instance);
            Assert.All(claim.Conditions, condition => Assert.True(new Condition(condition, InstanceSource.ValueOf).Holds(instance, reference: 1)));
            Assert.All(instance.Values, value => Assert.True(Allowed.Contains(value.Key, value.Value)));
            Assert.All(claim.Dimensions, dimension => Assert.All(dimension.LowerBounds, bound => Assert.True(instance.Dimensions[dimension] >= instance.SizeOf(bound))));
        }
    }

    [Theory]
    [InlineData("E[X' X] = N Λ")]
    [InlineData("E[tr(X A X')] = N tr(A Λ)")]
    public void Sizes_shrink_to_what_can_be_afforded(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        int Cost(Instance instance) => instance.Dimensions.Values.Aggregate(1, (product, size) => product * size);
        var free = Enumerable.Range(0, 8).Select(number => Source(claim).Draw(number, _ => true)!).ToList();
        Assert.All(free, instance => Assert.True(Cost(instance) >= 24));
        foreach (var most in new[] { 60, 24, 12 })
        {
            var asked = new List<Instance>();
            var instance = Source(claim).Draw(0, candidate =>
            {
                asked.Add(candidate);
                return Cost(candidate) <= most;
            })!;
            Assert.InRange(Cost(instance), 1, most);
            Assert.All(asked, candidate => Assert.True(Cost(candidate) >= Cost(instance)));
        }

        // What nothing can be afforded for is tried at the smallest sizes all the same.
        Assert.InRange(Cost(Source(claim).Draw(0, _ => false)!), 1, 6);
    }

    [Fact]
    public void A_fixed_dimension_is_kept_while_the_others_shrink()
    {
        var claim = Examined.Claims("E[X' X] = N Λ")[0];
        var fixedD = ImmutableDictionary<string, int>.Empty.Add("d", 7);
        int SizeOf(Instance instance, string name) => instance.Dimensions.Single(size => size.Key.Name == name).Value;
        var (free, shrunk) = (Source(claim, fixedD).Draw(0, _ => true)!, Source(claim, fixedD).Draw(0, instance => SizeOf(instance, "N") <= 4)!);
        Assert.Equal((7, 7), (SizeOf(free, "d"), SizeOf(shrunk, "d")));
        Assert.InRange(SizeOf(free, "N"), 8, 24);
        Assert.InRange(SizeOf(shrunk, "N"), 1, 4);
        var asked = false;
        var all = Source(claim, fixedD.Add("N", 50)).Draw(0, _ => asked = true)!;
        Assert.Equal((7, 50, false), (SizeOf(all, "d"), SizeOf(all, "N"), asked));
    }

    [Fact]
    public void Numbers_give_different_instances_and_the_same_one_again()
    {
        var claim = Examined.Claims("E[X' X] = N Λ")[0];
        string Text(int number, ulong seed = 1) => Source(claim, seed: seed).Draw(number, _ => true) is { } instance
            ? string.Join(" ", instance.Values.OrderBy(value => value.Key).SelectMany(value => value.Value.Entries)) : "";
        Assert.Equal(5, Enumerable.Range(0, 5).Select(number => Text(number)).Distinct().Count());
        Assert.Equal(Text(3), Text(3));
        Assert.NotEqual(Text(3), Text(3, seed: 2));
    }

    [Fact]
    public void What_the_statement_binds_has_no_value()
    {
        var limit = Examined.Claims("(1 + 1/N) Λ = Λ as N -> inf")[0];
        Assert.DoesNotContain(Source(limit).Draw(0, _ => true)!.Dimensions.Keys, dimension => dimension.Name == "N");
        var flow = Examined.Claims("flow((u - h)^2; u = 0) -> u = h")[0];
        Assert.Equal(["h"], Source(flow).Draw(0, _ => true)!.Values.Keys.Select(symbol => symbol.Name));
    }

    private static InstanceSource Source(Claim claim, ImmutableDictionary<string, int>? fixedDimensions = null, ulong seed = 1) =>
        new(claim, StatementCheck.Of(claim), Examined.Settings with { Seed = seed, FixedDimensions = fixedDimensions ?? ImmutableDictionary<string, int>.Empty });
}
