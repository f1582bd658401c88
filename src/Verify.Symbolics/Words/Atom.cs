using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>What words are made of: a matrix symbol, or a matrix that the algebra keeps closed. Unique in its workspace. Functions of one square atom are its letters.</summary>
internal abstract class Atom : IEquatable<Atom>, INumbered
{
    /// <summary>The order of first use.</summary>
    public int Order { get; set; }

    /// <summary>Rows × columns.</summary>
    public abstract Shape Shape { get; }

    /// <summary>What every value is known to satisfy.</summary>
    public abstract MatrixAttributes Attributes { get; }

    /// <summary>What its value depends on, through its whole definition.</summary>
    public abstract Leaves Leaves { get; }

    /// <summary>Whether A = A'.</summary>
    public bool IsSymmetric => (Attributes & MatrixAttributes.Symmetric) != 0;

    /// <summary>Whether it is diagonal; diagonal atoms commute.</summary>
    public bool IsDiagonal => (Attributes & MatrixAttributes.Diagonal) == MatrixAttributes.Diagonal;

    /// <summary>Whether A' is A^-1.</summary>
    public bool IsOrthogonal => (Attributes & MatrixAttributes.Orthogonal) != 0;

    /// <inheritdoc/>
    public abstract bool Equals(Atom? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Atom);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}

/// <summary>A matrix symbol.</summary>
internal sealed class SymbolAtom(Symbol symbol) : Atom
{
    /// <summary>The symbol.</summary>
    public Symbol Symbol { get; } = symbol;

    /// <inheritdoc/>
    public override Shape Shape => Symbol.Shape;

    /// <inheritdoc/>
    public override MatrixAttributes Attributes => Symbol.Attributes;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = Leaves.Of(symbol);

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is SymbolAtom s && s.Symbol == Symbol;

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol.GetHashCode();
}

/// <summary>The vector of ones, n × 1: what the mean of n iid rows is made with.</summary>
internal sealed class OnesAtom(Size size) : Atom
{
    /// <inheritdoc/>
    public override Shape Shape { get; } = new(size, Size.One);

    /// <inheritdoc/>
    public override MatrixAttributes Attributes => MatrixAttributes.None;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = Leaves.OfSize(size);

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is OnesAtom o && o.Shape.Equals(Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => Shape.GetHashCode() ^ 0x1111;
}

/// <summary>A sum of several words under a negative or fractional power: (U U' + I)^-1. Its whole powers are multiplied out, so they never stand in a word.</summary>
internal sealed class SumAtom(Form sum, MatrixAttributes attributes) : Atom
{
    /// <summary>The sum; its leading coefficient is 1.</summary>
    public Form Sum { get; } = sum;

    /// <inheritdoc/>
    public override Shape Shape => Sum.Shape;

    /// <inheritdoc/>
    public override MatrixAttributes Attributes { get; } = attributes;

    /// <inheritdoc/>
    public override Leaves Leaves => Sum.Leaves;

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is SumAtom s && s.Sum.SameAs(Sum);

    /// <inheritdoc/>
    public override int GetHashCode() => Sum.GetHashCode() ^ 0x2222;
}

/// <summary>diag(word), where the word is not diagonal itself and no diagonal letter stands at its ends.</summary>
internal sealed class DiagonalAtom(Word word) : Atom
{
    /// <summary>The word.</summary>
    public Word Word { get; } = word;

    /// <inheritdoc/>
    public override Shape Shape => Word.Shape;

    /// <inheritdoc/>
    public override MatrixAttributes Attributes { get; } = MatrixAttributes.Diagonal | Signs.AttributesOf(word);

    /// <inheritdoc/>
    public override Leaves Leaves => Word.Leaves;

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is DiagonalAtom d && d.Word.Equals(Word);

    /// <inheritdoc/>
    public override int GetHashCode() => Word.GetHashCode() ^ 0x3333;
}

/// <summary>The entrywise product of two words, in order.</summary>
internal sealed class HadamardAtom(Word left, Word right) : Atom
{
    /// <summary>The lesser word.</summary>
    public Word Left { get; } = left;

    /// <summary>The greater word.</summary>
    public Word Right { get; } = right;

    /// <inheritdoc/>
    public override Shape Shape => Left.Shape;

    /// <summary>The Schur product theorem: positive where both are.</summary>
    public override MatrixAttributes Attributes { get; } = Signs.AttributesOf(left) & Signs.AttributesOf(right);

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = left.Leaves.Union(right.Leaves);

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is HadamardAtom h && h.Left.Equals(Left) && h.Right.Equals(Right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right);
}

/// <summary>E[factor × word] over a symbol of unknown law; the word begins and ends with letters that depend on the symbol, and so do all traces of the factor.</summary>
internal sealed class ExpectationAtom(Monomial factor, Word word, Symbol bound) : Atom
{
    /// <summary>A product of traces.</summary>
    public Monomial Factor { get; } = factor;

    /// <summary>The word.</summary>
    public Word Word { get; } = word;

    /// <summary>The symbol averaged over, the workspace's stand-in for its declaration.</summary>
    public Symbol Bound { get; } = bound;

    /// <inheritdoc/>
    public override Shape Shape => Word.Shape;

    /// <inheritdoc/>
    public override MatrixAttributes Attributes { get; } = Signs.AttributesOfMean(factor, word);

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = word.Leaves.Union(new Scalar(Polynomial.Of(factor, 1), Denominator.One).Leaves).Without(bound);

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is ExpectationAtom e && e.Bound == Bound && e.Word.Equals(Word) && e.Factor.Equals(Factor);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Factor, Word) ^ 0x4444;
}
