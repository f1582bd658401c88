using System.Globalization;

namespace Verify.Benchmarks.AgainstPython;

/// <summary>The command <c>against-python</c>: the simulation's speed as ratios to NumPy and SciPy, in one run on the same cores.</summary>
internal static class Comparison
{
    private static readonly (string Method, int Dimension, double Condition, bool Dense)[] Flows =
    [
        ("DOP853", 10, 10, false), ("DOP853", 20, 10, false), ("DOP853", 64, 10, false),
        ("DOP853", 10, 10, true), ("DOP853", 20, 10, true), ("DOP853", 64, 10, true),
        ("LSODA", 10, 100, false), ("LSODA", 10, 100, true),
    ];

    /// <summary>Runs everything and prints two tables.</summary>
    public static int Run(bool flowsOnly)
    {
        if (!flowsOnly)
        {
            Sampling();
            Console.WriteLine();
        }

        Console.WriteLine("| flow | SciPy | ours | ratio | evaluations, SciPy and ours | drift of u² - tr(UU') over u², SciPy and ours |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (method, dimension, condition, dense) in Flows)
        {
            var flow = new ReducedFlow(dimension, condition, dense);
            var scipy = PythonScript.Run("flows_scipy.py", method, $"{dimension}", Number(condition), Number(flow.Horizon))[^1].Split(' ');
            var ours = flow.Measure();
            var seconds = double.Parse(scipy[0], CultureInfo.InvariantCulture);
            Console.WriteLine($"| d = {dimension}, condition {condition}, {(dense ? "dense" : "diagonalised")}; {method} | {Number(1000 * seconds)} ms | {Number(1000 * ours.Seconds)} ms | {Number(seconds / ours.Seconds)} "
                + $"| {scipy[1]}, {ours.Evaluations} | {scipy[2]}, {Number(ours.Drift)} |");
        }

        return 0;
    }

    private static void Sampling()
    {
        Console.WriteLine("| sampling the loss at d = 5, N = 20 | prompts a second |");
        Console.WriteLine("|---|---|");
        var lines = PythonScript.Run("sampling_numpy.py");
        var numpy = new List<double>();
        foreach (var line in lines)
        {
            numpy.Add(double.Parse(line.Split(": ")[2].Split(' ')[0], CultureInfo.InvariantCulture));
            Console.WriteLine($"| NumPy by hand, {line.Split(": ")[0]} | {Number(numpy[^1])} |");
        }

        foreach (var threads in new[] { 1, Environment.ProcessorCount })
        {
            var ours = SampledLoss.PromptsPerSecond(threads);
            Console.WriteLine($"| from the claim file, {threads} {(threads == 1 ? "thread" : "threads")} | {Number(ours)}, {Number(ours / numpy.Max())} times NumPy |");
        }
    }

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
