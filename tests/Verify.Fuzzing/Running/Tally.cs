using System.Text;
using Verify.Fuzzing.Targets;

namespace Verify.Fuzzing.Running;

/// <summary>How many inputs of each kind the reader took, took in part, and refused.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts an answer.</summary>
    public void Add(string kind, Answer answer)
    {
        if (!_counts.TryGetValue(kind, out var counts))
        {
            _counts.Add(kind, counts = new long[Enum.GetValues<Answer>().Length]);
        }

        counts[(int)answer]++;
    }

    /// <summary>A line for each kind, and one for all.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{"kind of input",-50}{"inputs",12}{"taken",9}{"in part",9}{"refused",9}");
        foreach (var (kind, counts) in _counts.Append(new("all", [.. Enum.GetValues<Answer>().Select(answer => _counts.Values.Sum(counts => counts[(int)answer]))])))
        {
            var all = Math.Max(1, counts.Sum());
            text.Append($"\n{kind,-50}{counts.Sum(),12}{Percent(Answer.Taken),9}{Percent(Answer.InPart),9}{Percent(Answer.Refused),9}");

            string Percent(Answer answer) => $"{100.0 * counts[(int)answer] / all:F1} %";
        }

        return text.ToString();
    }
}
