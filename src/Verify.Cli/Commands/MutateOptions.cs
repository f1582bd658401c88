using System.Collections.Immutable;
using System.CommandLine;
using Verify.Cli.Input;
using Verify.Evidence;
using Verify.Language.Routes;

namespace Verify.Cli.Commands;

/// <summary>The options of <c>verify mutate</c>.</summary>
public sealed class MutateOptions
{
    private readonly Option<string[]> _only = new("--only") { Description = "Mutate only the claims of this name.", HelpName = "NAME", Arity = ArgumentArity.OneOrMore };
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed of every random choice.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _threads = new("--threads") { Description = "How many mutants to judge at a time.", HelpName = "K", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string> _json = new("--json") { Description = "Also write the report as JSON to this file.", HelpName = "FILE" };
    private readonly Option<string> _survivors = new("--survivors") { Description = "Also write the page of mutants that survive.", HelpName = "FILE" };

    /// <summary>Declares the options on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _only, _seed, _threads, _json, _survivors })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The values given. Throws <see cref="UsageException"/> for one that cannot be used.</summary>
    public MutateArguments Read(ParseResult arguments)
    {
        var threads = arguments.GetValue(_threads);
        if (threads is < 1 or > 1024)
        {
            throw new UsageException("--threads must be from 1 to 1024");
        }

        var settings = RunSettings.Default with { RouteSettings = RouteSettings.Default with { Seed = arguments.GetValue(_seed) }, Threads = threads };
        return new(settings, [.. arguments.GetValue(_only) ?? []], arguments.GetValue(_json), arguments.GetValue(_survivors));
    }
}

/// <summary>What a run of <c>verify mutate</c> is asked to do.</summary>
/// <param name="Settings">How mutants are judged.</param>
/// <param name="Only">The names of the claims to mutate; all where empty.</param>
/// <param name="Json">Where the JSON report goes; null for nowhere.</param>
/// <param name="Survivors">Where the page of survivors goes; null for nowhere.</param>
public sealed record MutateArguments(RunSettings Settings, ImmutableArray<string> Only, string? Json, string? Survivors);
