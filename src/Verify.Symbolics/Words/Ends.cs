namespace Verify.Symbolics.Words;

/// <summary>A word as L K R: the diagonal letters at its ends, and what is between. Of a diagonal word all letters are in L.</summary>
internal readonly struct Ends
{
    private Ends(Word word, int first, int last) => (Word, Left, Right, Core) = (
        word,
        word.Letters[..first].ToArray(),
        word.Letters[last..].ToArray(),
        first == last ? null : new Word(
            word.Letters[first..last].ToArray(), first > 0 ? word.Letters[first].Rows : word.Shape.Rows, last < word.Length ? word.Letters[last - 1].Columns : word.Shape.Columns, Math.Max(word.Cut - first, -1)));

    /// <summary>The word.</summary>
    public Word Word { get; }

    /// <summary>L.</summary>
    public Letter[] Left { get; }

    /// <summary>R.</summary>
    public Letter[] Right { get; }

    /// <summary>K; null where the word is diagonal (or the identity).</summary>
    public Word? Core { get; }

    /// <summary>The letter of an entrywise product, where K is that alone.</summary>
    public Letter? Entrywise => Core is { Length: 1 } core && core.Letters[0] is { Element.IsLambda: true, Atom: HadamardAtom } letter ? letter : null;

    /// <summary>Whether K is the matrix 1 1', or the vector 1.</summary>
    public bool IsOnes => Core is { } core && (core.Length == 1 || (core.Length == 2 && core.Cut == 1)) && core.Letters[0].Atom is OnesAtom && core.Letters[^1].Atom is OnesAtom;

    /// <summary>The ends of a word.</summary>
    public static Ends Of(Word word)
    {
        var letters = word.Letters;
        var (first, last) = (0, letters.Length);
        while (first < last && letters[first].Atom.IsDiagonal)
        {
            first++;
        }

        while (last > first && letters[last - 1].Atom.IsDiagonal)
        {
            last--;
        }

        return new(word, first, last);
    }
}
