using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Positivity;

/// <summary>
/// Looks for a polynomial as a sum of terms that are ≥ 0 and of inequalities that hold: each term of the wrong sign is paid for by positive ones, through
/// 2 |√(x y)| ≤ s x + y / s and through <see cref="TraceInequalities"/>. A search of bounded size, in a fixed order.
/// </summary>
internal sealed class SquareSearch
{
    private const int MaxDepth = 8;
    private readonly IReadOnlyList<(Polynomial Value, bool IsStrict)> _assumptions;
    private readonly Polynomial _polynomial;
    private int _left = 400;

    /// <summary>A search for one polynomial, under the assumptions of the workspace and the ranges of the polynomial's symbols.</summary>
    public SquareSearch(Polynomial polynomial) => (_polynomial, _assumptions) = (polynomial, [.. Assumptions.All, .. Assumptions.RangesIn(polynomial)]);

    /// <summary>The sign that was found.</summary>
    public Sign FindSign() => Search(Terms.Of(_polynomial), 0);

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

        var best = Sign.Unknown;
        foreach (var next in Assumed(terms, bad).Concat(Squares(terms, bad)).Concat(Replacements(terms, bad)))
        {
            if (Search(next, depth + 1) is var sign and not Sign.Unknown)
            {
                best = sign;
                if (sign == Sign.Positive)
                {
                    return sign;
                }
            }
        }

        return best;
    }

    /// <summary>terms - c q h for an h that is assumed to be ≥ 0 and contains the term of the wrong sign, up to a q ≥ 0.</summary>
    private IEnumerable<Terms> Assumed(Terms terms, Monomial bad)
    {
        foreach (var (h, isStrict) in _assumptions)
        {
            for (var i = 0; i < h.Count; i++)
            {
                var (q, c) = (bad * h.MonomialAt(i).Inverse(), terms[bad] / h.CoefficientAt(i));
                var sign = Signs.OfMonomial(q);
                if (c.Sign > 0 && sign != Sign.Unknown)
                {
                    yield return terms.Minus(h.Times(q, c), isStrict && sign == Sign.Positive);
                }
            }
        }
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
        private readonly bool _isStrict;

        private Terms(Dictionary<Monomial, Coefficient> terms, bool isStrict) => (_terms, _isStrict) = (terms, isStrict);

        public int Count => _terms.Count;

        public bool HasPositive => _isStrict || _terms.Any(term => term.Value.Sign > 0 && Signs.OfMonomial(term.Key) == Sign.Positive);

        public IEnumerable<Monomial> Good => _terms.Keys.Where(IsGood).Order();

        public Coefficient this[Monomial monomial] => _terms[monomial];

        public static Terms Of(Polynomial polynomial) =>
            new(Enumerable.Range(0, polynomial.Count).ToDictionary(polynomial.MonomialAt, polynomial.CoefficientAt), false);

        public bool IsGood(Monomial monomial) => _terms.TryGetValue(monomial, out var coefficient) && coefficient.Sign > 0 && Signs.OfMonomial(monomial) != Sign.Unknown;

        public Monomial? FirstBad() => _terms.Keys.Where(monomial => !IsGood(monomial)).Order().FirstOrDefault();

        public Terms Without(Monomial monomial)
        {
            var copy = new Dictionary<Monomial, Coefficient>(_terms);
            copy.Remove(monomial);
            return new(copy, _isStrict);
        }

        public Terms Minus(Polynomial polynomial, bool isStrict)
        {
            var difference = this;
            for (var i = 0; i < polynomial.Count; i++)
            {
                difference = difference.Plus(polynomial.MonomialAt(i), -polynomial.CoefficientAt(i));
            }

            return new(difference._terms, _isStrict || isStrict);
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

            return new(copy, _isStrict);
        }
    }
}
