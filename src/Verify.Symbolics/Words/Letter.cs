using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>A function of an atom or of its transpose (any atom: λ itself; square ones: every <see cref="Families.Element"/>). The transpose of an orthogonal atom is its power -1.</summary>
internal sealed class Letter : IEquatable<Letter>, INumbered
{
    private Letter? _transpose;
    private Leaves? _leaves;

    private Letter(Atom atom, bool transposed, Element element) => (Atom, IsTransposed, Element) = (atom, transposed, element);

    /// <summary>The order of first use.</summary>
    public int Order { get; set; }

    /// <summary>The atom.</summary>
    public Atom Atom { get; }

    /// <summary>Whether this is a function of the atom's transpose; never for symmetric and orthogonal atoms.</summary>
    public bool IsTransposed { get; }

    /// <summary>The function.</summary>
    public Element Element { get; }

    /// <summary>The number of rows.</summary>
    public Size Rows => IsTransposed ? Atom.Shape.Columns : Atom.Shape.Rows;

    /// <summary>The number of columns.</summary>
    public Size Columns => IsTransposed ? Atom.Shape.Rows : Atom.Shape.Columns;

    /// <summary>What the letter depends on: the atom, and what is in the poles.</summary>
    public Leaves Leaves => _leaves ??= FindLeaves();

    /// <summary>The transpose.</summary>
    public Letter Transpose => _transpose ??= Atom.IsSymmetric ? this
        : Atom.IsOrthogonal ? Of(Atom, false, Inverted(Element))
        : Of(Atom, !IsTransposed, Element);

    /// <summary>The letter of an atom and a function.</summary>
    public static Letter Of(Atom atom, bool transposed, Element element) => Algebra.Current.Unique(new Letter(atom, transposed, element));

    /// <summary>The letter of an atom itself.</summary>
    public static Letter Of(Atom atom) => Of(Algebra.Current.Unique(atom), false, Element.Lambda);

    /// <summary>Another function of the same argument.</summary>
    public Letter With(Element element) => Of(Atom, IsTransposed, element);

    /// <summary>Whether both are functions of one matrix, so that their product is one too.</summary>
    public bool SameFamily(Letter other) => Atom == other.Atom && IsTransposed == other.IsTransposed && Atom.Shape.IsSquare;

    /// <summary>Whether the letters commute: one family, both diagonal, or by a condition.</summary>
    public bool CommutesWith(Letter other) => SameFamily(other)
        || (Atom.IsDiagonal && other.Atom.IsDiagonal)
        || (Algebra.Current.HasCommutingConditions && Algebra.Current.CommuteByCondition(Atom, other.Atom)
            && (IsTransposed == other.IsTransposed || Atom.IsSymmetric || other.Atom.IsSymmetric));

    /// <inheritdoc/>
    public bool Equals(Letter? other) => ReferenceEquals(this, other)
        || (other is not null && Atom == other.Atom && IsTransposed == other.IsTransposed && Element.Equals(other.Element));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Letter);

    /// <inheritdoc/>
    public override int GetHashCode() => (Atom.Order * 31) + (IsTransposed ? 17 : 0) + Element.GetHashCode();

    private static Element Inverted(Element element) => element.IsPower ? Element.Power(-element.Units)
        : throw new NotTreatedException("the transpose of a function of an orthogonal matrix other than a power");

    private Leaves FindLeaves()
    {
        var leaves = Element.Pole is { } pole ? Atom.Leaves.Union(pole.Value.Leaves) : Atom.Leaves;
        foreach (var (shift, _) in Element.Shifts)
        {
            leaves = leaves.Union(shift.Value.Leaves);
        }

        return leaves;
    }
}
