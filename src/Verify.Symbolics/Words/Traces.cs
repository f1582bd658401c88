using Verify.Language;
using Verify.Symbolics.Expectations;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Traces of words: functions of one matrix merge over the seam, and the cycle is turned and reversed to its least writing, so tr(AB) = tr(BA) = tr(A'B') is one generator.</summary>
internal static class Traces
{
    /// <summary>tr(word); of an outer product the chain that its sides make.</summary>
    public static Scalar Of(Word word) =>
        word.IsIdentity ? Scalar.Of(word.Shape.Rows)
        : word.Cut >= 0 ? WordProduct.Join(word.Letters[word.Cut..], word.Letters[..word.Cut]).AsScalar
        : OfCycle(word.Letters);

    /// <summary>The trace of a cycle of letters, each neighbour pair in normal form but for the seam.</summary>
    public static Scalar OfCycle(ReadOnlySpan<Letter> letters)
    {
        Algebra.Current.Spend(4 + (2 * letters.Length));
        if (letters.Length > 1 && letters[^1].SameFamily(letters[0]))
        {
            return WordProduct.Join(letters[^1..], letters[..^1]).Trace();
        }

        if (RewrittenOverSeam(letters) is { } rewritten)
        {
            return rewritten;
        }

        return HasCommutingNeighbours(letters) ? CommutingCycles.Trace(letters) : Finish(Least(letters));
    }

    /// <summary>The scalar of a cycle in its least writing, after the rules of closed letters.</summary>
    public static Scalar Finish(Letter[] letters)
    {
        if (UnitVectors.Chain(letters) is { } chain)
        {
            return chain;
        }

        if (ClosedTraces.Of(letters) is { } opened)
        {
            return opened;
        }

        return Generator(letters);
    }

    /// <summary>The cycle as a generator in its least writing, without any rule.</summary>
    public static Scalar Closed(ReadOnlySpan<Letter> letters) => Generator(Least(letters));

    /// <summary>The cycle as a generator as it is written.</summary>
    public static Scalar Generator(Letter[] letters) => Scalar.Of(new TraceGenerator(new Word(letters, letters[0].Rows, letters[^1].Columns, -1)));

    /// <summary>The least rotation of the cycle or of its reversal.</summary>
    private static Letter[] Least(ReadOnlySpan<Letter> letters)
    {
        var n = letters.Length;
        var forward = letters.ToArray();
        var backward = WordProduct.Reversed(letters);
        var (best, start) = (forward, 0);
        for (var candidate = 1; candidate < 2 * n; candidate++)
        {
            var (cycle, from) = (candidate < n ? forward : backward, candidate % n);
            for (var i = 0; i < n; i++)
            {
                var order = cycle[(from + i) % n].Order - best[(start + i) % n].Order;
                if (order != 0)
                {
                    (best, start) = order < 0 ? (cycle, from) : (best, start);
                    break;
                }
            }
        }

        return start == 0 ? best : [.. best.AsSpan(start), .. best.AsSpan(0, start)];
    }

    private static bool HasCommutingNeighbours(ReadOnlySpan<Letter> letters)
    {
        if (Algebra.Current.HasCommutingConditions)
        {
            return letters.Length > 1;
        }

        for (var i = 0; letters.Length > 1 && i < letters.Length; i++)
        {
            if (letters[i].CommutesWith(letters[(i + 1) % letters.Length]))
            {
                return true;
            }
        }

        return false;
    }

    private static Scalar? RewrittenOverSeam(ReadOnlySpan<Letter> letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i].Atom is SumAtom)
            {
                Letter[] after = [.. letters[i..], .. letters[..i]];
                Letter[] before = [.. letters[(i + 1)..], .. letters[..(i + 1)]];
                if ((InverseRules.Rewrite(after) ?? InverseRules.Rewrite(before)) is { } rewritten)
                {
                    return rewritten.Trace();
                }
            }
        }

        return null;
    }
}
