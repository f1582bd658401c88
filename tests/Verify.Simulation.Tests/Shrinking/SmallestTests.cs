using Verify.Language;
using Verify.Language.Routes;
using Verify.Simulation.Checks;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Searching;
using Verify.Simulation.Shrinking;
using Verify.Simulation.Tests.Examining;

namespace Verify.Simulation.Tests.Shrinking;

/// <summary>Counterexamples of the simulation, made small: nothing can be taken away from them, and they still are counterexamples.</summary>
public sealed class SmallestTests
{
    public static TheoryData<string> False =>
    [
        "norm(A)^2 <= 5 opnorm(A)^2",
        "tr(Λ)^2 <= 2.5 tr(Λ^2)",
        "norm(A B) = norm(A) norm(B)",
        "A B = B A",
        "Λ A = A Λ",
        "norm(C) <= opnorm(C)",
        "S >= 0",
        "P <= Λ",
        "tr(Q) = d",
        "s^2 <= s assuming s > 2",
        "norm(v) <= 1 assuming v' v >= 4",
        "m' v = 0 assuming v' v = 1, m' m = 1",
        "u^2 conserved along flow((u t - c)^2; u, t)",
        "flow((u t - 1)^2; u = h, t = g) -> u = 1, t = 1",
        "u <= 2 along flow((u t - 9)^2; u = h, t = h)",
        "norm(softmax(v) - softmax(m)) <= 1/4 norm(v - m)",
    ];

    [Theory]
    [MemberData(nameof(False))]
    public void Declarations_and_conditions_hold_and_the_statement_fails(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        var instance = Smallest(claim);
        Assert.All(instance.Values, value => Assert.True(Allowed.Contains(value.Key, value.Value)));
        Assert.True(Satisfies(claim, instance));
        Assert.True(Fails(claim, instance));
    }

    [Theory]
    [MemberData(nameof(False))]
    public void No_entry_can_be_dropped(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        var instance = Smallest(claim);
        foreach (var (symbol, value) in instance.Values)
        {
            for (var (i, j) = (0, 0); i < value.Rows; (i, j) = j + 1 < value.Columns ? (i, j + 1) : (i + 1, 0))
            {
                var (row, column) = (i, j);
                var dropped = Matrix.Of(value.Rows, value.Columns, (k, l) =>
                    (k == row && l == column) || (symbol.Is(MatrixAttributes.Symmetric) && l == row && k == column) ? 0 : value[k, l]);
                Assert.False(value[i, j] != 0 && Allowed.Contains(symbol, dropped) && Satisfies(claim, instance.With(symbol, dropped)) && Fails(claim, instance.With(symbol, dropped)),
                    $"{symbol.Name}[{i}, {j}] of {Text(instance)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(False))]
    public void No_dimension_can_be_lowered(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        var sizes = Examined.Find(claim).Counterexample!.Dimensions.ToDictionary(size => size.Key.Name, size => size.Value);
        foreach (var (name, size) in sizes.Where(size => size.Value > 1))
        {
            var smaller = Examined.Settings with { FixedDimensions = Examined.Settings.FixedDimensions.AddRange(sizes).SetItem(name, size - 1) };
            Assert.NotEqual(Outcome.Disagrees, Examined.Find(claim, smaller).Outcome);
        }
    }

    [Theory]
    [InlineData("norm(A)^2 <= 5 opnorm(A)^2", "d=6", 6)]
    [InlineData("A B = B A", "d=2", 2)]
    [InlineData("S >= 0", "d=1", 1)]
    [InlineData("E[x x'] = 2 Λ", "d=1", 1)]
    public void It_is_what_one_would_find_by_hand(string statement, string sizes, int nonZeros)
    {
        var counterexample = Examined.Find(statement).Counterexample!;
        Assert.Equal(sizes, string.Join(", ", counterexample.Dimensions.Select(size => $"{size.Key.Name}={size.Value}")));
        Assert.Equal(nonZeros, Simplicity.Of(Examined.Instance(counterexample)).NonZeros);
        Assert.All(counterexample.Values.SelectMany(value => value.Value).SelectMany(row => row), entry => Assert.True(entry.IsZero || entry == 1 || entry == -1));
    }

    [Theory]
    [InlineData("norm(A B) = norm(A) norm(B)")]
    [InlineData("E[x x'] = 2 Λ")]
    [InlineData("flow((u t - 1)^2; u = h, t = g) -> u = 1, t = 1")]
    public void It_follows_from_the_seed(string statement)
    {
        var claim = Examined.Claims(statement)[0];
        Assert.Equal(Text(Smallest(claim)), Text(Smallest(claim)));
    }

    [Fact]
    public void Sizes_that_are_fixed_stay()
    {
        var settings = Examined.Settings with { FixedDimensions = Examined.Settings.FixedDimensions.Add("d", 7) };
        Assert.Equal(7, Examined.Find("norm(A) <= opnorm(A)", settings).Counterexample!.Dimensions.Single().Value);
    }

    [Fact]
    public void Where_another_route_has_shown_one_nothing_is_spent_on_it()
    {
        var claim = Examined.Claims("A B = B A")[0];
        var settled = Examined.Instance(Examined.Find(claim, Examined.Settings with { Settled = Outcome.Disagrees }).Counterexample!);
        Assert.True(Simplicity.Of(Smallest(claim)).IsBelow(Simplicity.Of(settled)));
    }

    private static Instance Smallest(Claim claim)
    {
        var finding = Examined.Find(claim);
        Assert.Equal(Outcome.Disagrees, finding.Outcome);
        return Examined.Instance(finding.Counterexample!);
    }

    private static bool Satisfies(Claim claim, Instance instance) => claim.Conditions.All(condition => new Condition(condition, InstanceSource.ValueOf).Holds(instance, reference: 1));

    private static bool Fails(Claim claim, Instance instance)
    {
        var check = StatementCheck.Of(claim);
        try
        {
            return check.At(new(Examined.Settings, Effort.Full(Examined.Settings, check.IsSampled), claim.Name, Parts.Sound, CancellationToken.None), instance) is Fails;
        }
        catch (UndefinedException)
        {
            return false;
        }
    }

    private static string Text(Instance instance) =>
        string.Join("; ", instance.Values.OrderBy(value => value.Key).Select(value => $"{value.Key.Name} {value.Value.Rows} × {value.Value.Columns}: {string.Join(' ', value.Value.Entries)}"));
}
