using System.Collections.Immutable;
using System.CommandLine;
using Verify.Cli.Input;
using Verify.Evidence;
using Verify.Language.Routes;

namespace Verify.Cli.Commands;

/// <summary>The options of <c>verify check</c>.</summary>
public sealed class CheckOptions
{
    private readonly Option<string[]> _only = new("--only") { Description = "Check only the claims of this name.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _routes = new("--routes") { Description = $"Which routes to ask, of {string.Join(", ", RouteCatalogue.Names)}.", HelpName = "LIST" };
    private readonly Option<string> _at = new("--at") { Description = "Fix dimensions for the numeric routes, as in \"d=5, N=20\".", HelpName = "SIZES" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed of every random choice.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<double> _risk = new("--risk") { Description = "The chance that a run of the simulation disagrees with true claims.", HelpName = "R", DefaultValueFactory = _ => 1e-6 };
    private readonly Option<double> _margin = new("--margin") { Description = "The relative error that the simulation must exclude before it agrees.", HelpName = "M", DefaultValueFactory = _ => 0.01 };
    private readonly Option<double?> _budget = new("--budget") { Description = "Stop after this many seconds; what is not finished by then is undecided.", HelpName = "SECONDS" };
    private readonly Option<int> _threads = new("--threads") { Description = "How many claims to examine at a time.", HelpName = "K", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string> _json = new("--json") { Description = "Also write the report as JSON to this file; with - to standard output, and nothing else.", HelpName = "FILE" };
    private readonly Option<string> _catalogue = new("--catalogue") { Description = "Also write the page that holds what papers state against these claims.", HelpName = "FILE" };
    private readonly Option<string> _errata = new("--errata") { Description = "Also write the page of what is wrong as printed.", HelpName = "FILE" };
    private readonly Option<string> _checkpoint = new("--checkpoint") { Description = "Keep in this file the claims that are finished.", HelpName = "FILE" };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the checkpoint." };

    /// <summary>Declares the options on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _only, _routes, _at, _seed, _risk, _margin, _budget, _threads, _json, _catalogue, _errata, _checkpoint, _resume })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The values given. Throws <see cref="UsageException"/> for one that cannot be used.</summary>
    public CheckArguments Read(ParseResult arguments)
    {
        var (risk, margin, threads, budget) = (arguments.GetValue(_risk), arguments.GetValue(_margin), arguments.GetValue(_threads), arguments.GetValue(_budget));
        Require(risk is > 0 and < 1, "--risk must lie between 0 and 1");
        Require(margin is > 0 and < 1, "--margin must lie between 0 and 1");
        Require(threads is >= 1 and <= 1024, "--threads must be from 1 to 1024");
        Require(budget is null or (> 0 and <= 1e6), "--budget must be a positive number of seconds, at most 1000000");
        var sizes = arguments.GetValue(_at) is { } at ? DimensionValues.Parse(at) : ImmutableDictionary<string, int>.Empty;
        var settings = RunSettings.Default with
        {
            Routes = arguments.GetValue(_routes) is { } routes ? Named(routes) : RouteCatalogue.Built,
            RouteSettings = RouteSettings.Default with { Seed = arguments.GetValue(_seed), FixedDimensions = sizes, Margin = margin },
            Risk = risk,
            Threads = threads,
        };
        var (only, catalogue, errata) = (arguments.GetValue(_only) ?? [], arguments.GetValue(_catalogue), arguments.GetValue(_errata));
        Require(only.Length == 0 || (catalogue ?? errata) is null, "--catalogue and --errata are pages of every claim: leave --only out");
        var (checkpoint, resume) = (arguments.GetValue(_checkpoint), arguments.GetValue(_resume));
        Require(checkpoint is not null || !resume, "--resume needs --checkpoint FILE");
        return new(settings, [.. only], budget is { } seconds ? TimeSpan.FromSeconds(seconds) : null, arguments.GetValue(_json), catalogue, errata)
        {
            Checkpoint = checkpoint,
            Resume = resume,
        };
    }

    private static ImmutableArray<IRoute> Named(string list) => [.. list.Split(',').Select(name => name.Trim()).Distinct().Select(name =>
        RouteCatalogue.Find(name) ?? throw new UsageException($"--routes: there is no route '{name}'; there are {string.Join(", ", RouteCatalogue.Names)}"))];

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new UsageException(message);
        }
    }
}

/// <summary>What a run of <c>verify check</c> is asked to do.</summary>
/// <param name="Settings">How claims are checked.</param>
/// <param name="Only">The names of the claims to check; all where empty.</param>
/// <param name="Budget">When to stop, otherwise null.</param>
/// <param name="Json">Where the JSON report goes, <c>-</c> for standard output; null for nowhere.</param>
/// <param name="Catalogue">Where the catalogue goes; null for nowhere.</param>
/// <param name="Errata">Where the errata go; null for nowhere.</param>
public sealed record CheckArguments(RunSettings Settings, ImmutableArray<string> Only, TimeSpan? Budget, string? Json, string? Catalogue, string? Errata)
{
    /// <summary>Where finished claims are kept; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Whether to go on from there.</summary>
    public bool Resume { get; init; }
}
