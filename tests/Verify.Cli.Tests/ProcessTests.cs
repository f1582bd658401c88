using System.Diagnostics;

namespace Verify.Cli.Tests;

/// <summary>The command as a process.</summary>
public sealed class ProcessTests
{
    private const string Claims = "dim d\nmatrix Λ : d × d, spd\nclaim \"true\": tr(Λ + Λ) = 2 tr(Λ)\nrefute \"near miss\": tr(Λ + Λ) = 3 tr(Λ)\n";

    private static readonly Dictionary<string, string> Colourful = new() { ["TERM"] = "xterm-256color", ["COLORTERM"] = "truecolor" };

    [Fact]
    public void What_is_piped_is_plain_utf8_lines()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        var answer = CommandLine.Start(Colourful, "check", folder.Root);
        Assert.Equal(0, answer.Status);
        Assert.Empty(answer.Error);
        Assert.DoesNotContain('\u001b', answer.Out);
        Assert.DoesNotContain("│", answer.Out);
        Assert.Contains("Λ", answer.Out);
        Assert.Contains("holds  proved     claim \"true\"", answer.Out);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_fault()
    {
        using var folder = new ClaimFolder(("a.claim", "dim d\nmatrix Λ : d × d, spd\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"claim \"claim number {i}\": tr(Λ) = tr(Λ)\n"))));
        using var process = Process.Start(CommandLine.Command(Colourful, "check", folder.Root))!;
        process.StandardOutput.Close();
        Assert.Empty(process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_interrupt_gives_what_was_finished_and_status_130()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var claims = "dim d\nmatrix Λ : d × d, spd\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"claim \"claim {i}\": tr((Λ + {i} I)^3) = tr((Λ + {i} I)^2 (Λ + {i} I))\n"));
        using var folder = new ClaimFolder([.. Enumerable.Range(0, 8).Select(i => ($"{i}.claim", claims))]);
        using var process = Process.Start(CommandLine.Command(Colourful, "check", folder.Root, "--json", folder["report.json"]))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();

        // By its own processor time the run is under way, however busy the machine is.
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(2))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("stopped early, not reproducible", await output);
        Assert.Contains("\"reproducible\": false", File.ReadAllText(folder["report.json"]));
        Assert.Empty(await error);
    }

    [Fact]
    public void An_error_does_not_end_in_a_stack_trace()
    {
        var answer = CommandLine.Start(Colourful, "check", "no-such-file.claim");
        Assert.Equal((2, "no-such-file.claim: error: no such file or folder"), (answer.Status, answer.Error.Trim()));
    }
}
