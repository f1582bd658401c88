using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Verify.Fuzzing.Running;

/// <summary>Makes an input smaller as long as its fault stays: without lines, then tokens, then characters; first many at once, then fewer.</summary>
internal static class Minimiser
{
    private const int MostTries = 2000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    /// <summary>A smaller input of the same fault. Bytes that are no UTF-8 stay as they are where text would lose the fault.</summary>
    public static byte[] Smaller(byte[] input, Func<byte[], bool> isFaulty)
    {
        var text = Encoding.Latin1.GetString(input);
        var (tries, clock) = (0, Stopwatch.StartNew());
        foreach (var pieces in new Func<string, string[]>[] { Lines, Words, Characters })
        {
            text = Without(text, pieces);
        }

        return Encoding.Latin1.GetBytes(text);

        string Without(string whole, Func<string, string[]> split)
        {
            List<string> parts = [.. split(whole)];
            for (var size = Math.Max(parts.Count / 2, 1); size >= 1; size /= 2)
            {
                for (var at = 0; at < parts.Count && tries < MostTries && clock.Elapsed < MostTime;)
                {
                    List<string> fewer = [.. parts[..at], .. parts[Math.Min(at + size, parts.Count)..]];
                    tries++;
                    if (isFaulty(Encoding.Latin1.GetBytes(string.Concat(fewer))))
                    {
                        parts = fewer;
                    }
                    else
                    {
                        at += size;
                    }
                }
            }

            return string.Concat(parts);
        }
    }

    // Latin 1 keeps every byte, so that pieces of it are pieces of the input.
    private static string[] Lines(string text) => [.. Regex.Matches(text, "[^\n]*\n|[^\n]+").Select(match => match.Value)];

    private static string[] Words(string text) => [.. Regex.Matches(text, @"[\w\x80-\xFF]+|\s+|.", RegexOptions.Singleline).Select(match => match.Value)];

    private static string[] Characters(string text) => [.. text.Select(letter => letter.ToString())];
}
