using Verify.Language.Routes;

namespace Verify.Coordinates.Tests.Examining;

/// <summary>A softmax is exact only where all entries are equal: what holds there alone is no agreement.</summary>
public sealed class SoftmaxTests
{
    private const string Setting = """
        dim n
        scalar t
        vector v, w : n
        random x : n ~ normal(I)
        param a : n

        """;

    [Theory]
    [InlineData("norm(softmax(v)) <= 1")]
    [InlineData("ones' softmax(v) > 1/2")]
    [InlineData("norm(softmax(v) - softmax(w)) <= 1/2 norm(v - w) + 1/1000")]
    [InlineData("softmax(v) = ones / n assuming v = 0")]
    public void What_holds_everywhere_is_agreed_to(string statement) => Assert.Equal(Outcome.Agrees, Examine(statement).Outcome);

    [Theory]
    [InlineData("softmax(v) = ones / n")]
    [InlineData("softmax(2 v) = softmax(v)")]
    [InlineData("ones' softmax(v) < 1/2")]
    [InlineData("norm(softmax(v) - softmax(w)) <= 1/20 * norm(v - w)")]
    public void What_is_false_is_refuted(string statement) => Assert.Equal(Outcome.Disagrees, Examine(statement).Outcome);

    [Theory]
    [InlineData("ones' softmax(v) = 1")]
    [InlineData("lim(softmax(v / t); t -> 0) = ones / n")]
    [InlineData("softmax(v / t) = ones / n as t -> 0")]
    [InlineData("E[x' x softmax(v)] = ones")]
    [InlineData("E[softmax(x + v)] = softmax(v)")]
    [InlineData("grad(v' softmax(a); a)[a := w] = 0 v")]
    [InlineData("softmax(a) = ones / n along flow(v' softmax(a); a = 0)")]
    public void What_is_decided_only_where_all_entries_are_equal_is_left_open(string statement) =>
        Assert.Contains(Examine(statement).Outcome, new[] { Outcome.Undecided, Outcome.NotTreated, Outcome.Disagrees });

    private static Finding Examine(string statement) => Evaluating.Examine(Setting + $"claim \"it\": {statement}\n");
}
