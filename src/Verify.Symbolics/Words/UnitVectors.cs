using Verify.Symbolics.Expectations;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Rules for unit vectors e, f and the vector 1 of ones: D e = (e' D e) e for diagonal D, e' e = 1, 1' e = 1, 1' 1 = n, 1' D 1 = tr(D), 1' softmax(v) = 1, and e' f = 0 where the positions differ.</summary>
internal static class UnitVectors
{
    /// <summary>A product of letters that ends with D e, or begins with e' D, without D; otherwise null.</summary>
    public static Form? Rewrite(ReadOnlySpan<Letter> letters)
    {
        var n = letters.Length;
        if (n > 1 && letters[^1].Atom.IsUnitVector && letters[^2].Atom.IsDiagonal)
        {
            return WordProduct.Sorted([.. letters[..(n - 2)], letters[^1]]).Scaled(Entry(letters[^2], letters[^1]));
        }

        return n > 1 && letters[0].Atom.IsUnitVector && letters[1].Atom.IsDiagonal
            ? WordProduct.Sorted([letters[0], .. letters[2..]]).Scaled(Entry(letters[1], letters[0].Transpose))
            : null;
    }

    /// <summary>x' y of two of these vectors, and 1' D 1 of diagonal letters; null for other chains.</summary>
    public static Scalar? Chain(ReadOnlySpan<Letter> letters)
    {
        var start = 0;
        while (start < letters.Length && !letters[start].Rows.IsOne)
        {
            start++;
        }

        if (start == letters.Length || letters.Length < 2)
        {
            return null;
        }

        Letter[] chain = [.. letters[start..], .. letters[..start]];
        var (x, y) = (chain[0].Atom, chain[^1].Atom);
        if (x is OnesAtom && y is OnesAtom && Array.TrueForAll(chain[1..^1], letter => letter.Atom.IsDiagonal))
        {
            return Segments.Product(chain.AsSpan()[1..^1], x.Shape.Rows).Trace();
        }

        return chain.Length > 2 ? null
            : (x is OnesAtom && y is SoftmaxAtom) || (y is OnesAtom && x is SoftmaxAtom)
            || (x is OnesAtom && y.IsUnitVector) || (y is OnesAtom && x.IsUnitVector) || (x == y && x.IsUnitVector) ? Scalar.One
            : (x is UnitAtom && y is UnitAtom) || (x.IsUnitVector && y.IsUnitVector && Algebra.Current.PositionsDiffer) ? Scalar.Zero
            : null;
    }

    /// <summary>The unit vector x where the word is x y'.</summary>
    public static Letter? OnLeft(Word word) => word.Cut == 1 && word.Letters[0].Atom.IsUnitVector ? word.Letters[0] : null;

    /// <summary>The unit vector y where the word is x y'.</summary>
    public static Letter? OnRight(Word word) => word.Cut == word.Length - 1 && word.Letters[^1].Atom.IsUnitVector ? word.Letters[^1].Transpose : null;

    /// <summary>e' f(D) e = f(e' D e).</summary>
    private static Scalar Entry(Letter diagonal, Letter unit)
    {
        var entry = Entry(diagonal.Atom, unit);
        var element = diagonal.Element;
        if (element.IsLambda)
        {
            return entry;
        }

        var value = element.Units == 0 ? Scalar.One : Power(entry, element.Units);
        foreach (var (shift, units) in element.Shifts)
        {
            value *= Power(entry - shift.Value, units);
        }

        return element.Pole is { } pole ? value * (entry - pole.Value).Power(-element.Multiplicity) : value;
    }

    private static Scalar Power(Scalar value, int units) => ScalarRoots.Power(value, new Language.Rational(units, Monomial.Unit));

    private static Scalar Entry(Atom atom, Letter unit)
    {
        switch (atom)
        {
            case DiagonalAtom diagonal:
                return Entry(Form.Of(diagonal.Word), unit);
            case SumAtom sum:
                return Entry(sum.Sum, unit);
            case ExpectationAtom mean:
                return UnknownLaw.Mean(Entry(Form.Of(mean.Word), unit) * Scalar.Of(mean.Factor, 1), mean.Bound);
            default:
                return Traces.Closed([unit.Transpose, Letter.Of(atom), unit]);
        }
    }

    private static Scalar Entry(Form form, Letter unit) => (Form.Of(unit).Transpose() * form * Form.Of(unit)).AsScalar;
}
