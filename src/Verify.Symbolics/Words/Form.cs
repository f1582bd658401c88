using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>A normal form: a sum of words with scalar coefficients, in order, none 0. A scalar is a multiple of the empty word of size 1.</summary>
internal sealed class Form
{
    private readonly Word[] _words;
    private readonly Scalar[] _coefficients;
    private Leaves? _leaves;

    /// <summary>Takes over words in order and their coefficients, none 0.</summary>
    public Form(Shape shape, Word[] words, Scalar[] coefficients) => (Shape, _words, _coefficients) = (shape, words, coefficients);

    /// <summary>Rows × columns.</summary>
    public Shape Shape { get; }

    /// <summary>The number of words.</summary>
    public int Count => _words.Length;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Count == 0;

    /// <summary>Whether this is 1 × 1.</summary>
    public bool IsScalar => Shape.IsScalar;

    /// <summary>The value of a 1 × 1 form.</summary>
    public Scalar AsScalar => !IsScalar ? throw new InvalidOperationException("Not a scalar.") : IsZero ? Scalar.Zero : _coefficients[0];

    /// <summary>What the form depends on.</summary>
    public Leaves Leaves => _leaves ??= FindLeaves();

    /// <summary>The zero of a shape.</summary>
    public static Form Zero(Shape shape) => new(shape, [], []);

    /// <summary>A 1 × 1 form.</summary>
    public static Form Of(Scalar value) => value.IsZero ? Zero(Shape.Scalar) : new(Shape.Scalar, [Word.Identity(Size.One)], [value]);

    /// <summary>One word.</summary>
    public static Form Of(Word word) => new(word.Shape, [word], [Scalar.One]);

    /// <summary>One letter.</summary>
    public static Form Of(Letter letter) => Of(new Word([letter], letter.Rows, letter.Columns, -1));

    /// <summary>An atom itself.</summary>
    public static Form Of(Atom atom) => Of(Letter.Of(atom));

    /// <summary>The identity of a size.</summary>
    public static Form Identity(Size size) => Of(Word.Identity(size));

    /// <summary>A symbol: a letter, or a scalar generator.</summary>
    public static Form Of(Symbol symbol) => symbol.Shape.IsScalar ? Of(Scalar.Of(symbol)) : Of(new SymbolAtom(symbol));

    /// <summary>The word at an index, in order.</summary>
    public Word WordAt(int index) => _words[index];

    /// <summary>Its coefficient.</summary>
    public Scalar CoefficientAt(int index) => _coefficients[index];

    public static Form operator +(Form a, Form b)
    {
        if (a.IsZero || b.IsZero)
        {
            return a.IsZero ? b : a;
        }

        var sum = new FormBuilder(a.Shape);
        sum.Add(a, Scalar.One);
        sum.Add(b, Scalar.One);
        return sum.ToForm();
    }

    public static Form operator -(Form a) => a.Scaled(-1);

    public static Form operator -(Form a, Form b) => a + (-b);

    /// <summary>The matrix product, or a scaling where one side is a scalar.</summary>
    public static Form operator *(Form a, Form b)
    {
        if (a.IsScalar)
        {
            return b.Scaled(a.AsScalar);
        }

        if (b.IsScalar)
        {
            return a.Scaled(b.AsScalar);
        }

        var product = new FormBuilder(new(a.Shape.Rows, b.Shape.Columns));
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                product.Add(WordProduct.Of(a._words[i], b._words[j]), a._coefficients[i] * b._coefficients[j]);
            }
        }

        return product.ToForm();
    }

    /// <summary>c times this.</summary>
    public Form Scaled(Scalar c)
    {
        if (c.IsOne || IsZero)
        {
            return this;
        }

        return c.IsZero ? Zero(Shape) : new(Shape, _words, Array.ConvertAll(_coefficients, coefficient => coefficient * c));
    }

    /// <summary>The transpose.</summary>
    public Form Transpose()
    {
        if (IsScalar)
        {
            return this;
        }

        var transpose = new FormBuilder(Shape.Transposed);
        for (var i = 0; i < Count; i++)
        {
            transpose.Add(WordProduct.Transpose(_words[i]), _coefficients[i]);
        }

        return transpose.ToForm();
    }

    /// <summary>The trace; of a scalar, itself.</summary>
    public Scalar Trace()
    {
        if (IsScalar)
        {
            return AsScalar;
        }

        var sum = new ScalarSum();
        for (var i = 0; i < Count; i++)
        {
            sum.Add(Traces.Of(_words[i]), _coefficients[i]);
        }

        return sum.ToScalar();
    }

    /// <summary>this^k, k ≥ 0.</summary>
    public Form Power(int k)
    {
        var (result, square) = (Identity(Shape.Rows), this);
        for (; k > 0; k >>= 1)
        {
            result = (k & 1) == 1 ? result * square : result;
            square = k > 1 ? square * square : square;
        }

        return result;
    }

    /// <summary>Whether both are written alike up to the writing of scalars: the difference is 0.</summary>
    public bool SameAs(Form other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Count != other.Count || !Shape.Equals(other.Shape))
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (!_words[i].Equals(other._words[i]) || !_coefficients[i].SameAs(other._coefficients[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hash of the words alone, which <see cref="SameAs"/> respects.</summary>
    public override int GetHashCode()
    {
        var hash = Shape.GetHashCode();
        foreach (var word in _words)
        {
            hash = unchecked((hash * 31) + word.GetHashCode());
        }

        return hash;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Form other && SameAs(other);

    /// <summary>Whether the form depends on the symbol or dimension.</summary>
    public bool DependsOn(object leaf) => Leaves.Contains(leaf);

    private Leaves FindLeaves()
    {
        var leaves = Leaves.None;
        for (var i = 0; i < Count; i++)
        {
            leaves = leaves.Union(_words[i].Leaves).Union(_coefficients[i].Leaves);
        }

        return leaves;
    }
}
