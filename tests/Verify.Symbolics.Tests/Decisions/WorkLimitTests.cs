using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Decisions;

/// <summary>
/// Claims whose algebra explodes stop at the limit of work. Each unit may buy a bounded amount of memory, so what costs time and is not counted shows here
/// without a clock.
/// </summary>
public sealed class WorkLimitTests
{
    private const long Limit = 400_000;
    private const long BytesPerUnit = 400;

    [Theory]
    [InlineData("E[(tr(X' X A X' X B X' X U) + tr(A X' X) + tr(X' X) + tr(B X' X))^8] = 1")]
    [InlineData("tr((A + B + U + A' + B' + U')^9) = 0")]
    [InlineData("(tr(A) + tr(B) + tr(U) + tr(A B) + tr(A U) + tr(B U) + tr(A B U))^30 = tr(A)^30")]
    [InlineData("grad(E[tr(U X' X B X' X A X' X U X' X)^2]; U) = 0")]
    [InlineData("E[tr(X A X' X B X' X A X' X B X' X A X' X B X')] = 1")]
    public void A_unit_of_work_buys_little(string statement)
    {
        Spend(statement);
        var (outcome, detail, bytes) = Spend(statement);
        Assert.Equal((Outcome.Undecided, true), (outcome, detail.Contains("work limit")));
        Assert.True(bytes < Limit * BytesPerUnit, $"{bytes / (double)Limit:F0} bytes per unit");
    }

    private static (Outcome Outcome, string Detail, long Bytes) Spend(string statement)
    {
        var claim = SoundFile.Read(Claims.Setting + $"claim \"it\": {statement}\n").Claims.Single();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = new SymbolicRoute().Examine(claim, RouteSettings.Default with { WorkLimit = Limit }, CancellationToken.None);
        return (finding.Outcome, finding.Detail, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
