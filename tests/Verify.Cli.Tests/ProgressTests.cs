using System.Text;
using System.Text.RegularExpressions;
using Verify.Cli.Output;

namespace Verify.Cli.Tests;

public sealed partial class ProgressTests
{
    [Theory]
    [InlineData(10, 0, "")]
    [InlineData(10, 0.5, "about 00:10 left")]
    [InlineData(60, 0.25, "about 03:00 left")]
    [InlineData(60, 0.01, "about 1:39:00 left")]
    [InlineData(90, 1, "about 00:00 left")]
    public void What_is_left_is_in_proportion_to_what_is_done(double seconds, double share, string left) =>
        Assert.Equal(left, ProgressBar.TimeLeft(TimeSpan.FromSeconds(seconds), share));

    /// <summary>The work goes on until the bar has shown parts of its claims, told from two threads and out of order.</summary>
    [Fact]
    public void The_bar_shows_the_claims_the_percentage_and_the_times_and_goes_away()
    {
        using var error = new Screen();
        var answer = ProgressBar.Over(new Host(TextWriter.Null, error, CancellationToken.None) { ProgressWidth = 100 }, tell =>
        {
            Parallel.Invoke(() => tell(new(1.5, 2)), () => tell(new(0.5, 2)));
            Assert.True(SpinWait.SpinUntil(() => Shown().IsMatch(error.Shown), TimeSpan.FromMinutes(1)), error.Shown);
            return "done";
        });
        Assert.Equal("done", answer);
        Assert.EndsWith("\u001b[?25h", error.Shown);
    }

    [GeneratedRegex(@"1 of 2 claims .*75% .*00:0\d about 00:\d\d left")]
    private static partial Regex Shown();

    /// <summary>What is written by one thread and read by another.</summary>
    private sealed class Screen : TextWriter
    {
        private readonly StringBuilder _text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public string Shown
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public override void Write(char value)
        {
            lock (_text)
            {
                _text.Append(value);
            }
        }
    }
}
