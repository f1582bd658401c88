using System.Collections.Immutable;
using Verify.Faults.Table;

namespace Verify.Faults.Running;

/// <summary>What the program is asked to do.</summary>
/// <param name="Faults">The faults to inject, one after the other.</param>
/// <param name="Paths">What to check with each, from the root of the repository; empty for the claims that the table names.</param>
/// <param name="Threads">How many claims are examined at a time.</param>
/// <param name="IsLong">Whether every claim is listed that does not hold.</param>
internal sealed record Arguments(ImmutableArray<Fault> Faults, ImmutableArray<string> Paths, int Threads, bool IsLong)
{
    /// <summary>The arguments of a command line, or null where it is none.</summary>
    public static Arguments? Parse(string[] args)
    {
        List<string> wanted = [];
        var result = new Arguments([.. FaultTable.All], ["proofs"], Environment.ProcessorCount, false);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--only" when value is not null:
                    wanted.Add(value);
                    i++;
                    break;
                case "--in" when value is not null:
                    result = result with { Paths = [.. value.Split(',')] };
                    i++;
                    break;
                case "--threads" when int.TryParse(value, out var threads) && threads > 0:
                    result = result with { Threads = threads };
                    i++;
                    break;
                case "--short":
                    result = result with { Paths = [] };
                    break;
                case "--list":
                    result = result with { IsLong = true };
                    break;
                default:
                    return null;
            }
        }

        result = result with { Faults = [.. result.Faults.Where(fault => wanted.Count == 0 || wanted.Any(word => Means(word, fault)))] };
        return result.Faults.IsEmpty ? null : result;
    }

    private static bool Means(string word, Fault fault) => FaultTable.Parts.Contains(word) ? fault.Part == word : fault.What.Contains(word, StringComparison.OrdinalIgnoreCase);

    public static int Explain()
    {
        Console.Error.WriteLine($"usage: [--only PART|WORDS]… [--short | --in PATH,…] [--threads K] [--list]\nparts: {string.Join(", ", FaultTable.Parts)}");
        return 2;
    }
}
