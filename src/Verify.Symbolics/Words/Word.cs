using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>
/// A product of letters in normal form: functions of one matrix merged, commuting letters in order, scalars inside taken out. The empty word is the identity of its size.
/// A word passes through size 1 at most once inside (an outer product x y'), and only if it does not begin or end with size 1.
/// </summary>
internal sealed class Word : IEquatable<Word>, IComparable<Word>
{
    private readonly Letter[] _letters;
    private readonly int _hash;
    private Leaves? _leaves;

    /// <summary>Takes over letters in normal form; <paramref name="cut"/> is the index of the letter after the inner size 1, or -1.</summary>
    public Word(Letter[] letters, Size rows, Size columns, int cut)
    {
        (_letters, Shape, Cut) = (letters, new(rows, columns), cut);
        var hash = letters.Length == 0 ? rows.GetHashCode() : letters.Length;
        foreach (var letter in letters)
        {
            hash = unchecked((hash * 486_187_739) + letter.Order + 1);
        }

        _hash = hash;
    }

    /// <summary>Rows × columns.</summary>
    public Shape Shape { get; }

    /// <summary>The index of the letter that follows the inner size 1; -1 where there is none.</summary>
    public int Cut { get; }

    /// <summary>The letters in order.</summary>
    public ReadOnlySpan<Letter> Letters => _letters;

    /// <summary>How many letters there are.</summary>
    public int Length => _letters.Length;

    /// <summary>Whether this is an identity.</summary>
    public bool IsIdentity => Length == 0;

    /// <summary>What the word depends on.</summary>
    public Leaves Leaves => _leaves ??= LeavesOf(_letters);

    /// <summary>The identity of a size.</summary>
    public static Word Identity(Size size) => new([], size, size, -1);

    /// <summary>Whether the word's transpose is the word.</summary>
    public bool IsSymmetric => Shape.IsSquare && WordProduct.Transpose(this) is { Count: 1 } transpose && transpose.CoefficientAt(0).IsOne && transpose.WordAt(0).Equals(this);

    /// <summary>Shorter first, then letter by letter.</summary>
    public int CompareTo(Word? other)
    {
        var order = Length.CompareTo(other!.Length);
        for (var i = 0; order == 0 && i < Length; i++)
        {
            order = _letters[i].Order.CompareTo(other._letters[i].Order);
        }

        return order;
    }

    /// <inheritdoc/>
    public bool Equals(Word? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || _hash != other._hash || Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            if (_letters[i] != other._letters[i])
            {
                return false;
            }
        }

        return Length > 0 || Shape.Equals(other.Shape);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Word);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    private static Leaves LeavesOf(Letter[] letters)
    {
        var leaves = Leaves.None;
        foreach (var letter in letters)
        {
            leaves = leaves.Union(letter.Leaves);
        }

        return leaves;
    }
}
