using System.CommandLine;
using Verify.Attention.Experiments;
using Verify.Cli.Input;

namespace Verify.Cli.Commands;

/// <summary>The options of <c>verify experiment</c>.</summary>
public sealed class ExperimentOptions
{
    private static readonly ExperimentSettings Default = new();

    private readonly Option<bool> _list = new("--list") { Description = "Show the experiments, and run none." };
    private readonly Option<int> _d = new("--d") { Description = "The dimension of an input.", HelpName = "D", DefaultValueFactory = _ => Default.D };
    private readonly Option<int> _n = new("--N") { Description = "The pairs of a training prompt.", HelpName = "N", DefaultValueFactory = _ => Default.N };
    private readonly Option<double> _condition = new("--condition") { Description = "The ratio of the largest to the least eigenvalue of the covariance.", HelpName = "K", DefaultValueFactory = _ => Default.Condition };
    private readonly Option<string> _training = Training();
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed of every random choice.", HelpName = "N", DefaultValueFactory = _ => Default.Seed };
    private readonly Option<double> _risk = new("--risk") { Description = "The chance that a run finds a difference where there is none.", HelpName = "R", DefaultValueFactory = _ => Default.Risk };
    private readonly Option<double> _margin = new("--margin") { Description = "The relative error that must be excluded for agreement.", HelpName = "M", DefaultValueFactory = _ => Default.Margin };
    private readonly Option<long> _prompts = new("--prompts") { Description = "The most prompts of one measurement.", HelpName = "N", DefaultValueFactory = _ => Default.Prompts };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads draw prompts; the report does not depend on it.", HelpName = "K", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string> _json = new("--json") { Description = "Also write the report as JSON to this file.", HelpName = "FILE" };
    private readonly Option<string> _plot = new("--plot") { Description = "Also draw the report as an SVG picture into this file.", HelpName = "FILE.svg" };
    private readonly Option<string> _checkpoint = new("--checkpoint") { Description = "Keep in this file how far the run has come.", HelpName = "FILE" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the checkpoint." };

    /// <summary>Declares the options on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _list, _d, _n, _condition, _training, _seed, _risk, _margin, _prompts, _threads, _json, _plot, _checkpoint, _resume })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The values given. Throws <see cref="UsageException"/> for one that cannot be used.</summary>
    public ExperimentArguments Read(ParseResult arguments)
    {
        var settings = new ExperimentSettings
        {
            D = arguments.GetValue(_d),
            N = arguments.GetValue(_n),
            Condition = arguments.GetValue(_condition),
            Training = Enum.Parse<TrainingMethod>(arguments.GetValue(_training)!, ignoreCase: true),
            Seed = arguments.GetValue(_seed),
            Risk = arguments.GetValue(_risk),
            Margin = arguments.GetValue(_margin),
            Prompts = arguments.GetValue(_prompts),
        };
        var threads = arguments.GetValue(_threads);
        Require(settings.D is >= 2 and <= 30, "--d must be from 2 to 30");
        Require(settings.N is >= 1 and <= 10_000, "--N must be from 1 to 10000");
        Require(settings.Condition is >= 1 and <= 100, "--condition must be from 1 to 100");
        Require(settings.Risk is > 0 and < 1, "--risk must lie between 0 and 1");
        Require(settings.Margin is > 0 and < 1, "--margin must lie between 0 and 1");
        Require(settings.Prompts is >= 1 and <= 1L << 40, "--prompts must be from 1 to 2^40");
        Require(threads is >= 1 and <= 1024, "--threads must be from 1 to 1024");
        var (checkpoint, resume) = (arguments.GetValue(_checkpoint), arguments.GetValue(_resume));
        Require(checkpoint is not null || !resume, "--resume needs --checkpoint FILE");
        return new(settings, threads, arguments.GetValue(_json), arguments.GetValue(_plot), checkpoint, resume) { IsList = arguments.GetValue(_list) };
    }

    private static Option<string> Training()
    {
        string[] methods = [.. Enum.GetNames<TrainingMethod>().Select(name => name.ToLowerInvariant())];
        var option = new Option<string>("--training") { Description = "How layers are trained.", HelpName = string.Join('|', methods), DefaultValueFactory = _ => methods[0] };
        option.AcceptOnlyFromAmong(methods);
        return option;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new UsageException(message);
        }
    }
}

/// <summary>What a run of <c>verify experiment</c> is asked to do.</summary>
/// <param name="Settings">The sizes, the seed and the bounds on errors.</param>
/// <param name="Threads">How many threads draw.</param>
/// <param name="Json">Where the JSON report goes; null for nowhere.</param>
/// <param name="Plot">Where the picture goes; null for nowhere.</param>
/// <param name="Checkpoint">Where the state of the run is kept; null for nowhere.</param>
/// <param name="Resume">Whether to go on from there.</param>
public sealed record ExperimentArguments(ExperimentSettings Settings, int Threads, string? Json, string? Plot, string? Checkpoint, bool Resume)
{
    /// <summary>Whether the experiments are only to be listed.</summary>
    public bool IsList { get; init; }
}
