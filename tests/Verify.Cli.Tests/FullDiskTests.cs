using System.Diagnostics;
using System.Text.Json;

namespace Verify.Cli.Tests;

/// <summary>Where there is no room for what is written, that is an error in a line with status 2, and nothing else is lost by it. The limit of a shell on the size of files stands for a disk that is full.</summary>
public sealed class FullDiskTests
{
    private static readonly string Claims = "dim d\nmatrix Λ : d × d, spd\n" + string.Concat(Enumerable.Range(0, 8).Select(i => $"claim \"claim {i}\": tr(Λ + {i} Λ) = {i + 1} tr(Λ)\n"));

    [Fact]
    public void A_report_without_room_leaves_the_one_before_and_the_verdicts()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        folder.Write("report.json", "the report before");
        if (InLittleRoom("check", folder["a.claim"], "--json", folder["report.json"]) is not { } answer)
        {
            return;
        }

        Assert.Equal((2, $"verify: error: --json: {folder["report.json"]} cannot be written: the file would be larger than is allowed"), (answer.Status, answer.Error.Trim()));
        Assert.Contains("8 claims: 8 hold", answer.Out);
        Assert.Equal("the report before", File.ReadAllText(folder["report.json"]));
        Assert.Equal(["a.claim", "report.json"], Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_checkpoint_that_finds_no_more_room_keeps_what_it_has_and_the_run_goes_on()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        if (InLittleRoom("check", folder["a.claim"], "--checkpoint", folder["run.checkpoint"]) is not { } answer)
        {
            return;
        }

        Assert.Equal((2, $"verify: error: --checkpoint: {folder["run.checkpoint"]} cannot be written: the file would be larger than is allowed"), (answer.Status, answer.Error.Trim()));
        Assert.Contains("8 claims: 8 hold", answer.Out);
        var resumed = CommandLine.Start(new Dictionary<string, string>(), "check", folder["a.claim"], "--checkpoint", folder["run.checkpoint"], "--resume", "--json", "-");
        Assert.Equal(0, resumed.Status);
        Assert.Matches("^verify: [1-7] of 8 claims are taken over", resumed.Error);
        Assert.Equal(8, JsonDocument.Parse(resumed.Out).RootElement.GetProperty("claims").GetArrayLength());
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--catalogue")]
    [InlineData("--errata")]
    public void A_full_device_is_an_error_beside_the_verdicts(string option)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using var folder = new ClaimFolder(("a.claim", Claims));
        var answer = CommandLine.Run("check", folder["a.claim"], "--routes", "symbolic", option, "/dev/full");
        Assert.Equal(2, answer.Status);
        Assert.StartsWith($"verify: error: {option}: /dev/full cannot be written: No space left on device", answer.ErrorLines.Single());
        Assert.Contains("8 claims: 8 hold", answer.Out);
    }

    [Fact]
    public void A_checkpoint_that_cannot_be_begun_is_an_error_before_the_work()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        var answer = CommandLine.Run("check", folder["a.claim"], "--checkpoint", folder["no-such-folder/run.checkpoint"]);
        Assert.Equal((2, ""), (answer.Status, answer.Out));
        Assert.Contains("--checkpoint: ", answer.ErrorLines.Single());
        Assert.Contains("cannot be written", answer.ErrorLines.Single());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--json", "-")]
    [InlineData("show")]
    public void A_full_standard_output_is_an_error(string command, params string[] options)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using var folder = new ClaimFolder(("a.claim", Claims + "show tr(Λ + Λ)\n"));
        var answer = InShell("exec \"$@\" > /dev/full", [command, folder["a.claim"], .. options]);
        Assert.Equal((2, "verify: error: standard output cannot be written: No space left on device"), (answer.Status, answer.Error.Trim()));
    }

    [Fact]
    public void Full_streams_both_leave_the_status()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        using var folder = new ClaimFolder(("a.claim", Claims));
        Assert.Equal(2, InShell("exec \"$@\" > /dev/full 2> /dev/full", "check", folder["a.claim"]).Status);
    }

    // Null where the shell knows no such limit. Its unit is 512 or 1024 bytes; the runtime itself would map code to a file without bounds.
    private static Answer? InLittleRoom(params string[] arguments) =>
        OperatingSystem.IsWindows() ? null : InShell("ulimit -c 0; ulimit -f 2; export DOTNET_EnableWriteXorExecute=0; exec \"$@\"", arguments);

    private static Answer InShell(string script, params string[] arguments)
    {
        var command = CommandLine.Command(new Dictionary<string, string>(), arguments);
        var shell = new ProcessStartInfo("sh", ["-c", script, "sh", command.FileName, .. command.ArgumentList]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(shell)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
