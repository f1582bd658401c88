using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>Moments of a scalar with mean m and variance v: M_n = E[x^n] = m M_(n-1) + (n-1) v M_(n-2) for a Gaussian (Stein 1981, Lemma 1); only M_0, M_1 and M_2 where no more is given.</summary>
internal sealed class ScalarMoments(Symbol symbol, Scalar mean, Scalar variance, int determinedDegree)
{
    private readonly List<Scalar> _moments = [Scalar.One, mean];

    /// <summary>E[form].</summary>
    public Form Mean(Form form) => Mean(form, symbol, Moment);

    /// <summary>E[form] over a scalar with the given moments E[x^n], n ≥ 1.</summary>
    public static Form Mean(Form form, Symbol symbol, Func<int, Scalar> moment)
    {
        var own = Algebra.Current.Unique(new SymbolGenerator(symbol));
        var sum = new FormBuilder(form.Shape);
        for (var i = 0; i < form.Count; i++)
        {
            if (form.WordAt(i).Leaves.Contains(symbol))
            {
                throw new NotTreatedException($"the expectation of a matrix function that contains the scalar {symbol.Name}");
            }

            foreach (var (inside, outside) in Independence.Split(form.CoefficientAt(i), symbol))
            {
                var units = inside.UnitsOf(own);
                if (!inside.Without(own).IsOne || units < 0 || units % Monomial.Unit != 0)
                {
                    throw new NotTreatedException($"the expectation of what is no polynomial in {symbol.Name}");
                }

                sum.Add(form.WordAt(i), units == 0 ? outside : outside * moment(units / Monomial.Unit));
            }
        }

        return sum.ToForm();
    }

    private Scalar Moment(int n)
    {
        if (n > determinedDegree)
        {
            throw new NotTreatedException($"an expectation of degree {n} in {symbol.Name}, which the given moments do not determine");
        }

        while (_moments.Count <= n)
        {
            _moments.Add((mean * _moments[^1]) + ((_moments.Count - 1) * variance * _moments[^2]));
        }

        return _moments[n];
    }
}
