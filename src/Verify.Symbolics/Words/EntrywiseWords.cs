using Verify.Language;

namespace Verify.Symbolics.Words;

/// <summary>
/// Entrywise products of words. With diagonal L and R, L A R ∘ B = L (A ∘ B) R; 1 1' ∘ A = A; x y' ∘ z w' = (x ∘ z)(y ∘ w)'; e y' ∘ A = e (y ∘ A' e)' for a
/// unit vector e; D ∘ A = D diag(A) for diagonal D. What is left is one closed letter of factors in order.
/// </summary>
internal static class EntrywiseWords
{
    /// <summary>The product of words of one shape, not 1 × 1.</summary>
    public static Form Product(IReadOnlyList<Word> words)
    {
        Algebra.Current.Spend(4 * words.Count);
        var shape = words[0].Shape;
        if (shape.Rows.IsOne)
        {
            return Product([.. words.Select(TransposeOf)]).Transpose();
        }

        var (left, right) = (Form.Identity(shape.Rows), Form.Identity(shape.Columns));
        var cores = new List<Word>();
        foreach (var ends in words.Select(Ends.Of))
        {
            if (ends.Core is not { } core)
            {
                return words.Select(Entrywise.Diagonal).Aggregate((a, b) => a * b);
            }

            left *= Segments.Product(ends.Left, shape.Rows);
            right *= Segments.Product(ends.Right, shape.Columns);
            cores.AddRange(ends.Entrywise is { Atom: HadamardAtom product } letter ? product.Factors.Select(factor => letter.IsTransposed ? TransposeOf(factor) : factor) : [core]);
        }

        return left * OfCores(cores) * right;
    }

    /// <summary>The closed letter of factors that no rule opens; one factor is itself.</summary>
    public static Form Closed(IReadOnlyList<Word> factors)
    {
        if (factors.Count == 1)
        {
            return Form.Of(factors[0]);
        }

        Word[] own = [.. factors.Order()];
        Word[] transposes = [.. factors.Select(TransposeOf).Order()];
        var order = 0;
        for (var i = 0; order == 0 && i < own.Length; i++)
        {
            order = transposes[i].CompareTo(own[i]);
        }

        return order < 0 ? Form.Of(new HadamardAtom(transposes)).Transpose() : Form.Of(new HadamardAtom(own));
    }

    /// <summary>The transpose of a word in normal form, which is one word.</summary>
    public static Word TransposeOf(Word word) => WordProduct.Transpose(word).WordAt(0);

    private static Form OfCores(List<Word> cores)
    {
        var kept = cores.Where(core => !Ends.Of(core).IsOnes).ToList();
        if (kept.Count < 2)
        {
            return Form.Of(kept.Count == 0 ? cores[0] : kept[0]);
        }

        if (kept.FindIndex(core => Unit(core) is not null) is >= 0 and var unit)
        {
            return WithUnit(kept[unit], [.. kept[..unit], .. kept[(unit + 1)..]]);
        }

        if (kept.FindIndex(IsOuter) is >= 0 and var first && kept.FindIndex(first + 1, IsOuter) is >= 0 and var second)
        {
            var (a, b) = (kept[first], kept[second]);
            kept.RemoveAt(second);
            kept.RemoveAt(first);
            var outer = Entrywise.Product(Column(a), Column(b)) * Entrywise.Product(Row(a), Row(b)).Transpose();
            return kept.Aggregate(outer, (product, core) => Entrywise.Product(product, Form.Of(core)));
        }

        return Closed(kept);
    }

    private static bool IsOuter(Word word) => word.Cut >= 0;

    private static Letter? Unit(Word core) => core.Shape.Columns.IsOne ? core.Length == 1 && core.Letters[0].Atom.IsUnitVector ? core.Letters[0] : null
        : UnitVectors.OnLeft(core) ?? UnitVectors.OnRight(core);

    /// <summary>e ∘ v = (e' v) e; e y' ∘ A = e (y ∘ A' e)'; y e' ∘ A = (y ∘ A e) e'.</summary>
    private static Form WithUnit(Word core, List<Word> others)
    {
        var e = Form.Of(Unit(core)!);
        if (core.Shape.Columns.IsOne)
        {
            return others.Aggregate(e, (product, other) => product.Scaled((e.Transpose() * Form.Of(other)).AsScalar));
        }

        return UnitVectors.OnLeft(core) is not null
            ? e * others.Aggregate(Row(core), (product, other) => Entrywise.Product(product, Form.Of(other).Transpose() * e)).Transpose()
            : others.Aggregate(Column(core), (product, other) => Entrywise.Product(product, Form.Of(other) * e)) * e.Transpose();
    }

    /// <summary>x of x y'.</summary>
    public static Form Column(Word outer) => Form.Of(new Word(outer.Letters[..outer.Cut].ToArray(), outer.Shape.Rows, Size.One, -1));

    /// <summary>y of x y'.</summary>
    public static Form Row(Word outer) => Form.Of(new Word(outer.Letters[outer.Cut..].ToArray(), Size.One, outer.Shape.Columns, -1)).Transpose();
}
