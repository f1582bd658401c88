using Verify.Cli;

namespace Verify.Fuzzing.Tests;

/// <summary>No file makes the tool read what lies outside of the paths that it was given: the word in the file outside is never shown.</summary>
public sealed class OutsideTests : IDisposable
{
    private const string Secret = "unbelievable";
    private const string Sound = "dim d\nmatrix A : d × d\nclaim \"sound\": tr(A') = tr(A)\n";
    private readonly string _root = Directory.CreateTempSubdirectory("verify-outside-").FullName;

    public OutsideTests()
    {
        Directory.CreateDirectory(In("given"));
        File.WriteAllText(In("secret.setting"), $"{Secret}\n");
        File.WriteAllText(In("outside.claim"), Sound.Replace("sound", Secret));
        File.WriteAllText(In("given/sound.claim"), Sound);
    }

    public static TheoryData<string> Names =>
        ["../secret", "..", ".", "../../secret", "given/../../secret", "..\\secret", "ROOT/secret", "secret", "x\u0000", "con:", "~/secret", "$HOME", "|sh", ";ls", new string('a', 5000)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_setting_outside_is_not_read(string name)
    {
        File.WriteAllText(In("given/bad.claim"), $"use \"{name.Replace("ROOT", _root)}\"\n{Sound}");
        Assert.Contains("error: ", Check());
    }

    [Fact]
    public void A_setting_that_is_a_link_is_not_followed()
    {
        File.CreateSymbolicLink(In("given/linked.setting"), In("secret.setting"));
        File.WriteAllText(In("given/bad.claim"), $"use \"linked\"\n{Sound}");
        Assert.Contains("linked.setting is a link", Check());
    }

    [Fact]
    public void Links_in_a_folder_are_not_followed()
    {
        File.CreateSymbolicLink(In("given/linked.claim"), In("outside.claim"));
        Directory.CreateSymbolicLink(In("given/folder"), _root);
        Assert.Contains("this is a link", Check());
    }

    [Fact]
    public void A_link_that_is_given_by_name_is_followed()
    {
        File.CreateSymbolicLink(In("given.claim"), In("given/sound.claim"));
        Assert.Contains("proved", Run("check", In("given.claim"), "--routes", "symbolic"));
    }

    [Fact]
    public void A_device_is_no_setting()
    {
        File.CreateSymbolicLink(In("given/endless.setting"), "/dev/zero");
        File.WriteAllText(In("given/bad.claim"), $"use \"endless\"\n{Sound}");
        Assert.Contains("endless.setting is a link", Check());
    }

    [Theory]
    [InlineData("../outside.claim")]
    [InlineData("../../outside.claim")]
    [InlineData("ROOT/outside.claim")]
    [InlineData("../given/../outside.claim")]
    public void A_list_of_statements_cites_only_what_was_checked(string cited)
    {
        File.WriteAllText(In("given/statements.paper"), $"title \"t\"\nsource \"s\"\n(1) | it\n  {cited.Replace("ROOT", _root)}\n");
        Assert.Contains("is not among the files that were checked", Catalogue());
    }

    [Fact]
    public void A_list_of_statements_that_is_a_link_is_not_followed()
    {
        File.CreateSymbolicLink(In("given/statements.paper"), In("secret.setting"));
        Assert.Contains("this is a link", Catalogue());
    }

    /// <summary>A device has no end: what is read of it is bounded.</summary>
    [Fact]
    public void A_checkpoint_without_an_end_is_refused() =>
        Assert.Contains("cannot be used", Run("experiment", "prompt-length", "--checkpoint", "/dev/zero", "--resume"));

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("given")]
    public void A_checkpoint_of_finished_claims_that_is_no_file_is_refused(string path) =>
        Assert.Contains("cannot be used", Run("check", In("given"), "--routes", "symbolic", "--checkpoint", path == "given" ? In(path) : path, "--resume"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string In(string path) => Path.Combine(_root, path);

    private string Check() => Run("check", In("given"), "--routes", "symbolic") is var answer && answer.Contains("claim \"sound\"") ? answer : throw new InvalidOperationException(answer);

    private string Catalogue()
    {
        var answer = Run("check", In("given"), "--routes", "symbolic", "--catalogue", In("catalogue.md"));
        Assert.False(File.Exists(In("catalogue.md")));
        return answer;
    }

    private static string Run(params string[] arguments)
    {
        using var text = new StringWriter();
        var thread = new Thread(() => Entry.Run(arguments, new Host(text, text, CancellationToken.None)), 256 << 20);
        thread.Start();
        thread.Join();
        Assert.DoesNotContain(Secret, text.ToString());
        return text.ToString();
    }
}
