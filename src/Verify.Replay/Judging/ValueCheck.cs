using Verify.Replay.Reading;

namespace Verify.Replay.Judging;

/// <summary>Whether the values of a report are those of its claim file.</summary>
internal static class ValueCheck
{
    /// <summary>What contradicts: a <c>let</c> of a symbol with another value; null where nothing does.</summary>
    public static string? Contradiction(ReportedCounterexample counterexample)
    {
        var lines = counterexample.ClaimFile.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        foreach (var (name, rows) in counterexample.Values)
        {
            var value = rows is [[var only]] ? only.ToString() : $"[{string.Join("; ", rows.Select(row => string.Join(", ", row)))}]";
            if (lines.FirstOrDefault(line => line.StartsWith($"let {name} = ", StringComparison.Ordinal)) is { } line && line.Replace("1 - 1", "0", StringComparison.Ordinal) != $"let {name} = {value}")
            {
                return $"{name} has one value in the report and another in its claim file";
            }
        }

        return null;
    }
}
