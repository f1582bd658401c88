using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Testing;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Random claims, made true by rewriting or false by a mistake: what is false is never proved, what is true never refuted, and the routes never contradict each other.</summary>
public sealed class RandomClaimsTests
{
    private const CoreParts Parts = CoreParts.Entries | CoreParts.Expectations | CoreParts.Inverses | CoreParts.Gradients;

    [Fact]
    public void ARewrittenExpressionIsNeverFoundDifferent()
    {
        var proved = 0;
        Prop.ForAll(Seeds(), seed =>
        {
            var (left, right) = Rewritten(seed);
            var report = Asked.About(left, right);
            proved += report.Verdict == Verdict.Proved ? 1 : 0;
            return (report is { Faulted: false, Verdict: not (Verdict.Refuted or Verdict.Conflict) }).Label($"{report.Statement}: {report.Verdict}, {report.Reason}");
        }).Holds(Count);
        Assert.True(proved > Count * 3 / 4, $"only {proved} of {Count} were proved");
    }

    [Fact]
    public void AMistakeIsNeverProved()
    {
        var refuted = 0;
        Prop.ForAll(Seeds(), seed =>
        {
            var (left, rewritten) = Rewritten(seed);
            var right = new Mutation(new SeededDraw((ulong)seed + 7)).Of(rewritten);
            var report = Asked.About(left, right);
            var truth = PlainTruth.Of(left, right);
            refuted += report.Verdict == Verdict.Refuted ? 1 : 0;
            return (report is { Faulted: false, Verdict: not Verdict.Conflict }
                && (truth != false || report.Verdict is Verdict.Refuted or Verdict.Undecided)
                && (truth != true || report.Verdict != Verdict.Refuted)).Label($"{report.Statement}: {report.Verdict}, {report.Reason}, plain arrays say {truth}");
        }).Holds(Count);
        Assert.True(refuted > Count / 2, $"only {refuted} of {Count} were refuted");
    }

    [Fact]
    public void AStatementOfAPaperIsTrueOrFalseAsItsNumbersAre()
    {
        Prop.ForAll(Seeds(), seed =>
        {
            var draw = new SeededDraw((ulong)seed);
            var isTrue = draw.Below(2) == 0;
            var statement = DrawnStatements.All[draw.Below(DrawnStatements.All.Length)](draw, isTrue);
            var report = Asked.About(statement);
            return (!report.Faulted && (isTrue ? report.Verdict is not (Verdict.Refuted or Verdict.Conflict) : report.Verdict is Verdict.Refuted or Verdict.Undecided))
                .Label($"{statement}, which is {isTrue}: {report.Verdict}, {report.Reason}");
        }).Holds(Count);
    }

    /// <summary>More where the environment asks for a longer look.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("VERIFY_RANDOM_CLAIMS"), out var count) ? count : 150;

    private static Arbitrary<int> Seeds() => Arb.From(Gen.Choose(0, int.MaxValue));

    private static (Expr Left, Expr Right) Rewritten(int seed)
    {
        var draw = new SeededDraw((ulong)seed);
        Size[] sizes = [SampleSymbols.D, SampleSymbols.D, SampleSymbols.N, Size.One];
        var shape = draw.Below(2) == 0 ? Shape.Scalar : new Shape(sizes[draw.Below(4)], sizes[draw.Below(4)]);
        var left = CoreGenerators.Of(shape, Parts, 2 + draw.Below(2), (ulong)seed + 1);
        return (left, new EqualRewriting(draw).Of(left));
    }
}
