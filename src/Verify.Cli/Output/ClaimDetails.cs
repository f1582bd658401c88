using Verify.Evidence;
using Verify.Language.Routes;

namespace Verify.Cli.Output;

/// <summary>What there is to say about one claim beneath its verdict.</summary>
public static class ClaimDetails
{
    private const int Longest = 2000;

    /// <summary>
    /// A refuted statement is shown with its counterexample. What does not hold, and every refuted statement where <paramref name="alone"/>
    /// says that one file is being looked at, comes with the derived side, the difference and the counterexample as a claim file.
    /// </summary>
    public static void Print(TextWriter writer, ClaimReport report, bool alone)
    {
        if (report is { Holds: true, Verdict: not Verdict.Refuted })
        {
            return;
        }

        var full = alone || !report.Holds;
        writer.WriteLine();
        writer.WriteLine($"  {report.Claim.Place.File}:{report.Claim.Place.Line}: {VerdictText.Title(report)} is {report.Verdict.Word()}{(report.Holds ? ", as stated" : "")}");
        if (!report.Holds)
        {
            writer.WriteLine($"    understood as: {Shortened(report.Statement)}");
        }

        if (report.Reason.Length > 0)
        {
            writer.WriteLine($"    {Shortened(report.Reason)}");
        }

        if (full && report.Difference is var (derived, difference))
        {
            writer.WriteLine($"    the derived side is: {Shortened(derived)}");
            writer.WriteLine($"    left minus right: {Shortened(difference)}");
        }

        if (report.Counterexample is { } counterexample)
        {
            Print(writer, counterexample);
            if (full)
            {
                PrintFile(writer, report, counterexample);
            }
        }
    }

    private static void Print(TextWriter writer, Counterexample counterexample)
    {
        var at = MatrixText.At(counterexample);
        writer.WriteLine($"    counterexample: {(at.Length == 0 ? "as it stands, for there is nothing to choose" : at)}");
        writer.WriteLine($"      left:  {Shortened(counterexample.Left)}");
        writer.WriteLine($"      right: {Shortened(counterexample.Right)}");
    }

    private static void PrintFile(TextWriter writer, ClaimReport report, Counterexample counterexample)
    {
        writer.WriteLine("    as a claim file:");
        foreach (var line in CounterexampleFile.Of(report.Claim, counterexample).TrimEnd().Split('\n'))
        {
            writer.WriteLine($"      {line}");
        }
    }

    private static string Shortened(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, Longest)}… ({text.Length} characters)";
}
