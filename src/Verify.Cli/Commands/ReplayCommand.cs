using Verify.Cli.Input;
using Verify.Replay;
using Verify.Replay.Reading;

namespace Verify.Cli.Commands;

/// <summary><c>verify replay</c>: evaluates a counterexample again, from the report alone.</summary>
public static class ReplayCommand
{
    /// <summary>
    /// Replays the counterexamples of the claims of that name, of one file where one is given, and gives 1 where one does not stand, else 3 where one cannot be evaluated, else 0.
    /// A report that cannot be used, and a name without a counterexample, throw <see cref="UsageException"/>.
    /// </summary>
    public static int Run(Host host, string path, string name, string? file)
    {
        var status = ExitStatus.Holds;
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

            status = replayed.Outcome == ReplayOutcome.DoesNotStand ? ExitStatus.Fails
                : replayed.Outcome == ReplayOutcome.CannotBeEvaluated && status == ExitStatus.Holds ? ExitStatus.Undecided
                : status;
        }

        return status;
    }

    private static IReadOnlyList<ReportedClaim> Find(string path, string name, string? file)
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

        var named = all.Where(claim => claim.Name == name).ToList();
        if (named.Count == 0)
        {
            var near = NearNames.Of(name, all.Select(claim => claim.Name));
            throw new UsageException($"the report has no claim \"{name}\"" + (near.Count == 0 ? "" : $"; there is {string.Join(", ", near.Select(other => $"\"{OneLine(other)}\""))}"));
        }

        var found = named.Where(claim => claim.Counterexample is not null && (file is null || claim.File == file)).ToList();
        return found.Count > 0 ? found
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

    /// <summary>A stranger's text has no say over the terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
