using System.Text;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>An input, and how it was made.</summary>
internal sealed record Drawn(string Kind, byte[] Bytes);

/// <summary>Kinds of input, each with its weight: so many of 10,000.</summary>
internal sealed class Mix
{
    /// <summary>What all weights come to.</summary>
    public const int All = 10_000;

    private readonly List<(int Weight, string Kind, Func<SeededDraw, byte[]> Make)> _kinds = [];

    /// <summary>The kinds with their weights.</summary>
    public IEnumerable<(string Kind, int Weight)> Kinds => _kinds.Select(kind => (kind.Kind, kind.Weight));

    /// <summary>Adds a kind of bytes.</summary>
    public Mix With(int weight, string kind, Func<SeededDraw, byte[]> make)
    {
        _kinds.Add((weight, kind, make));
        return this;
    }

    /// <summary>Adds a kind of text.</summary>
    public Mix With(int weight, string kind, Func<SeededDraw, string> make) => With(weight, kind, draw => Encoding.UTF8.GetBytes(make(draw)));

    /// <summary>An input.</summary>
    public Drawn Draw(SeededDraw draw)
    {
        var at = draw.Below(All);
        foreach (var (weight, kind, make) in _kinds)
        {
            if (at < weight)
            {
                return new(kind, make(draw));
            }

            at -= weight;
        }

        throw new InvalidOperationException($"The weights come to less than {All}.");
    }

    /// <summary>A length from 1: half of them above 2, a quarter above 4, and so on up to a bound.</summary>
    public static int Length(SeededDraw draw, int most)
    {
        var bound = 2;
        while (bound < most && draw.Below(2) == 0)
        {
            bound *= 2;
        }

        return 1 + draw.Below(Math.Min(bound, most));
    }
}
