using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>
/// Expectations over a centred Gaussian X of size n × m with E[X_ij X_kl] = R_ik C_jl (R of size n × n, C of size m × m), by integration by parts,
/// E[X_ij f(X)] = Σ_kl R_ik C_jl E[∂f/∂X_kl] (Stein 1981, Lemma 2): one occurrence of X is joined to each other one. Nothing is divided by n or m.
/// Of another law that is symmetric about 0 only the moments up to a degree are those of a Gaussian, but none of odd degree is left.
/// All terms of one degree in X are treated before those of the next, so like terms are collected after each joining.
/// </summary>
internal sealed class GaussianMatrix(Symbol symbol, Form rowCovariance, Form columnCovariance, int determinedDegree, bool isSymmetric = false)
{
    private readonly Occurrences _occurrences = new(symbol);
    private readonly Contractions _contractions = new(symbol, rowCovariance, columnCovariance);
    private readonly PureWishart? _wishart = PureWishart.Of(symbol, rowCovariance, columnCovariance);
    private readonly List<Dictionary<Term, ScalarSum>> _levels = [];

    /// <summary>E[form].</summary>
    public Form Mean(Form form)
    {
        Distribute(form, Monomial.One, Scalar.One);
        for (var degree = _levels.Count - 1; degree > 0; degree--)
        {
            // A centred Gaussian has no odd moments.
            if (degree % 2 == 0)
            {
                JoinAll(_levels[degree]);
            }

            _levels.RemoveAt(degree);
        }

        var mean = new FormBuilder(form.Shape);
        if (_levels.Count > 0)
        {
            foreach (var (term, sum) in _levels[0])
            {
                mean.Add(term.Word, sum.ToScalar());
            }
        }

        _levels.Clear();
        return mean.ToForm();
    }

    private void JoinAll(Dictionary<Term, ScalarSum> terms)
    {
        foreach (var (term, sum) in terms)
        {
            if (sum.ToScalar() is not { IsZero: false } coefficient)
            {
                continue;
            }

            if (_wishart?.Mean(term) is { } mean)
            {
                Add(0, new(Monomial.One, term.Word), mean, coefficient);
                continue;
            }

            foreach (var (joined, remaining, times) in _contractions.Of(term))
            {
                Distribute(joined, remaining, coefficient * times);
            }
        }
    }

    /// <summary>Adds coefficient × traces × form to the terms of its degrees.</summary>
    private void Distribute(Form form, Monomial traces, Scalar coefficient)
    {
        for (var i = 0; i < form.Count; i++)
        {
            var word = form.WordAt(i);
            foreach (var (inside, outside) in Independence.Split(form.CoefficientAt(i), symbol))
            {
                var dependent = inside * traces;
                var degree = _occurrences.DegreeOf(dependent) + _occurrences.DegreeOf(word.Letters);
                if (isSymmetric && degree % 2 == 1)
                {
                    continue;
                }

                if (degree > determinedDegree)
                {
                    throw new NotTreatedException($"an expectation of degree {degree} in {symbol.Name}, which the given moments do not determine");
                }

                Add(degree, new(dependent, word), outside, coefficient);
            }
        }
    }

    private void Add(int degree, Term term, Scalar value, Scalar coefficient)
    {
        while (_levels.Count <= degree)
        {
            _levels.Add([]);
        }

        var terms = _levels[degree];
        if (!terms.TryGetValue(term, out var sum))
        {
            terms.Add(term, sum = new());
        }

        Algebra.Current.Spend(4);
        sum.Add(value, coefficient);
    }
}

/// <summary>A product of traces that depend on X times a word.</summary>
internal sealed record Term(Monomial Traces, Word Word);

/// <summary>What joining left: times × remaining traces × form.</summary>
internal sealed record Joined(Form Form, Monomial Remaining, int Times);
