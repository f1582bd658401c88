using Verify.Reports;

namespace Verify.Cli.Tests;

/// <summary>A file is written whole or not at all.</summary>
public sealed class WholeFileTests
{
    [Fact]
    public void What_a_killed_process_left_is_no_report_and_is_removed_by_the_next()
    {
        using var folder = new ClaimFolder(("report.json", "before"), ("report.json.2147483646.tmp", "{ \"half"), ($"report.json.{Environment.ProcessId}.tmp", "of an older process"));
        WholeFile.Write(folder["report.json"], "after"u8);
        Assert.Equal(["report.json"], Directory.GetFiles(folder.Root).Select(Path.GetFileName));
        Assert.Equal("after", File.ReadAllText(folder["report.json"]));
    }

    [Theory]
    [InlineData("report.json.tmp")]
    [InlineData("report.json.x.tmp")]
    [InlineData("report.json.-1.tmp")]
    [InlineData("other.json.2147483646.tmp")]
    [InlineData("report.json.2147483646.tmp2")]
    public void No_other_file_is_touched(string name)
    {
        using var folder = new ClaimFolder((name, "mine"));
        WholeFile.Write(folder["report.json"], "after"u8);
        Assert.Equal(("mine", "after"), (File.ReadAllText(folder[name]), File.ReadAllText(folder["report.json"])));
    }

    [Fact]
    public void What_another_process_is_writing_is_left_to_it()
    {
        var running = System.Diagnostics.Process.GetProcesses().First(process => process.Id != Environment.ProcessId && process.Id > 0).Id;
        No_other_file_is_touched($"report.json.{running}.tmp");
    }

    [Fact]
    public void A_link_in_the_place_of_what_is_not_yet_whole_is_not_followed()
    {
        using var folder = new ClaimFolder(("mine", "mine"));
        File.CreateSymbolicLink(folder[$"report.json.{Environment.ProcessId}.tmp"], folder["mine"]);
        WholeFile.Write(folder["report.json"], "after"u8);
        Assert.Equal(("mine", "after"), (File.ReadAllText(folder["mine"]), File.ReadAllText(folder["report.json"])));
    }

    [Fact]
    public void A_link_that_was_named_stays_and_its_target_is_written()
    {
        using var folder = new ClaimFolder(("target", "before"));
        File.CreateSymbolicLink(folder["link"], folder["target"]);
        WholeFile.Write(folder["link"], "after"u8);
        Assert.Equal("after", File.ReadAllText(folder["target"]));
        Assert.NotNull(new FileInfo(folder["link"]).LinkTarget);
    }

    /// <summary>Whoever reads while it is written over and over sees one content or another, never a part.</summary>
    [Fact]
    public async Task A_reader_sees_all_of_one_content()
    {
        using var folder = new ClaimFolder(("report.json", "a"));
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                WholeFile.Write(folder["report.json"], Enumerable.Repeat((byte)('a' + (i % 26)), 1 << (i % 20)).ToArray());
            }
        });
        while (!writing.IsCompleted)
        {
            var read = File.ReadAllBytes(folder["report.json"]);
            Assert.True(read.Length > 0 && System.Numerics.BitOperations.IsPow2(read.Length) && read.Distinct().Count() == 1);
        }

        await writing;
    }
}
