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

    /// <summary>Whether it is a unit vector: of a position, or of an index.</summary>
    public bool IsUnitVector => (Attributes & MatrixAttributes.UnitVector) != 0;

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

/// <summary>The vector of a size with a 1 at a position and 0 elsewhere.</summary>
internal sealed class UnitAtom(Size size, int position) : Atom
{
    /// <summary>The position, from 1.</summary>
    public int Position { get; } = position;

    /// <inheritdoc/>
    public override Shape Shape { get; } = new(size, Size.One);

    /// <inheritdoc/>
    public override MatrixAttributes Attributes => MatrixAttributes.UnitVector;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = Leaves.OfSize(size);

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is UnitAtom u && u.Position == Position && u.Shape.Equals(Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape, Position);
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

/// <summary>The entrywise product of two words or more, in order; none is an entrywise product itself, and no diagonal letter stands at the ends of one.</summary>
internal sealed class HadamardAtom : Atom
{
    private readonly Word[] _factors;

    /// <summary>Takes over the factors, in order.</summary>
    public HadamardAtom(Word[] factors)
    {
        _factors = factors;
        Attributes = factors.Select(Signs.AttributesOf).Aggregate((a, b) => a & b);
        Leaves = factors.Select(factor => factor.Leaves).Aggregate((a, b) => a.Union(b));
    }

    /// <summary>The factors.</summary>
    public IReadOnlyList<Word> Factors => _factors;

    /// <inheritdoc/>
    public override Shape Shape => _factors[0].Shape;

    /// <summary>The Schur product theorem: positive where all are.</summary>
    public override MatrixAttributes Attributes { get; }

    /// <inheritdoc/>
    public override Leaves Leaves { get; }

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is HadamardAtom h && h._factors.AsSpan().SequenceEqual(_factors);

    /// <inheritdoc/>
    public override int GetHashCode() => _factors.Aggregate(0x6666, HashCode.Combine);
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
