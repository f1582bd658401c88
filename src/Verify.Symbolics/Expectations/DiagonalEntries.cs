using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// Expectations over a diagonal matrix Λ of size d with iid entries of moments m_n. Each trace tr(Λ^k) is a sum over its index, which either is one of the r indices that stand already,
/// or one of d - r others. One power of Λ among other letters becomes a multiple of I; of two in one word, Λ^k B Λ^l, the indices differ, off the diagonal of B, or agree, on it.
/// </summary>
internal sealed class DiagonalEntries(Symbol symbol, Func<int, Scalar> moment)
{
    /// <summary>E[form].</summary>
    public Form Mean(Form form)
    {
        var mean = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            foreach (var (inside, outside) in Independence.Split(form.CoefficientAt(i), symbol))
            {
                Algebra.Current.Spend(4);
                mean.Add(Mean(form.WordAt(i), inside), outside);
            }
        }

        return mean.ToForm();
    }

    private Form Mean(Word word, Monomial inside)
    {
        List<int> traces = [];
        List<Letter[]> cycles = [];
        for (var i = 0; i < inside.Count; i++)
        {
            var units = inside.UnitsAt(i);
            if (inside.GeneratorAt(i) is not TraceGenerator trace || units < 0 || units % Monomial.Unit != 0)
            {
                throw new NotTreatedException($"the expectation of what is no polynomial in {symbol.Name}");
            }

            for (var k = 0; k < units / Monomial.Unit; k++)
            {
                if (trace.Word.Length == 1)
                {
                    traces.Add(PowerOf(trace.Word.Letters[0]));
                }
                else
                {
                    cycles.Add([.. trace.Word.Letters]);
                }
            }
        }

        if (cycles.Count + (word.Leaves.Contains(symbol) ? 1 : 0) > 1)
        {
            throw new NotTreatedException($"the expectation of a product of several words in which {symbol.Name} stands beside other matrices");
        }

        return cycles.Count == 0 ? Opened([.. word.Letters], word.Shape, traces)
            : Form.Of(word).Scaled(Opened(Rotated(cycles[0]), new(cycles[0][0].Rows, cycles[0][0].Rows), traces).Trace());
    }

    // The cycle begins with a power of the symbol, so that at least one of its letters stands at an end.
    private Letter[] Rotated(Letter[] cycle)
    {
        var first = Array.FindIndex(cycle, letter => letter.Leaves.Contains(symbol));
        var rotated = new[] { cycle[first] }.Concat(Segments.After(cycle, first)).ToArray();
        return rotated;
    }

    private Form Opened(Letter[] letters, Shape shape, List<int> traces)
    {
        var places = Enumerable.Range(0, letters.Length).Where(i => letters[i].Leaves.Contains(symbol)).ToList();
        switch (places)
        {
            case []:
                return (letters.Length == 0 ? Form.Identity(shape.Rows) : Segments.Product(letters, shape.Rows)).Scaled(Joint([], traces, 0));
            case [var place]:
                return (Segments.Product(letters.AsSpan(0, place), shape.Rows) * Segments.Product(letters.AsSpan(place + 1), letters[place].Columns))
                    .Scaled(Joint([PowerOf(letters[place])], traces, 0));
            case [var near, var far]:
                var (k, l) = (PowerOf(letters[near]), PowerOf(letters[far]));
                var between = Segments.Product(letters.AsSpan(near + 1, far - near - 1), letters[near].Columns);
                var diagonal = Entrywise.Diagonal(between);
                var middle = (between - diagonal).Scaled(Joint([k, l], traces, 0)) + diagonal.Scaled(Joint([k + l], traces, 0));
                return Segments.Product(letters.AsSpan(0, near), shape.Rows) * middle * Segments.Product(letters.AsSpan(far + 1), letters[far].Columns);
            default:
                throw new NotTreatedException($"the expectation of a word in which {symbol.Name} stands more than twice among other matrices");
        }
    }

    /// <summary>E[Π_i λ_i^(e_i) Π_j tr(Λ^(k_j))] for distinct indices i, the traces from one on.</summary>
    private Scalar Joint(int[] exponents, List<int> traces, int next)
    {
        Algebra.Current.Spend(1);
        if (next == traces.Count)
        {
            return exponents.Aggregate(Scalar.One, (product, exponent) => product * moment(exponent));
        }

        var sum = (Scalar.Of(symbol.Shape.Rows) - exponents.Length) * Joint([.. exponents, traces[next]], traces, next + 1);
        for (var i = 0; i < exponents.Length; i++)
        {
            var joined = (int[])exponents.Clone();
            joined[i] += traces[next];
            sum += Joint(joined, traces, next + 1);
        }

        return sum;
    }

    private int PowerOf(Letter letter) => letter.Atom is SymbolAtom atom && atom.Symbol == symbol && letter.Element.WholePower is var power and > 0 ? power
        : throw new NotTreatedException($"the expectation of what is no polynomial in {symbol.Name}");
}
