using System.Text.RegularExpressions;
using Verify.Testing;

namespace Verify.Cli.Tests;

/// <summary>What README.md and the pages in docs/ show is what the command prints, but for the times and for how many instances were tried.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorial.md")]
    [InlineData("docs/algebra.md")]
    [InlineData("docs/exact-check.md")]
    [InlineData("docs/simulation.md")]
    [InlineData("docs/experiments.md")]
    [InlineData("docs/replay.md")]
    [InlineData("docs/mutants.md")]
    public void What_a_page_shows_is_what_the_command_prints(string page)
    {
        using var folder = new ClaimFolder();
        var shown = 0;
        foreach (Match block in Block().Matches(File.ReadAllText(RepositoryFiles.PathOf(page))))
        {
            var (kind, name, text) = (block.Groups["kind"].Value, block.Groups["name"].Value, block.Groups["text"].Value);
            if (kind == "claim")
            {
                folder.Write(name, text);
                continue;
            }

            var (command, output) = text.Split('\n', 2) is [var first, var rest] ? (first, rest) : throw new InvalidOperationException("A console block has a command and its output.");
            var answer = CommandLine.StartIn(folder.Root, [.. Argument().Matches(command["$ verify ".Length..]).Select(argument => argument.Value.Trim('"'))]);
            Assert.Equal(Timeless(output), Timeless(answer.Error + answer.Out));
            shown++;
        }

        Assert.True(shown > 0);
    }

    private static string Timeless(string text) => string.Join('\n', Varying().Replace(text, "…").Split('\n').Select(line => line.TrimEnd())).Trim();

    [GeneratedRegex(@"^```(?<kind>claim|console) ?(?<name>\S*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\d+\.\d\d s|(?<=agrees \()\d+|(?<=held at ).*")]
    private static partial Regex Varying();
}
