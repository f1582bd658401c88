using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>The product of two words in normal form, as a form: scalars that arise inside are taken out, functions of one matrix merged, commuting letters ordered.</summary>
internal static class WordProduct
{
    /// <summary>a b.</summary>
    public static Form Of(Word a, Word b)
    {
        Algebra.Current.Spend(4 + a.Length + b.Length);
        if (a.IsIdentity || b.IsIdentity)
        {
            return Form.Of(a.IsIdentity ? b : a);
        }

        // x y': the two sides of a size 1 never meet again.
        if (a.Shape.Columns.IsOne)
        {
            return Form.Of(new Word([.. a.Letters, .. b.Letters], a.Shape.Rows, b.Shape.Columns, a.Length));
        }

        var head = a.Letters[..Math.Max(a.Cut, 0)];
        var tail = b.Cut < 0 ? [] : b.Letters[b.Cut..];
        var middle = Join(a.Letters[head.Length..], b.Letters[..^tail.Length]);
        if (head.Length == 0 && tail.Length == 0)
        {
            return middle.IsScalar ? Form.Of(middle.Trace()) : middle;
        }

        var (rows, columns) = (a.Shape.Rows, b.Shape.Columns);
        var product = new FormBuilder(new(rows, columns));
        for (var i = 0; i < middle.Count; i++)
        {
            var word = middle.WordAt(i);
            var (letters, coefficient, cut) = word.Shape.IsScalar
                ? ((Letter[])[.. head, .. tail], middle.CoefficientAt(i), head.Length)
                : ([.. head, .. word.Letters, .. tail], middle.CoefficientAt(i), head.Length == 0 ? word.Length : head.Length);
            product.Add(new Word(letters, rows, columns, cut == letters.Length || cut == 0 ? -1 : cut), coefficient);
        }

        return product.ToForm();
    }

    /// <summary>The product of letters without a size 1 inside, each in normal form on its own; where both ends have size 1, the chain's value.</summary>
    public static Form Join(ReadOnlySpan<Letter> a, ReadOnlySpan<Letter> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return Single(a.Length == 0 ? b : a);
        }

        if (!Algebra.Current.HasCommutingConditions && !a[^1].CommutesWith(b[0]))
        {
            return Single([.. a, .. b]);
        }

        var product = Single(a);
        for (var i = 0; i < b.Length; i++)
        {
            var appended = new FormBuilder(new(a[0].Rows, b[i].Columns));
            for (var j = 0; j < product.Count; j++)
            {
                appended.Add(Append(product.WordAt(j), b[i]), product.CoefficientAt(j));
            }

            product = appended.ToForm();
        }

        return product;
    }

    /// <summary>The transpose of a word.</summary>
    public static Form Transpose(Word word)
    {
        if (word.IsIdentity)
        {
            return Form.Of(word);
        }

        var letters = Reversed(word.Letters);
        if (word.Cut < 0)
        {
            return Sorted(letters);
        }

        var cut = word.Length - word.Cut;
        return Of(Sorted(letters.AsSpan(0, cut)).WordAt(0), Sorted(letters.AsSpan(cut)).WordAt(0));
    }

    /// <summary>The letters in reverse order, each transposed.</summary>
    public static Letter[] Reversed(ReadOnlySpan<Letter> letters)
    {
        Algebra.Current.Spend(letters.Length);
        var reversed = new Letter[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            reversed[i] = letters[letters.Length - 1 - i].Transpose;
        }

        return reversed;
    }

    /// <summary>The product of any letters without a size 1 inside.</summary>
    public static Form Sorted(ReadOnlySpan<Letter> letters)
    {
        Algebra.Current.Spend(2 + letters.Length);
        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i - 1].CommutesWith(letters[i]) || Algebra.Current.HasCommutingConditions)
            {
                var product = Form.Of(letters[0]);
                for (var j = 1; j < letters.Length; j++)
                {
                    product *= Form.Of(letters[j]);
                }

                return product;
            }
        }

        return Single(letters);
    }

    /// <summary>Letters already in normal form, but for the rules of inverses; a chain becomes its value.</summary>
    private static Form Single(ReadOnlySpan<Letter> letters)
    {
        if ((UnitVectors.Rewrite(letters) ?? InverseRules.Rewrite(letters)) is { } rewritten)
        {
            return rewritten;
        }

        return letters[0].Rows.IsOne && letters[^1].Columns.IsOne
            ? Form.Of(Traces.OfCycle(letters))
            : Form.Of(new Word(letters.ToArray(), letters[0].Rows, letters[^1].Columns, -1));
    }

    /// <summary>word times one letter: it passes left over letters that it commutes with, to merge with its family or to take its place in order.</summary>
    private static Form Append(Word word, Letter letter)
    {
        var letters = word.Letters;
        var place = letters.Length;
        for (var i = letters.Length - 1; i >= 0 && letters[i].CommutesWith(letter); i--)
        {
            if (letters[i].SameFamily(letter))
            {
                return Merge(letters[..i], letters[i], letter, letters[(i + 1)..]);
            }

            place = letters[i].Atom.Order > letter.Atom.Order ? i : place;
        }

        return Single([.. letters[..place], letter, .. letters[place..]]);
    }

    private static Form Merge(ReadOnlySpan<Letter> before, Letter x, Letter y, ReadOnlySpan<Letter> after)
    {
        var merged = PartialFractions.Product(x.Element, y.Element);
        var rows = before.Length > 0 ? before[0].Rows : x.Rows;
        var columns = after.Length > 0 ? after[^1].Columns : y.Columns;
        var product = new FormBuilder(rows.IsOne && columns.IsOne ? Shape.Scalar : new(rows, columns));
        foreach (var (element, coefficient) in merged.Terms)
        {
            if (element.IsOne)
            {
                product.Add(before.Length + after.Length == 0 ? Form.Identity(x.Rows) : Join(before, after), coefficient);
            }
            else if (x.Atom is SumAtom && element.Units >= Monomial.Unit)
            {
                product.Add(InverseRules.Expanded(before, x.With(element), after), coefficient);
            }
            else
            {
                product.Add(Single([.. before, x.With(element), .. after]), coefficient);
            }
        }

        return product.ToForm();
    }
}
