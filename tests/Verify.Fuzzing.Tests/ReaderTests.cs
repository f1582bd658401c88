using System.Globalization;
using System.Text;
using Verify.Fuzzing.Inputs;
using Verify.Fuzzing.Running;
using Verify.Fuzzing.Targets;
using Verify.Testing;

namespace Verify.Fuzzing.Tests;

/// <summary>The short form of the campaigns: no input makes a reader throw or eat memory. Time is left to the campaigns, since tests share the machine.</summary>
public sealed class ReaderTests
{
    public static TheoryData<string, int> Campaigns => new() { { "claims", 10_000 }, { "papers", 20_000 }, { "checkpoints", 20_000 }, { "kept-claims", 10_000 }, { "reports", 20_000 }, { "replays", 1000 }, { "check", 10 } };

    [Theory]
    [MemberData(nameof(Campaigns))]
    public void No_input_breaks_the_reader(string target, int inputs) => OnLargeStack(() =>
        Assert.Empty(new Campaign(new Untimed(FuzzTargets.Find(target)!), seed: 1).Among(inputs).Select(finding => $"{finding.Number}: {finding.Fault}\n{Encoding.UTF8.GetString(finding.Input)}")));

    [Fact]
    public void An_input_is_determined_by_its_seed_and_number()
    {
        var (once, again, other) = (new Campaign(new PaperTarget(), 7), new Campaign(new PaperTarget(), 7), new Campaign(new PaperTarget(), 8));
        Assert.All(Enumerable.Range(0, 50), number => Assert.Equal(once.Input(number).Bytes, again.Input(number).Bytes));
        Assert.NotEqual(once.Input(3).Bytes, other.Input(3).Bytes);
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("papers")]
    [InlineData("checkpoints")]
    [InlineData("kept-claims")]
    [InlineData("reports")]
    public void The_mix_of_inputs_is_the_one_that_is_documented(string target)
    {
        var kinds = FuzzTargets.Find(target)!.Mix.Kinds.ToList();
        Assert.Equal(Mix.All, kinds.Sum(kind => kind.Weight));
        Assert.Equal(
            kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"| `{target}` | {kind.Kind} | {100.0 * kind.Weight / Mix.All:0.##} % |")),
            File.ReadLines(RepositoryFiles.PathOf("docs", "hostile-input.md")).Where(line => line.StartsWith($"| `{target}` | ", StringComparison.Ordinal) && line.Contains(" % |"))
                .Select(line => line[..(line.IndexOf(" % |", StringComparison.Ordinal) + 4)]));
    }

    [Fact]
    public void A_fault_is_found_and_its_input_made_small()
    {
        var campaign = new Campaign(new Fragile(), 1);
        var found = Assert.Single(campaign.Among(10_000));
        Assert.Equal("x7", Encoding.UTF8.GetString(campaign.Smaller(found).Input));
    }

    private static void OnLargeStack(Action action)
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(action), 256 << 20);
        thread.Start();
        thread.Join();
        Assert.Null(fault);
    }

    // A target whose time is not judged.
    private sealed class Untimed(ITarget target) : ITarget
    {
        public string Name => target.Name;

        public TimeSpan MostTime => TimeSpan.FromDays(1);

        public long MostBytes => target.MostBytes;

        public Mix Mix => target.Mix;

        public Answer Feed(byte[] input) => target.Feed(input);
    }

    // Breaks on an x that a 7 follows.
    private sealed class Fragile : ITarget
    {
        public string Name => "fragile";

        public TimeSpan MostTime => TimeSpan.FromDays(1);

        public Mix Mix { get; } = new Mix().With(Mix.All, "letters", draw => string.Concat(Enumerable.Range(0, 100).Select(_ => "xyz67 \n"[draw.Below(7)])));

        public Answer Feed(byte[] input)
        {
            return Encoding.UTF8.GetString(input).Contains("x7") ? throw new InvalidOperationException("It broke.") : Answer.Taken;
        }
    }
}
