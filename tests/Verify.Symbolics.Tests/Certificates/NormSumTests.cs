using Verify.Language.Routes;
using Verify.Symbolics.Tests.Decisions;

namespace Verify.Symbolics.Tests.Certificates;

/// <summary>Bounds of the norm of a sum, term by term, and near ones that are false.</summary>
public sealed class NormSumTests
{
    [Theory]
    [InlineData("norm(A B + A Ω) <= opnorm(A) (norm(B) + norm(Ω))")]
    [InlineData("norm(A B - 1/2 A Ω) <= opnorm(A) (norm(B) + norm(Ω))")]
    [InlineData("norm(A) <= 1/2 norm(2 A - A B) + 1/2 opnorm(A) norm(B)")]
    [InlineData("norm(A B + A softmax(x) y') <= opnorm(A) (norm(B) + norm(softmax(x) y'))")]
    [InlineData("norm(A B) <= sqrt(d) opnorm(A) norm(B)")]
    [InlineData("norm(A + A B) <= norm(A - Ω) + norm(Ω) + d opnorm(A) norm(B)")]
    public void A_sum_of_norms_bounds_the_norm_of_a_sum(string statement) => Check($"{statement} by {statement}", isProved: true);

    [Theory]
    [InlineData("norm(A B + 2 A Ω) <= opnorm(A) (norm(B) + norm(Ω))")]
    [InlineData("norm(A B + B A) <= opnorm(A) norm(B)")]
    [InlineData("norm(A) <= 1/2 norm(A - A B) + opnorm(A) norm(B)")]
    [InlineData("norm(A B) <= opnorm(A) norm(B) - norm(Ω)")]
    [InlineData("norm(A B) <= norm(A - Ω) + norm(Ω)")]
    [InlineData("norm(d A) <= norm(A)")]
    public void What_is_false_is_not_proved(string statement) => Check($"{statement} by {statement}", isProved: false);

    private static void Check(string statement, bool isProved)
    {
        var finding = Claims.Examine(statement);
        Assert.True(isProved == (finding.Outcome == Outcome.Proved), $"{finding.Outcome}: {finding.Detail}");
    }
}
