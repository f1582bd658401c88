using System.Text.RegularExpressions;

namespace Verify.Cli.Tests;

/// <summary>What README.md and the tutorial show is what the command prints, but for the times and for how many instances were tried.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/tutorial.md")]
    public void What_a_page_shows_is_what_the_command_prints(string page)
    {
        using var folder = new ClaimFolder();
        var shown = 0;
        foreach (Match block in Block().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), page))))
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

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Verify.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^```(?<kind>claim|console) ?(?<name>\S*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\d+\.\d\d s|(?<=agrees \()\d+|(?<=held at ).*")]
    private static partial Regex Varying();
}
