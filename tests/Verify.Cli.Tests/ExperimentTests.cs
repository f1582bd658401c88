using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Verify.Attention.Experiments;

namespace Verify.Cli.Tests;

public sealed class ExperimentTests
{
    private static readonly string[] Quick = ["experiment", "prompt-length", "--d", "2", "--N", "6", "--margin", "0.3"];

    [Fact]
    public void The_list_names_every_experiment()
    {
        var answer = CommandLine.Run("experiment", "--list");
        Assert.Equal(0, answer.Status);
        Assert.Equal(Catalogue.Names.Select(known => known.Name), answer.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ')[0]));
    }

    [Fact]
    public void A_run_prints_a_table_and_writes_its_report_and_its_plot()
    {
        using var folder = new ClaimFolder();
        var answer = CommandLine.Run([.. Quick, "--json", folder["report.json"], "--plot", folder["plot.svg"]]);
        Assert.Equal((0, ""), (answer.Status, answer.Error));
        var report = JsonDocument.Parse(File.ReadAllText(folder["report.json"])).RootElement;
        Assert.Equal("verify.experiment/1", report.GetProperty("schema").GetString());
        Assert.True(report.GetProperty("reproducible").GetBoolean());
        Assert.Equal(18, report.GetProperty("layers")[0].GetProperty("weights").GetArrayLength());
        Assert.Equal(report.GetProperty("rows").GetArrayLength(), answer.Out.Split("agrees").Length - 1);
        Assert.NotNull(XDocument.Parse(File.ReadAllText(folder["plot.svg"])).Root);
    }

    /// <summary>Interrupted before its first part, the run says what it has (nothing), leaves a checkpoint, and gone on from there ends with the bits of one that was not.</summary>
    [Fact]
    public void A_run_that_was_interrupted_is_resumed_to_the_same_report()
    {
        using var folder = new ClaimFolder();
        Assert.Equal(0, CommandLine.Run([.. Quick, "--json", folder["whole.json"]]).Status);
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        using var output = new StringWriter();
        string[] checkpointed = [.. Quick, "--checkpoint", folder["run.checkpoint"], "--json", folder["report.json"]];
        Assert.Equal(130, Entry.Run(checkpointed, new Host(output, TextWriter.Null, interrupt.Token)));
        Assert.Contains("Stopped early, not reproducible.", output.ToString());
        Assert.Contains("\"reproducible\": false", File.ReadAllText(folder["report.json"]));
        Assert.Equal(0, CommandLine.Run([.. checkpointed, "--resume"]).Status);
        Assert.Equal(File.ReadAllText(folder["whole.json"]), File.ReadAllText(folder["report.json"]));
    }

    [Fact]
    public async Task Ctrl_C_stops_a_long_run_which_is_then_resumed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new ClaimFolder();
        string[] longer = ["experiment", "prompt-length", "--d", "2", "--N", "6", "--margin", "0.001", "--checkpoint", folder["long.checkpoint"]];
        using var process = Process.Start(CommandLine.Command(new Dictionary<string, string>(), [.. longer, "--prompts", "1000000000", "--json", folder["report.json"]]))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();

        // By its own processor time the run is under way, however busy the machine is.
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(3))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        process.WaitForExit();
        Assert.Equal((130, ""), (process.ExitCode, await error));
        Assert.Contains("Stopped early", await output);
        Assert.Contains("\"reproducible\": false", File.ReadAllText(folder["report.json"]));
        Assert.Contains("it belongs to another run", CommandLine.Run([.. longer, "--resume"]).Error);
    }

    [Theory]
    [InlineData("there is no experiment 'no-such'; there are prompt-length", "no-such")]
    [InlineData("which experiment?")]
    [InlineData("--d must be from 2 to 30", "prompt-length", "--d", "1")]
    [InlineData("--N must be from 1 to 10000", "prompt-length", "--N", "0")]
    [InlineData("--condition must be from 1 to 100", "prompt-length", "--condition", "0.5")]
    [InlineData("--margin must lie between 0 and 1", "prompt-length", "--margin", "1")]
    [InlineData("--resume needs --checkpoint FILE", "prompt-length", "--resume")]
    [InlineData("cannot be used", "prompt-length", "--resume", "--checkpoint", ".")]
    [InlineData("cannot be written", "prompt-length", "--checkpoint", "no-such-folder/run.checkpoint")]
    [InlineData("Argument 'magic' not recognized", "prompt-length", "--training", "magic")]
    public void What_cannot_be_used_is_said_in_a_line(string message, params string[] arguments)
    {
        var answer = CommandLine.Run(["experiment", .. arguments]);
        Assert.Equal(2, answer.Status);
        Assert.Contains(message, answer.ErrorLines[0]);
        Assert.False(answer.ShowsStackTrace);
    }

    [Fact]
    public void A_corrupt_checkpoint_is_an_error()
    {
        using var folder = new ClaimFolder();
        File.WriteAllText(folder["run.checkpoint"], "verify.checkpoint/1\nnot what it was");
        var answer = CommandLine.Run([.. Quick, "--resume", "--checkpoint", folder["run.checkpoint"]]);
        Assert.Equal(2, answer.Status);
        Assert.Contains("it is damaged", answer.ErrorLines.Single());
    }
}
