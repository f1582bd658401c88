using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// The joinings of one occurrence of X with every other, E[X_ij X_kl] = R_ik C_jl.
/// In one word: P X Q X S → P R Q' C S, P X Q X' S → tr(QC) P R S, P X' Q X S → tr(QR) P C S, P X' Q X' S → P C Q' R S.
/// With tr(X W): P X Q → P R W' C Q, P X' Q → P C W R Q. Two traces: tr(X V) tr(X W) → tr(V R W' C). In one: tr(X A X B) → tr(R A' C B), tr(X A X' B) → tr(AC) tr(BR).
/// </summary>
internal sealed class Contractions(Symbol symbol, Form r, Form c)
{
    private readonly Occurrences _occurrences = new(symbol);

    /// <summary>All joinings of the term's chosen occurrence: the first in its word, or else in its longest trace.</summary>
    public List<Joined> Of(Term term)
    {
        var joined = new List<Joined>();
        var letters = _occurrences.Expand(term.Word.Letters);
        var first = Array.FindIndex(letters, _occurrences.Is);
        if (first >= 0)
        {
            WithinWord(term, letters, first, joined);
            WordWithTraces(term, letters, first, joined);
        }
        else
        {
            var chosen = LongestTrace(term.Traces);
            var rest = term.Traces * Monomial.Of(chosen, -Monomial.Unit);
            WithinTrace(term, chosen, rest, joined);
            TraceWithTraces(term, chosen, rest, joined);
        }

        return joined;
    }

    private void WithinWord(Term term, Letter[] letters, int first, List<Joined> joined)
    {
        var before = Segments.Product(letters.AsSpan(0, first), term.Word.Shape.Rows);
        for (var j = first + 1; j < letters.Length; j++)
        {
            if (!_occurrences.Is(letters[j]))
            {
                continue;
            }

            var between = Segments.Product(letters.AsSpan(first + 1, j - first - 1), letters[first].Columns);
            var after = Segments.Product(letters.AsSpan(j + 1), term.Word.Shape.Columns);
            var (near, far) = letters[first].IsTransposed ? (c, r) : (r, c);
            joined.Add(new(
                letters[first].IsTransposed == letters[j].IsTransposed
                    ? before * near * between.Transpose() * far * after
                    : (before * near * after).Scaled((between * far).Trace()),
                term.Traces,
                1));
        }
    }

    private void WordWithTraces(Term term, Letter[] letters, int first, List<Joined> joined)
    {
        var before = Segments.Product(letters.AsSpan(0, first), term.Word.Shape.Rows);
        var after = Segments.Product(letters.AsSpan(first + 1), term.Word.Shape.Columns);
        for (var i = 0; i < term.Traces.Count; i++)
        {
            var (generator, times) = (term.Traces.GeneratorAt(i), term.Traces.UnitsAt(i) / Monomial.Unit);
            var remaining = term.Traces * Monomial.Of(generator, -Monomial.Unit);
            foreach (var rest in RestsOf(generator))
            {
                var middle = letters[first].IsTransposed ? c * rest * r : r * rest.Transpose() * c;
                joined.Add(new(before * middle * after, remaining, times));
            }
        }
    }

    private void WithinTrace(Term term, Generator chosen, Monomial remaining, List<Joined> joined)
    {
        var cycle = _occurrences.CycleOf(chosen);
        var first = Array.FindIndex(cycle, _occurrences.Is);
        var letters = Segments.After(cycle, first);
        letters = cycle[first].IsTransposed ? WordProduct.Reversed(letters) : letters;
        for (var j = 0; j < letters.Length; j++)
        {
            if (_occurrences.Is(letters[j]))
            {
                var between = Segments.Product(letters.AsSpan(0, j), symbol.Shape.Columns);
                var after = Segments.Product(letters.AsSpan(j + 1), symbol.Shape.Rows);
                var value = letters[j].IsTransposed ? (between * c).Trace() * (after * r).Trace() : (r * between.Transpose() * c * after).Trace();
                joined.Add(new(Form.Of(term.Word).Scaled(value), remaining, 1));
            }
        }
    }

    private void TraceWithTraces(Term term, Generator chosen, Monomial rest, List<Joined> joined)
    {
        var own = RestsOf(chosen)[0] * r;
        for (var i = 0; i < rest.Count; i++)
        {
            var (generator, times) = (rest.GeneratorAt(i), rest.UnitsAt(i) / Monomial.Unit);
            var remaining = rest * Monomial.Of(generator, -Monomial.Unit);
            foreach (var other in RestsOf(generator))
            {
                joined.Add(new(Form.Of(term.Word).Scaled((own * other.Transpose() * c).Trace()), remaining, times));
            }
        }
    }

    /// <summary>For each occurrence of X the W with which the trace is tr(X W).</summary>
    private List<Form> RestsOf(Generator generator)
    {
        var cycle = _occurrences.CycleOf(generator);
        var rests = new List<Form>();
        for (var i = 0; i < cycle.Length; i++)
        {
            if (_occurrences.Is(cycle[i]))
            {
                var rest = Segments.Product(Segments.After(cycle, i), cycle[i].Columns);
                rests.Add(cycle[i].IsTransposed ? rest.Transpose() : rest);
            }
        }

        return rests;
    }

    private Generator LongestTrace(Monomial traces)
    {
        var longest = traces.GeneratorAt(0);
        for (var i = 1; i < traces.Count; i++)
        {
            longest = _occurrences.CycleOf(traces.GeneratorAt(i)).Length > _occurrences.CycleOf(longest).Length ? traces.GeneratorAt(i) : longest;
        }

        return longest;
    }
}
