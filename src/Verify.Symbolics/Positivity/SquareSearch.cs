using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// Looks for a polynomial as a sum of terms that are ≥ 0 and of inequalities that hold: each term of the wrong sign is paid for by positive ones, through
/// 2 |√(x y)| ≤ s x + y / s and through <see cref="TraceInequalities"/>. A search of bounded size, in a fixed order.
/// </summary>
internal sealed class SquareSearch
{
    private const int MaxDepth = 8;
    private int _left = 400;

    /// <summary>The sign that was found.</summary>
    public Sign SignOf(Polynomial polynomial) => Search(Terms.Of(polynomial), 0);

    private Sign Search(Terms terms, int depth)
    {
        Algebra.Current.Spend(terms.Count);
        if (terms.FirstBad() is not { } bad)
        {
            return terms.HasPositive ? Sign.Positive : Sign.Nonnegative;
        }

        if (depth == MaxDepth || --_left < 0)
        {
            return Sign.Unknown;
        }

        foreach (var next in Squares(terms, bad).Concat(Replacements(terms, bad)))
        {
            if (Search(next, depth + 1) is var sign and not Sign.Unknown)
            {
                return sign;
            }
        }

        return Sign.Unknown;
    }

    /// <summary>k |m| ≤ a' x + k²/(4 a') y wherever x y = m², for x and y ≥ 0 that are there.</summary>
    private static IEnumerable<Terms> Squares(Terms terms, Monomial bad)
    {
        var amount = terms[bad].Sign < 0 ? -terms[bad] : terms[bad];
        var square = bad * bad;
        foreach (var x in terms.Good)
        {
            var y = square * x.Inverse();
            if (x.CompareTo(y) < 0 || !terms.IsGood(y))
            {
                continue;
            }

            var (a, b) = (terms[x], terms[y]);
            if (x.Equals(y))
            {
                if ((a - amount).Sign >= 0)
                {
                    yield return terms.Without(bad).Plus(x, -amount);
                }

                continue;
            }

            var least = amount * amount / (4 * b);
            foreach (var used in (Coefficient[])[least, a, amount / 2])
            {
                var paid = amount * amount / (4 * used);
                if ((a - used).Sign >= 0 && (b - paid).Sign >= 0)
                {
                    yield return terms.Without(bad).Plus(x, -used).Plus(y, -paid);
                }
            }
        }
    }

    /// <summary>-k m = k (r - m) - k r for a known r ≥ m, where that meets a positive multiple of r.</summary>
    private static IEnumerable<Terms> Replacements(Terms terms, Monomial bad)
    {
        if (terms[bad].Sign > 0)
        {
            yield break;
        }

        foreach (var larger in TraceInequalities.Above(bad))
        {
            yield return terms.Without(bad).Plus(larger, terms[bad]);
        }
    }

    /// <summary>A polynomial under change.</summary>
    private sealed class Terms
    {
        private readonly Dictionary<Monomial, Coefficient> _terms;

        private Terms(Dictionary<Monomial, Coefficient> terms) => _terms = terms;

        public int Count => _terms.Count;

        public bool HasPositive => _terms.Any(term => term.Value.Sign > 0 && Signs.OfMonomial(term.Key) == Sign.Positive);

        public IEnumerable<Monomial> Good => _terms.Keys.Where(IsGood).Order();

        public Coefficient this[Monomial monomial] => _terms[monomial];

        public static Terms Of(Polynomial polynomial) =>
            new(Enumerable.Range(0, polynomial.Count).ToDictionary(polynomial.MonomialAt, polynomial.CoefficientAt));

        public bool IsGood(Monomial monomial) => _terms.TryGetValue(monomial, out var coefficient) && coefficient.Sign > 0 && Signs.OfMonomial(monomial) != Sign.Unknown;

        public Monomial? FirstBad() => _terms.Keys.Where(monomial => !IsGood(monomial)).Order().FirstOrDefault();

        public Terms Without(Monomial monomial)
        {
            var copy = new Dictionary<Monomial, Coefficient>(_terms);
            copy.Remove(monomial);
            return new(copy);
        }

        public Terms Plus(Monomial monomial, Coefficient coefficient)
        {
            var copy = new Dictionary<Monomial, Coefficient>(_terms);
            var sum = copy.GetValueOrDefault(monomial) + coefficient;
            copy.Remove(monomial);
            if (!sum.IsZero)
            {
                copy.Add(monomial, sum);
            }

            return new(copy);
        }
    }
}
