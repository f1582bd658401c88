using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>Every example in docs/language.md is read, or refused with the message that stands beside it.</summary>
public sealed partial class LanguageReferenceTests
{
    private static readonly (string Kind, string Text)[] Examples = [.. Fence().Matches(File.ReadAllText(Reference()).ReplaceLineEndings("\n"))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    private static readonly string Setting = Examples.Single(example => example.Kind == "setting").Text;

    public static TheoryData<string> Claims => [.. Examples.Where(example => example.Kind == "claim").Select(example => Setting + example.Text), .. Examples.Where(example => example.Kind == "file").Select(example => example.Text)];

    public static TheoryData<string> Refused => [.. Examples.Where(example => example.Kind == "refused").SelectMany(example => example.Text.Trim().Split('\n'))];

    [Theory]
    [MemberData(nameof(Claims))]
    public void AnExampleIsRead(string text)
    {
        var read = ClaimReader.ReadText("language.claim", text);
        Assert.True(read.Errors.IsEmpty, string.Join("\n", read.Errors.Select(DiagnosticText.Render)));
        Assert.NotEmpty(read.Claims);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void ARefusedExampleHasTheMessageBesideIt(string line)
    {
        var error = Assert.Single(Parser.Parse("language.claim", line).Errors);
        Assert.Equal(line[(line.IndexOf('#') + 1)..].Trim(), $"{error.Place.Line}:{error.Place.Column}: {error.Message}");
    }

    [Fact]
    public void EveryConstructHasAnExample()
    {
        var all = string.Concat(Examples.Where(example => example.Kind is "claim" or "file" or "setting").Select(example => example.Text));
        string[] words =
        [
            .. ReservedWords.Statements.Except(["use"]), .. ReservedWords.Clauses, .. ReservedWords.Operands,
            "normal(rows:", "normal(mean:", "moments(", "~ any", "spd", "diag", "orthogonal", "∘", ":=", ";", "|", "^(", "^-1", "->", "!=", "<=", ">=", "<", ">",
        ];
        Assert.All(words, word => Assert.Contains(word, all));
    }

    [GeneratedRegex("^```(\\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static string Reference([CallerFilePath] string here = "") => Path.Combine(here, "../../../../docs/language.md");
}
