using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Verify.Replay;
using Verify.Replay.Reading;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>Reports come from strangers: what is wrong with one is a line that names the property.</summary>
public sealed class ReportReaderTests
{
    private const string Sound = """
        { "schema": "verify.report/1", "claims": [ { "file": "a.claim", "line": 1, "name": "c",
          "counterexample": { "dimensions": { "d": 1 }, "values": { "A": "[[1, 1/2], [-0, 2]]" }, "left": "1", "right": "2", "claimFile": "let A = [1, 1/2; -0, 2]\nrefute \"c\": tr(A) = 4\n" } } ] }
        """;

    [Theory]
    [InlineData("verify.report/1", "verify.report/2", "schema: \"verify.report/1\" is expected")]
    [InlineData("\"line\": 1", "\"line\": 0", "claims[0].line: an integer from 1 to")]
    [InlineData("\"line\": 1", "\"line\": 1.5", "claims[0].line: an integer from 1 to")]
    [InlineData("\"name\": \"c\"", "\"name\": 3", "claims[0].name: a string is expected, not a number")]
    [InlineData("\"name\": \"c\",", "", "claims[0].name: is missing")]
    [InlineData("\"name\": \"c\"", "\"name\": \"\\ud800\"", "claims[0].name: is no text")]
    [InlineData("\"d\": 1", "\"d\": -1", "claims[0].counterexample.dimensions.d: an integer")]
    [InlineData("{ \"d\": 1 }", "[]", "claims[0].counterexample.dimensions: an object is expected, not an array")]
    [InlineData("[[1, 1/2], [-0, 2]]", "[[1, 1/0], [-0, 2]]", "claims[0].counterexample.values.A: \"1/0\" is no rational number")]
    [InlineData("[[1, 1/2], [-0, 2]]", "[[1, 1/2], [2]]", "claims[0].counterexample.values.A: its rows have different lengths")]
    [InlineData("[[1, 1/2], [-0, 2]]", "1", "claims[0].counterexample.values.A: rows of rational numbers are expected")]
    [InlineData("\"left\": \"1\"", "\"left\": null", "claims[0].counterexample.left: a string is expected, not null")]
    [InlineData("\"left\": \"1\"", "\"right\": \"1\"", "this is no JSON")]
    [InlineData("\"claims\": [", "\"claims\": [[", "this is no JSON")]
    [InlineData("\"claimFile\"", "\"claim\"", "claims[0].counterexample.claimFile: is missing")]
    public void What_is_wrong_is_named_with_its_path(string old, string changed, string message)
    {
        Assert.Contains(old, Sound);
        using var folder = new ClaimFolder(("report.json", Sound.Replace(old, changed)));
        var answer = CommandLine.Run("replay", folder["report.json"], "c");
        Assert.Equal(2, answer.Status);
        Assert.Contains(message, Assert.Single(answer.ErrorLines));
        Assert.False(answer.ShowsStackTrace);
    }

    [Fact]
    public void A_sound_report_is_read_and_names_are_found()
    {
        using var folder = new ClaimFolder(("report.json", Sound));
        Assert.Equal(1, CommandLine.Run("replay", folder["report.json"], "c").Status);
        Assert.Contains("there is \"c\"", CommandLine.Run("replay", folder["report.json"], "e").Error);
        Assert.Contains("not of b.claim", CommandLine.Run("replay", folder["report.json"], "c", "--file", "b.claim").Error);
        Assert.Contains("there is no such file", CommandLine.Run("replay", folder["none.json"], "c").Error);
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<ReportException>(() => ReportReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));

    /// <summary>Bytes are cut, changed and repeated: the report is read or refused, and what is read is replayed without a fault.</summary>
    [Fact]
    public void Whatever_the_bytes_nothing_else_is_thrown()
    {
        var bytes = Encoding.UTF8.GetBytes(Sound);
        Prop.ForAll(ArbMap.Default.ArbFor<(int Cut, int Place, byte Value, byte Kind)>(), change =>
        {
            var changed = bytes.ToList();
            var place = (int)((uint)(change.Place * 7919) % bytes.Length);
            switch (change.Kind % 4)
            {
                case 0:
                    changed.RemoveRange(place, bytes.Length - place);
                    break;
                case 1:
                    changed[place] = change.Value;
                    break;
                case 2:
                    changed.RemoveAt(place);
                    break;
                default:
                    changed.InsertRange(place, bytes.Skip(place).Take(1 + (change.Value % 30)));
                    break;
            }

            try
            {
                foreach (var claim in ReportReader.Read(changed.ToArray()).Where(claim => claim.Counterexample is not null))
                {
                    Assert.NotEmpty(Replayer.Replay(claim.Name, claim.Counterexample!).Detail);
                }
            }
            catch (ReportException fault)
            {
                Assert.NotEmpty(fault.Message);
            }

            return true;
        }).Holds(tests: 400);
    }
}
