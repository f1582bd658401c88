using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>Terms in labels y and their inputs X: how often both stand there, and what is left when X'y is one vector, or when a scalar label is taken out.</summary>
internal sealed class LabelWords(Symbol label, Symbol inputs)
{
    private readonly Occurrences _labels = new(label);
    private readonly Occurrences _inputs = new(inputs);

    /// <summary>v = X'y of size d × 1.</summary>
    public Symbol Sum { get; } = new($"{inputs.Name}'{label.Name}", new(inputs.Shape.Columns, Size.One), SymbolRole.Given);

    /// <summary>That the given moments do not determine an expectation.</summary>
    public static NotTreatedException Undetermined() => new("an expectation that the given joint moments do not determine");

    /// <summary>The degrees in y and X, and the term with v for X'y, or without y'y.</summary>
    public (int Labels, int Inputs, Form Value) Paired(Word word, Monomial inside)
    {
        var pairs = 0;
        var value = word.Length == 0 ? Form.Of(word) : Segments.Product(Merged(_inputs.Expand(word.Letters), ref pairs), word.Shape.Rows);
        for (var i = 0; i < inside.Count; i++)
        {
            var cycle = inside.GeneratorAt(i) is TraceGenerator trace ? _inputs.Expand(trace.Word.Letters) : throw Undetermined();
            var times = inside.UnitsAt(i) / Monomial.Unit;
            if (times < 0 || inside.UnitsAt(i) % Monomial.Unit != 0)
            {
                throw Undetermined();
            }

            if (cycle.Length == 2 && Array.TrueForAll(cycle, _labels.Is))
            {
                return inside.Count == 1 && times == 1 && pairs == 0 ? (2, 0, value) : throw Undetermined();
            }

            for (var k = 0; k < times; k++)
            {
                value = value.Scaled(Segments.Product(Merged(Rotated(cycle), ref pairs), Size.One).Trace());
            }
        }

        return (pairs, pairs, value);
    }

    /// <summary>The degrees in the scalar y and in x, and the term without y.</summary>
    public (int Labels, int Inputs, Form Value) Single(Word word, Monomial inside)
    {
        var own = Algebra.Current.Unique(new SymbolGenerator(label));
        var (units, others) = (inside.UnitsOf(own), inside.Without(own));
        if (units < 0 || units % Monomial.Unit != 0 || word.Leaves.Contains(label))
        {
            throw Undetermined();
        }

        for (var i = 0; i < others.Count; i++)
        {
            if (others.GeneratorAt(i).Leaves.Contains(label))
            {
                throw Undetermined();
            }
        }

        return (units / Monomial.Unit, _inputs.DegreeOf(others) + _inputs.DegreeOf(word.Letters), Form.Of(word).Scaled(Scalar.Of(others, 1)));
    }

    // X' y becomes v and y' X becomes v'; no other X and no other y may be left.
    private Letter[] Merged(Letter[] letters, ref int pairs)
    {
        var merged = new List<Letter>();
        var sum = Letter.Of(new SymbolAtom(Sum));
        for (var i = 0; i < letters.Length; i++)
        {
            var next = i + 1 < letters.Length ? letters[i + 1] : null;
            if (next is not null && _inputs.Is(letters[i]) && letters[i].IsTransposed && _labels.Is(next) && !next.IsTransposed)
            {
                merged.Add(sum);
                (i, pairs) = (i + 1, pairs + 1);
            }
            else if (next is not null && _labels.Is(letters[i]) && letters[i].IsTransposed && _inputs.Is(next) && !next.IsTransposed)
            {
                merged.Add(sum.Transpose);
                (i, pairs) = (i + 1, pairs + 1);
            }
            else if (letters[i].Leaves.Contains(label) || letters[i].Leaves.Contains(inputs))
            {
                throw Undetermined();
            }
            else
            {
                merged.Add(letters[i]);
            }
        }

        return [.. merged];
    }

    // A cycle that begins with y', or ends with y, so that no pair is cut.
    private Letter[] Rotated(Letter[] cycle)
    {
        var first = Array.FindIndex(cycle, letter => _labels.Is(letter) && letter.IsTransposed);
        var last = Array.FindLastIndex(cycle, letter => _labels.Is(letter) && !letter.IsTransposed);
        return first >= 0 ? [cycle[first], .. Segments.After(cycle, first)]
            : last >= 0 ? [.. Segments.After(cycle, last), cycle[last]]
            : cycle;
    }
}
