using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>Where a matrix symbol stands in words and cycles, its whole powers written out; anything but a polynomial in it is refused by name.</summary>
internal sealed class Occurrences(Symbol symbol)
{
    private readonly Dictionary<Generator, int> _degrees = [];
    private readonly Dictionary<Generator, Letter[]> _cycles = [];

    /// <summary>Whether the letter is the symbol or its transpose.</summary>
    public bool Is(Letter letter) => letter.Element.IsLambda && letter.Atom is SymbolAtom atom && atom.Symbol == symbol;

    /// <summary>How often the symbol stands in the letters.</summary>
    public int DegreeOf(ReadOnlySpan<Letter> letters)
    {
        var degree = 0;
        foreach (var letter in letters)
        {
            degree = letter.Leaves.Contains(symbol) ? checked(degree + WholePower(letter)) : degree;
        }

        return degree;
    }

    /// <summary>How often the symbol stands in a product of traces.</summary>
    public int DegreeOf(Monomial monomial)
    {
        var degree = 0;
        for (var i = 0; i < monomial.Count; i++)
        {
            var units = monomial.UnitsAt(i);
            if (units < 0 || units % Monomial.Unit != 0)
            {
                throw new NotTreatedException($"the expectation of a quotient or root that contains {symbol.Name}");
            }

            degree = checked(degree + (units / Monomial.Unit * DegreeOf(monomial.GeneratorAt(i))));
        }

        return degree;
    }

    /// <summary>The cycle of a trace, written out.</summary>
    public Letter[] CycleOf(Generator generator)
    {
        if (!_cycles.TryGetValue(generator, out var cycle))
        {
            _cycles.Add(generator, cycle = Expand(((TraceGenerator)generator).Word.Letters));
        }

        return cycle;
    }

    /// <summary>The letters with whole powers of the symbol written out.</summary>
    public Letter[] Expand(ReadOnlySpan<Letter> letters)
    {
        var expanded = new List<Letter>(letters.Length);
        foreach (var letter in letters)
        {
            if (!letter.Leaves.Contains(symbol))
            {
                expanded.Add(letter);
                continue;
            }

            var unit = letter.With(Families.Element.Lambda);
            for (var k = WholePower(letter); k > 0; k--)
            {
                expanded.Add(unit);
            }
        }

        return [.. expanded];
    }

    private int DegreeOf(Generator generator)
    {
        if (!_degrees.TryGetValue(generator, out var degree))
        {
            degree = !generator.Leaves.Contains(symbol) ? 0
                : generator is TraceGenerator trace ? DegreeOf(trace.Word.Letters)
                : throw new NotTreatedException($"the expectation of what is no polynomial in {symbol.Name}");
            _degrees.Add(generator, degree);
        }

        return degree;
    }

    private int WholePower(Letter letter)
    {
        if (letter.Atom is SymbolAtom atom && atom.Symbol == symbol && letter.Element.WholePower is var power and > 0)
        {
            return power;
        }

        throw new NotTreatedException(letter.Atom switch
        {
            SumAtom => $"the expectation of an inverse that contains {symbol.Name}",
            DiagonalAtom or HadamardAtom => $"the expectation of a product with an entrywise operation that contains {symbol.Name}",
            _ => $"the expectation of what is no polynomial in {symbol.Name}",
        });
    }
}
