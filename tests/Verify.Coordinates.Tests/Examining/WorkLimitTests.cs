using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Examining;

/// <summary>
/// Claims that take much work stop at the limit, or at the share of it after which further sizes add little. Each unit may buy a bounded amount of memory,
/// so what costs time and is not counted shows here without a clock.
/// </summary>
public sealed class WorkLimitTests
{
    private const long Limit = 2_000_000;
    private const long BytesPerUnit = 400;

    private const string Setting = """
        dim d, N
        matrix Λ : d × d, spd
        random s : scalar ~ normal(1)
        random X : N × d ~ normal(rows: Λ)
        random V : N × d ~ normal(rows: Λ)
        random Y : N × d ~ normal(rows: (1 + s^2)^2 Λ)
        param A, B : d × d

        """;

    [Theory]
    [InlineData("E[tr((X' X)^8)] = E[tr((X X')^8)]")]
    [InlineData("E[(tr(A X' X) + tr(B Y' Y) + tr(X' Y))^5] = E[(tr(X' X A) + tr(Y' Y B) + tr(Y' X))^5]")]
    [InlineData("E[tr(A X' X B V' V X' X)^3] = E[tr(B V' V X' X A X' X)^3]")]
    [InlineData("lim(E[tr((X' X/N + V' V/N)^4)]; N -> inf) = 16 tr(Λ^4)")]
    public void AUnitOfWorkBuysLittle(string statement)
    {
        var claim = SoundFile.Read(Setting + $"claim \"it\": {statement}").Claims[0];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = new CoordinatesRoute().Examine(claim, RouteSettings.Default with { WorkLimit = Limit }, CancellationToken.None);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(finding.Outcome is Outcome.Agrees or Outcome.Undecided, finding.Outcome + finding.Detail);
        Assert.True(bytes < Limit * BytesPerUnit, $"{bytes / (double)Limit:F0} bytes per unit");
    }
}
