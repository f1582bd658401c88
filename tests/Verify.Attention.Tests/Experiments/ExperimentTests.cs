using Verify.Attention.Experiments;

namespace Verify.Attention.Tests.Experiments;

public sealed class ExperimentTests
{
    private static readonly ExperimentSettings Small = new() { D = 2, N = 8, Condition = 4, Margin = 0.2, Prompts = 1 << 17 };

    public static TheoryData<string> Names => [.. Catalogue.Names.Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_measured_is_what_the_claims_predict(string name)
    {
        var report = Run(name, Small, 2);
        Assert.True(report.IsFinished);
        Assert.All(report.Layers, layer => Assert.InRange(layer.Distance, 0, 1e-6));

        // Covariances with exponential variances have tails that so few prompts do not settle: there a mean may stay open.
        Assert.All(report.Rows, row => Assert.True(row.IsExpected || (row.Agreement == Agreement.Open && name == "random-covariance"), $"{row}"));
        Assert.All(report.Rows, row => Assert.True(row.Low <= row.Measured && row.Measured <= row.High));
    }

    [Fact]
    public void A_wrong_prediction_is_seen_to_be_wrong()
    {
        var plan = new PromptLength().PlanFor(Small);
        plan = plan with { Rows = [.. plan.Rows.Select(row => row with { Predicted = 1.3 * row.Predicted })] };
        var session = new Session(plan, 2);
        while (!session.IsDone)
        {
            session.Advance(CancellationToken.None);
        }

        Assert.All(session.Report.Rows, row => Assert.Equal((Agreement.Differs, false), (row.Agreement, row.IsExpected)));
    }

    [Fact]
    public void Threads_do_not_change_a_report() => Assert.Equal([.. Run("prompt-length", Small, 1).Rows], (RowReport[])[.. Run("prompt-length", Small, 3).Rows]);

    [Fact]
    public void A_seed_changes_it() => Assert.NotEqual([.. Run("prompt-length", Small, 2).Rows], (RowReport[])[.. Run("prompt-length", Small with { Seed = 2 }, 2).Rows]);

    [Fact]
    public void Of_an_unknown_name_there_is_no_experiment() => Assert.Null(Catalogue.Begin("no-such", Small, 1));

    private static ExperimentReport Run(string name, ExperimentSettings settings, int threads)
    {
        var session = Catalogue.Begin(name, settings, threads)!;
        var share = session.Share;
        while (!session.IsDone)
        {
            session.Advance(CancellationToken.None);
            Assert.InRange(session.Share, 0, 1);
        }

        Assert.Equal((0, 1), (share, session.Share));
        return session.Report;
    }
}
