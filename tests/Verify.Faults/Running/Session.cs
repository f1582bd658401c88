using System.Diagnostics;
using Verify.Faults.Injection;
using Verify.Faults.Table;
using Verify.Testing;

namespace Verify.Faults.Running;

/// <summary>A run on the command line: one row for each fault.</summary>
internal static class Session
{
    /// <summary>0 where every fault is caught, otherwise 1.</summary>
    public static int Run(Arguments arguments)
    {
        var missed = 0;
        Console.WriteLine("| part | fault | conflicts | judged wrongly | undecided | caught by | first claim | seconds |\n|---|---|---|---|---|---|---|---|");
        foreach (var fault in arguments.Faults)
        {
            var clock = Stopwatch.StartNew();
            using var tool = new FaultyTool(fault);
            var run = arguments.Paths.IsEmpty ? tool.CheckWhatCatches(arguments.Threads) : tool.Check(arguments.Paths, arguments.Threads);
            missed += run.Caught ? 0 : 1;
            Console.WriteLine(Row(fault, run, clock.Elapsed));
            foreach (var claim in arguments.IsLong ? run.Claims : [])
            {
                Console.WriteLine($"    {Written(claim)}: {claim.How}");
            }
        }

        Console.WriteLine($"{arguments.Faults.Length} faults, {missed} not caught");
        return missed == 0 ? 0 : 1;
    }

    private static string Row(Fault fault, FaultyRun run, TimeSpan elapsed)
    {
        var conflicts = run.Claims.Count(claim => claim.Verdict == "conflict");
        var wrong = run.Catching.Count() - conflicts;
        var first = run.Catching.FirstOrDefault();
        var how = run.Caught ? string.Join("; ", run.Catching.GroupBy(claim => claim.How).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} ({group.Count()})"))
            : $"NOT CAUGHT, status {run.Status}{(run.Trouble.Length > 0 ? ": " + run.Trouble.ReplaceLineEndings(" ") : "")}";
        how += run.Unread > 0 ? $"; {run.Unread} errors of reading" : "";
        return $"| {fault.Part} | {fault.What} | {conflicts} | {wrong} | {run.Claims.Length - conflicts - wrong} | {how} | {(first is null ? "" : Written(first))} | {elapsed.TotalSeconds:F0} |";
    }

    private static string Written(LostClaim claim) => $"{Path.GetRelativePath(RepositoryFiles.PathOf("proofs"), claim.File).Replace('\\', '/')}: {claim.Name}";
}
