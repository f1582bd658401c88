using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>
/// Means of polynomials in random entries. Gaussian entries by Isserlis: E[x_1 x_2 … x_k] = m_1 E[x_2 … x_k] + Σ_j C_1j E[the others], taken entry by entry
/// (Isserlis 1918). Means and covariances may hold entries of symbols that were declared before.
/// </summary>
internal sealed class Moments<T>(Evaluator<T> evaluator)
    where T : struct, INumberKind<T>
{
    private readonly Dictionary<string, Polynomial<T>> _known = [];

    /// <summary>The mean over one symbol; the variables of all others stay.</summary>
    public Polynomial<T> Over(Symbol symbol, Polynomial<T> body) => body.Terms.Aggregate(Polynomial<T>.Zero, (sum, term) =>
    {
        var (own, others) = Split(symbol, term.Key);
        return sum.Plus(own.Length == 0 ? Polynomial<T>.Of([term]) : Polynomial<T>.Of([new(others, term.Value)]).Times(Of(symbol, own), evaluator.Work));
    });

    private (string Own, string Others) Split(Symbol symbol, string monomial) =>
        (string.Concat(monomial.Where(variable => evaluator.Variables[variable].Symbol == symbol)), string.Concat(monomial.Where(variable => evaluator.Variables[variable].Symbol != symbol)));

    private Polynomial<T> Of(Symbol symbol, string monomial)
    {
        if (!_known.TryGetValue(monomial, out var mean))
        {
            _known[monomial] = mean = symbol.Law switch
            {
                GivenMomentsLaw when monomial.Length > 2 => throw new NotEvaluatedException(Obstacle.NotTreated, $"a moment of {symbol} beyond the second is not given"),
                MomentLaw law => Gaussian(symbol, law, monomial),
                EntriesLaw law => monomial.GroupBy(variable => variable).Select(power => Entry(law, power.Count())).Aggregate((a, b) => a.Times(b, evaluator.Work)),
                LabelsLaw => throw new NotEvaluatedException(Obstacle.NotTreated, $"{symbol} is drawn jointly with its inputs"),
                _ => throw new NotEvaluatedException(Obstacle.NotTreated, $"the law of {symbol} is not given"),
            };
        }

        return mean;
    }

    private Polynomial<T> Gaussian(Symbol symbol, MomentLaw law, string monomial)
    {
        if (monomial.Length == 0)
        {
            return Polynomial<T>.Of(T.Of(1));
        }

        var first = evaluator.Variables[monomial[0]];
        var (mean, covariance) = (evaluator.Of(law.Mean), evaluator.Of(law.Covariance));
        var sum = Zeroless(mean[Index(first), 0], () => Of(symbol, monomial[1..]));
        for (var j = 1; j < monomial.Length; j++)
        {
            var other = evaluator.Variables[monomial[j]];
            if (!law.IidRows || first.Row == other.Row)
            {
                var rest = monomial[1..].Remove(j - 1, 1);
                sum = sum.Plus(Zeroless(covariance[Index(first), Index(other)], () => Gaussian(symbol, law, rest)));
            }
        }

        return sum;

        int Index((Symbol Symbol, int Row, int Column) place) => law.IidRows ? place.Column : place.Row;
    }

    private Polynomial<T> Zeroless(Polynomial<T> factor, Func<Polynomial<T>> rest) => factor.Terms.Count == 0 ? factor : factor.Times(rest(), evaluator.Work);

    private Polynomial<T> Entry(EntriesLaw law, int power)
    {
        var parameters = law.Parameters.Select(evaluator.ScalarOf).ToList();
        return law.Family switch
        {
            EntryFamily.Exponential => Enumerable.Range(1, power).Aggregate(Polynomial<T>.Of(T.Of(1)), (product, k) => product.Times(parameters[0], evaluator.Work).Times(Polynomial<T>.Of(T.Of(k)), evaluator.Work)),
            EntryFamily.Uniform => Enumerable.Range(0, power + 1).Aggregate(Polynomial<T>.Zero, (sum, i) => sum.Plus(Power(parameters[0], i).Times(Power(parameters[1], power - i), evaluator.Work)))
                .Times(Polynomial<T>.Of(T.Of(new Rational(1, power + 1))), evaluator.Work),
            _ => Polynomial<T>.Of(T.Of(power % 2 == 0 ? 1 : 0)),
        };
    }

    private Polynomial<T> Power(Polynomial<T> factor, int exponent) =>
        Enumerable.Repeat(factor, exponent).Aggregate(Polynomial<T>.Of(T.Of(1)), (product, other) => product.Times(other, evaluator.Work));
}
