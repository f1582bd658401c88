using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Wishart;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// E[Π tr((X'X)^k_i)] for a centred Gaussian X of size n × m, R = I (n iid rows N(0, C)) or C = I (m iid columns N(0, R)), by the recurrence for Wishart matrices,
/// see <see cref="WishartMoment"/>: no word is made on the way. X'X is not divided by n.
/// </summary>
internal sealed class PureWishart
{
    private readonly Symbol _symbol;
    private readonly Scalar _count;
    private readonly List<Scalar> _traces;
    private readonly Form _covariance;

    private PureWishart(Symbol symbol, Size count, Form covariance)
    {
        (_symbol, _count, _covariance) = (symbol, Scalar.Of(count), covariance);
        _traces = [Scalar.Of(covariance.Shape.Rows)];
    }

    /// <summary>The moments of X with E[X_ij X_kl] = R_ik C_jl; null where neither R nor C is I.</summary>
    public static PureWishart? Of(Symbol symbol, Form r, Form c) =>
        r is { Count: 1 } && r.WordAt(0).IsIdentity && r.CoefficientAt(0).IsOne ? new(symbol, symbol.Shape.Rows, c)
        : c is { Count: 1 } && c.WordAt(0).IsIdentity && c.CoefficientAt(0).IsOne ? new(symbol, symbol.Shape.Columns, r)
        : null;

    /// <summary>E[term]; null where the term is no product of such traces, or of too high a degree.</summary>
    public Scalar? Mean(Term term)
    {
        if (!term.Word.Shape.IsScalar || PowersOf(term.Traces) is not { Count: > 0 } powers || powers.Sum() > WishartMoment.MaxDegree)
        {
            return null;
        }

        var mean = new ScalarSum();
        foreach (var (coefficient, rows, parts) in WishartMoment.Of(powers))
        {
            Algebra.Current.Spend(1);
            mean.Add(parts.Aggregate(_count.Power(rows), (product, part) => product * TraceOfPower(part)), Scalar.Of(coefficient));
        }

        return mean.ToScalar();
    }

    private Scalar TraceOfPower(int power)
    {
        while (_traces.Count <= power)
        {
            _traces.Add(_covariance.Power(_traces.Count).Trace());
        }

        return _traces[power];
    }

    /// <summary>The k_i; null where another trace is among the factors.</summary>
    private List<int>? PowersOf(Monomial traces)
    {
        var powers = new List<int>();
        for (var i = 0; i < traces.Count; i++)
        {
            if (traces.GeneratorAt(i) is not TraceGenerator { Word: var word } || traces.UnitsAt(i) < 0 || traces.UnitsAt(i) % Monomial.Unit != 0 || !IsPure(word))
            {
                return null;
            }

            powers.AddRange(Enumerable.Repeat(word.Length / 2, traces.UnitsAt(i) / Monomial.Unit));
        }

        return powers;
    }

    private bool IsPure(Word word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word.Letters[i];
            if (letter.Atom is not SymbolAtom { Symbol: var symbol } || symbol != _symbol || !letter.Element.IsLambda
                || letter.IsTransposed == word.Letters[(i + 1) % word.Length].IsTransposed)
            {
                return false;
            }
        }

        return word.Length > 0;
    }
}
