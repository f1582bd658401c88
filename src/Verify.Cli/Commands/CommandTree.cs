using System.CommandLine;

namespace Verify.Cli.Commands;

/// <summary>The commands of <c>verify</c> with their arguments.</summary>
public static class CommandTree
{
    /// <summary>The root command; each command's action returns an exit status.</summary>
    public static RootCommand For(Host host) => new("Checks theory: proves claims about Gaussian matrices by algebra, checks them exactly in coordinates, and refutes what is false.")
    {
        Check(host), Show(host), Explain(host), Replay(host), Mutate(host), Experiment(host),
    };

    private static Command Check(Host host)
    {
        var paths = Paths();
        var options = new CheckOptions();
        var command = new Command("check", "Gives a verdict on every claim.") { paths };
        options.AddTo(command);
        command.SetAction(arguments => CheckCommand.Run(host, arguments.GetValue(paths)!, options.Read(arguments)));
        return command;
    }

    private static Command Mutate(Host host)
    {
        var paths = Paths();
        var options = new MutateOptions();
        var command = new Command("mutate", "Changes one thing of each claim at a time, and sees whether the routes notice.") { paths };
        options.AddTo(command);
        command.SetAction(arguments => MutateCommand.Run(host, arguments.GetValue(paths)!, options.Read(arguments)));
        return command;
    }

    private static Command Show(Host host)
    {
        var path = new Argument<string>("PATH") { Description = "A claim file, or a folder of them." };
        var format = Format("text", "latex", "json");
        var command = new Command("show", "Prints what the show lines derive.") { path, format };
        command.SetAction(arguments => ShowCommand.Run(host, arguments.GetValue(path)!, arguments.GetValue(format)!));
        return command;
    }

    private static Command Explain(Host host)
    {
        var path = new Argument<string>("PATH") { Description = "A claim file, or a folder of them." };
        var name = new Argument<string>("NAME") { Description = "The claim's name." };
        var format = Format("text", "latex");
        var command = new Command("explain", "Prints the derivation of a claim, step by step.") { path, name, format };
        command.SetAction(arguments => ExplainCommand.Run(host, arguments.GetValue(path)!, arguments.GetValue(name)!, arguments.GetValue(format)!));
        return command;
    }

    private static Command Replay(Host host)
    {
        var report = new Argument<string>("REPORT") { Description = "A JSON report of check." };
        var name = new Argument<string?>("NAME") { Description = "The claim's name; all claims without it.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "Only the claim of this file, as the report names it." };
        var command = new Command("replay", "Evaluates a counterexample again, from the report alone.") { report, name, file };
        command.SetAction(arguments => ReplayCommand.Run(host, arguments.GetValue(report)!, arguments.GetValue(name), arguments.GetValue(file)));
        return command;
    }

    private static Command Experiment(Host host)
    {
        var name = new Argument<string?>("NAME") { Description = "The experiment's name.", Arity = ArgumentArity.ZeroOrOne };
        var options = new ExperimentOptions();
        var command = new Command("experiment", "Trains layers, and holds what is measured of them against what the claims predict.") { name };
        options.AddTo(command);
        command.SetAction(arguments => ExperimentCommand.Run(host, arguments.GetValue(name), options.Read(arguments)));
        return command;
    }

    private static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Claim files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"There is no option '{token.Value}' (a path that begins with a dash is written ./{token.Value}).");
            }
        });
        return paths;
    }

    private static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
