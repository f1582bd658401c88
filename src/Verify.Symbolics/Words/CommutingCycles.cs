using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>The trace of a cycle in which letters commute: every writing that turning, reversing and commuting can reach is searched for the least, or for two letters that merge.</summary>
internal static class CommutingCycles
{
    /// <summary>The trace of the cycle.</summary>
    public static Scalar Trace(ReadOnlySpan<Letter> letters)
    {
        if (letters[0].Rows.IsOne)
        {
            return Chain(letters);
        }

        var seen = new HashSet<Word>();
        var waiting = new Queue<Word>();
        if (!Meet(letters, letters.Length, seen, waiting, out var merged) || !Meet(WordProduct.Reversed(letters), letters.Length, seen, waiting, out merged))
        {
            return merged!;
        }

        var least = waiting.Peek();
        while (waiting.TryDequeue(out var word))
        {
            least = word.CompareTo(least) < 0 ? word : least;
            for (var i = word.Length - 1; i >= 0; i--)
            {
                // A letter that commutes with all that follow it can be last, and so go round to the front.
                if (CanBeLast(word.Letters, i)
                    && !Meet([word.Letters[i], .. word.Letters[..i], .. word.Letters[(i + 1)..]], letters.Length, seen, waiting, out merged))
                {
                    return merged!;
                }
            }
        }

        return Traces.Finish([.. least.Letters]);
    }

    /// <summary>Notes a writing in order; false with its trace when letters merged on the way.</summary>
    private static bool Meet(ReadOnlySpan<Letter> letters, int length, HashSet<Word> seen, Queue<Word> waiting, out Scalar? merged)
    {
        Algebra.Current.Spend(length);
        var sorted = WordProduct.Sorted(letters);
        merged = sorted.Count == 1 && sorted.CoefficientAt(0).IsOne && sorted.WordAt(0).Length == length ? null : sorted.Trace();
        if (merged is null && seen.Add(sorted.WordAt(0)))
        {
            waiting.Enqueue(sorted.WordAt(0));
        }

        return merged is null;
    }

    /// <summary>x' W y or y' W' x: the vectors commute with nothing, so only the reversal is another writing.</summary>
    private static Scalar Chain(ReadOnlySpan<Letter> letters) => Traces.Finish(LeastChain(letters));

    /// <summary>The chain as a generator in the lesser of its two writings, without any rule.</summary>
    public static Scalar Closed(ReadOnlySpan<Letter> letters) => Traces.Generator(LeastChain(letters));

    private static Letter[] LeastChain(ReadOnlySpan<Letter> letters)
    {
        var reversed = WordProduct.Reversed(letters);
        if (letters.Length > 2)
        {
            var inner = WordProduct.Sorted(reversed.AsSpan(1, reversed.Length - 2)).WordAt(0);
            reversed = [reversed[0], .. inner.Letters, reversed[^1]];
        }

        var forward = new Word(letters.ToArray(), letters[0].Rows, letters[^1].Columns, -1);
        var backward = new Word(reversed, reversed[0].Rows, reversed[^1].Columns, -1);
        return [.. (forward.CompareTo(backward) <= 0 ? forward : backward).Letters];
    }

    private static bool CanBeLast(ReadOnlySpan<Letter> letters, int index)
    {
        for (var i = index + 1; i < letters.Length; i++)
        {
            if (!letters[index].CommutesWith(letters[i]))
            {
                return false;
            }
        }

        return true;
    }
}
