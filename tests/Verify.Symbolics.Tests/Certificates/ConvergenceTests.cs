using Verify.Language.Routes;
using Verify.Symbolics.Tests.Decisions;

namespace Verify.Symbolics.Tests.Certificates;

/// <summary>Where the flow of a loss of a product ends, by steps; and that it is not proved where the end is another, or where a step is missing or false.</summary>
public sealed class ConvergenceTests
{
    private const string Loss = "1/2 u^2 v^2 - u v";
    private const string Start = "(1/2 s^4 - s^2)";
    private const string Balance = "u^2 = tr(v v')";
    private const string Below = $"u^2 + ({Loss}) = 1/2 (u - v)^2 + 1/2 u^2 v^2, -u^2 <= {Loss}, {Loss} <= {Start}, -u^2 <= {Start}";
    private const string Bound = "u^2 >= s^2 - 1/2 s^4";
    private const string Positive = "1 - s^2 > 0, s^2 - 1/2 s^4 = 1/2 s^2 + 1/2 s^2 (1 - s^2), s^2 - 1/2 s^4 > 0";

    [Theory]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 1, v = 1 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss} + u^2 (z' z); u = s, v = s, z = 0) -> u = 1, z = 0 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    public void The_end_follows_from_a_bound_of_the_factor(string statement) => Check(statement, isProved: true);

    [Theory]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 2, v = 1/2 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = -1, v = -1 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 1, v = 1 assuming s < 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 1, v = 1 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Positive}")]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 1, v = 1 assuming s > 0, s^2 < 1 by {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss}; u = 2 s, v = s) -> u = 1, v = 1 assuming s > 0, s^2 < 1 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData($"flow({Loss}; u = s, v = s) -> u = 1, v = 1 assuming s > 0 by {Balance}, {Below}, {Bound}, {Positive}")]
    [InlineData("flow(1/4 (u v - 1)^4; u = s, v = s) -> u = 1, v = 1 assuming s > 0, s^2 < 1 by u^2 = tr(v v')")]
    public void What_is_false_or_lacks_a_step_is_not_proved(string statement) => Check(statement, isProved: false);

    private static void Check(string statement, bool isProved)
    {
        var finding = Claims.Examine(statement);
        Assert.True(isProved == (finding.Outcome == Outcome.Proved), $"{finding.Outcome}: {finding.Detail}");
    }
}
