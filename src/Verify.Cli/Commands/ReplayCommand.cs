using Verify.Cli.Input;
using Verify.Replay;
using Verify.Replay.Reading;

namespace Verify.Cli.Commands;

/// <summary><c>verify replay</c>: evaluates a counterexample again, from the report alone.</summary>
public static class ReplayCommand
{
    /// <summary>
    /// Replays the counterexamples of the claims of that name, or all without one, of one file where one is given, and gives 1 where one does not stand, else 3 where one cannot be
    /// evaluated, else 0. Of several it counts what came out. A report that cannot be used, and a name or file without a counterexample, throw <see cref="UsageException"/>.
    /// </summary>
    public static int Run(Host host, string path, string? name, string? file)
    {
        var outcomes = new List<ReplayOutcome>();
        foreach (var claim in Find(path, name, file))
        {
            host.Interrupt.ThrowIfCancellationRequested();
            var replayed = Replayer.Replay(claim.Name, claim.Counterexample!);
            host.Out.WriteLine($"{OneLine(claim.File)}:{claim.Line}: \"{OneLine(claim.Name)}\"  {Word(replayed.Outcome)}");
            foreach (var (label, text) in new[] { ("left: ", replayed.Left), ("right:", replayed.Right), ("how:  ", replayed.Detail) })
            {
                if (text is not null)
                {
                    host.Out.WriteLine($"      {label} {OneLine(text)}");
                }
            }

            outcomes.Add(replayed.Outcome);
        }

        if (outcomes.Count > 1)
        {
            host.Out.WriteLine($"{outcomes.Count} counterexamples: {string.Join(", ", Enum.GetValues<ReplayOutcome>().Select(outcome => $"{outcomes.Count(other => other == outcome)} {Plural(outcome)}"))}");
        }

        return outcomes.Contains(ReplayOutcome.DoesNotStand) ? ExitStatus.Fails : outcomes.Contains(ReplayOutcome.CannotBeEvaluated) ? ExitStatus.Undecided : ExitStatus.Holds;
    }

    private static IReadOnlyList<ReportedClaim> Find(string path, string? name, string? file)
    {
        IReadOnlyList<ReportedClaim> all;
        try
        {
            all = [.. ReportReader.ReadFile(path)];
        }
        catch (ReportException fault)
        {
            throw new UsageException($"{path}: {OneLine(fault.Message)}");
        }

        var named = all.Where(claim => name is null || claim.Name == name).ToList();
        if (name is not null && named.Count == 0)
        {
            var near = NearNames.Of(name, all.Select(claim => claim.Name));
            throw new UsageException($"the report has no claim \"{name}\"" + (near.Count == 0 ? "" : $"; there is {string.Join(", ", near.Select(other => $"\"{OneLine(other)}\""))}"));
        }

        var found = named.Where(claim => claim.Counterexample is not null && (file is null || claim.File == file)).ToList();
        return found.Count > 0 ? found
            : name is null ? throw new UsageException(file is null ? "the report has no counterexample" : $"the report has no counterexample of {file}")
            : throw new UsageException(file is not null && named.All(claim => claim.File != file)
                ? $"the report has \"{name}\" of {string.Join(", ", named.Select(claim => OneLine(claim.File)).Distinct())}, not of {file}"
                : $"the report has no counterexample to \"{name}\"");
    }

    private static string Word(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Stands => "stands",
        ReplayOutcome.DoesNotStand => "does not stand",
        _ => "cannot be evaluated",
    };

    private static string Plural(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Stands => "stand",
        ReplayOutcome.DoesNotStand => "do not stand",
        _ => "cannot be evaluated",
    };

    /// <summary>A stranger's text has no say over the terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
