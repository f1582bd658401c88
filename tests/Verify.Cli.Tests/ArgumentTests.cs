namespace Verify.Cli.Tests;

/// <summary>What cannot be used is a one-line error and status 2.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("Required command", "")]
    [InlineData("Required argument", "check")]
    [InlineData("Required argument", "explain", "x.claim")]
    [InlineData("'--fast'", "check", "x.claim", "--fast")]
    [InlineData("--routes: there is no route 'guess'; there are symbolic, coordinates, simulation", "check", "x.claim", "--routes", "guess")]
    [InlineData("--at: 'd' is not of the form NAME=SIZE; write for example --at \"d=5, N=20\"", "check", "x.claim", "--at", "d")]
    [InlineData("--at: the size of d must be an integer from 1 to 1000000, not '0'", "check", "x.claim", "--at", "d=0")]
    [InlineData("--at: the size of d must be an integer from 1 to 1000000, not 'two'", "check", "x.claim", "--at", "d=two")]
    [InlineData("--at: the size of d must be an integer from 1 to 1000000, not '99999999999999999999'", "check", "x.claim", "--at", "d=99999999999999999999")]
    [InlineData("--at: d is given twice", "check", "x.claim", "--at", "d=1,d=2")]
    [InlineData("'one'", "check", "x.claim", "--seed", "one")]
    [InlineData("--risk must lie between 0 and 1", "check", "x.claim", "--risk", "1")]
    [InlineData("--margin must lie between 0 and 1", "check", "x.claim", "--margin", "NaN")]
    [InlineData("--threads must be from 1 to 1024", "check", "x.claim", "--threads", "0")]
    [InlineData("--budget must be a positive number of seconds", "check", "x.claim", "--budget", "-1")]
    [InlineData("'pdf'", "show", "x.claim", "--format", "pdf")]
    public void What_cannot_be_used_is_said_in_a_line(string message, params string[] arguments)
    {
        var answer = CommandLine.Run([.. arguments.Where(argument => argument.Length > 0)]);
        Assert.Equal(2, answer.Status);
        Assert.StartsWith("verify: error: ", answer.Error);
        Assert.Contains(message, answer.ErrorLines[0]);
        Assert.Empty(answer.Out);
        Assert.False(answer.ShowsStackTrace);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("show")]
    [InlineData("explain")]
    public void Every_command_has_help(string command)
    {
        var answer = CommandLine.Run(command, "--help");
        Assert.Equal(0, answer.Status);
        Assert.Contains("PATH", answer.Out);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public void Help_names_every_option_of_the_reference() => Assert.All(
        ["--only", "--routes", "--at", "--seed", "--risk", "--margin", "--budget", "--threads", "--json"],
        option => Assert.Contains(option, CommandLine.Run("check", "--help").Out));

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+\s*$", CommandLine.Start(new Dictionary<string, string>(), "--version").Out);
}
