using Verify.Language.Routes;
using Verify.Symbolics.Decisions;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Decisions;

/// <summary>Claims with indices are decided for every way in which the indices coincide.</summary>
public sealed class IndexTests
{
    private const string Setting = """
        dim d >= 3
        dim N
        index i, j, k : d
        index n : N
        vector v : d
        matrix A, B : d × d
        matrix D : d × d, spd, diag
        matrix K : d × d, diag
        param  U : d × d

        """;

    [Theory]
    [InlineData("entry(A; i, i) = entry(A'; i, i)", 1)]
    [InlineData("entry(A; i, j) = entry(A'; j, i)", 2)]
    [InlineData("entry(A; i, j) entry(A; j, k) = entry(A; j, k) entry(A; i, j)", 5)]
    [InlineData("entry(A; i, 1) = entry(A'; 1, i)", 2)]
    [InlineData("entry(A; i, 1) entry(A; j, 2) = entry(A; j, 2) entry(A; i, 1)", 10)]
    [InlineData("entry(ones; n) entry(A; i, j) = entry(A; i, j)", 2)]
    [InlineData("entry(A; i, j) = entry(A'; j, i) assuming i != j", 1)]
    [InlineData("entry(A; i, j) = entry(A'; i, j) assuming i = j", 1)]
    [InlineData("entry(A; i, j) = entry(A'; j, i) assuming i = j, i != j", 0)]
    public void As_many_cases_as_ways_to_coincide(string statement, int cases) => Assert.Equal(cases, IndexCases.Of(Read(statement))!.Count);

    [Theory]
    [InlineData("entry(K; i, j) entry(K; j, k) = entry(K; i, i) entry(K; i, j) entry(I; j, k)")]
    [InlineData("entry(A K B; i, j) = entry(A K; i, j) assuming B = I")]
    [InlineData("entry(I + 0 A; i, j)^2 = entry(I + 0 A; i, j)")]
    [InlineData("entry(K; 1, 2) = 0")]
    [InlineData("entry(K v; i) = entry(K; i, i) entry(v; i)")]
    [InlineData("entry(D; i, i) > 0")]
    [InlineData("entry(D^(1/2); i, j)^2 = entry(D; i, j)")]
    [InlineData("entry((D + 2 I)^-1; i, i) = 1 / (entry(D; i, i) + 2)")]
    [InlineData("grad(entry(U; i, j)^2; U) = 2 entry(U; i, j) i j'")]
    [InlineData("entry(K; i, j) = 0 assuming i != j")]
    [InlineData("entry(A ∘ (ones v'); i, j) = entry(A; i, j) entry(v; j)")]
    public void It_is_proved(string statement) => Assert.Equal(Outcome.Proved, Examine(statement).Outcome);

    [Theory]
    [InlineData("entry(K; i, j) = 0")]
    [InlineData("entry(K; i, j) = entry(K; i, i)")]
    [InlineData("entry(A; i, j) = entry(A; j, i)")]
    [InlineData("entry(A; 1, 2) = entry(A; 2, 1)")]
    [InlineData("entry(K; i, i) > 0")]
    [InlineData("entry(D; i, j) > 0")]
    [InlineData("entry(I + 0 A; i, j) = 0 assuming j != k")]
    [InlineData("entry(A ∘ B; i, j) = entry(A B; i, j)")]
    public void It_is_not_proved(string statement) => Assert.NotEqual(Outcome.Proved, Examine(statement).Outcome);

    [Fact]
    public void Conditions_that_fail_in_every_case_are_said() => Assert.True(Examine("entry(A; i, j) = 0 assuming i = j, i != j").NothingSatisfiesConditions);

    [Fact]
    public void A_case_whose_conditions_fail_is_left_out() => Assert.Equal(Outcome.Proved, Examine("entry(A; i, j) = entry(A; j, i) assuming entry(K; i, j) != 0").Outcome);

    [Theory]
    [InlineData("min(1/2 ones' ((D ones ones' D + ones ones') ∘ U ∘ U) ones - tr(U); U) = -1/2 tr((D^2 + I)^-1) at U = (D^2 + I)^-1")]
    [InlineData("min(ones' (U ∘ U) ones - 2 tr(K U); U) = -tr(K^2) at U = K")]
    public void A_weighted_square_has_its_minimum(string statement) => Assert.Equal(Outcome.Proved, Examine(statement).Outcome);

    [Theory]
    [InlineData("min(1/2 ones' ((K ones ones' K + ones ones') ∘ U ∘ U) ones - tr(U); U) = -1/2 tr((K^2 + I)^-1) at U = (K^2 + I)^-1")]
    [InlineData("min(1/2 ones' ((D ones ones' D + ones ones') ∘ U ∘ U) ones - tr(U); U) = -tr((D^2 + I)^-1) at U = (D^2 + I)^-1")]
    [InlineData("min(1/2 ones' ((D ones ones' D + ones ones') ∘ U ∘ U) ones - tr(U); U) = -1/2 tr((D^2 + I)^-1) at U = 2 (D^2 + I)^-1")]
    public void A_weighted_square_has_no_other(string statement) => Assert.NotEqual(Outcome.Proved, Examine(statement).Outcome);

    private static Verify.Language.Claim Read(string statement) => SoundFile.Read(Setting + $"claim \"it\": {statement}\n").Claims.Single();

    private static Finding Examine(string statement) => Claims.Examine(Read(statement));
}
