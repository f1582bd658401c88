using System.Globalization;
using Verify.Fuzzing.Targets;

namespace Verify.Fuzzing.Running;

/// <summary>What the program is asked to do.</summary>
/// <param name="Target">The reader to feed.</param>
/// <param name="Seed">With the number of an input it determines the input.</param>
/// <param name="First">The number of the first input.</param>
/// <param name="Inputs">How many.</param>
/// <param name="Journal">The file that holds the number of the input being read, for after a crash of the process; null for none.</param>
internal sealed record Arguments(ITarget Target, ulong Seed, long First, long Inputs, string? Journal)
{
    /// <summary>The arguments of a command line, or null where it is none.</summary>
    public static Arguments? Parse(string[] args)
    {
        if (args.Length % 2 == 0 || FuzzTargets.Find(args[0]) is not { } target)
        {
            return null;
        }

        var result = new Arguments(target, 1, 0, 100_000, null);
        for (var i = 1; i < args.Length; i += 2)
        {
            var number = long.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;
            switch (args[i])
            {
                case "--journal":
                    result = result with { Journal = args[i + 1] };
                    break;
                case "--seed" when number >= 0:
                    result = result with { Seed = (ulong)number };
                    break;
                case "--from" when number >= 0:
                    result = result with { First = number };
                    break;
                case "--inputs" when number >= 0:
                    result = result with { Inputs = number };
                    break;
                default:
                    return null;
            }
        }

        return result;
    }

    public static int Explain()
    {
        Console.Error.WriteLine($"usage: {string.Join('|', FuzzTargets.Names)} [--inputs N] [--seed N] [--from N] [--journal FILE]");
        return 2;
    }
}
