using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Whether one expression is at most another, term by term and factor by factor: sums and products of what is ≥ 0 grow with their parts, so do tr(P A) for psd P, X A X', means, powers
/// and norms; an inverse falls. Parts are compared by normal forms, by facts and by the table of norms.
/// </summary>
internal sealed class Ordering(Facts facts)
{
    /// <summary>How many rules of the table may follow each other.</summary>
    public const int Rules = 2;

    private readonly FormSign _signs = new(facts);
    private readonly Dictionary<(Expr, Expr, int), Sign> _known = [];

    /// <summary>Signs by form, under the same facts.</summary>
    public FormSign Signs => _signs;

    /// <summary>Nonnegative where smaller ≤ larger, positive where smaller &lt; larger, at every value.</summary>
    public Sign Of(Expr smaller, Expr larger, int rules)
    {
        if (ReferenceEquals(smaller, larger))
        {
            return Sign.Nonnegative;
        }

        if (!smaller.Shape.Equals(larger.Shape) || !smaller.Shape.IsSquare)
        {
            return Sign.Unknown;
        }

        if (!_known.TryGetValue((smaller, larger, rules), out var sign))
        {
            _known[(smaller, larger, rules)] = Sign.Unknown;
            sign = ByParts(smaller, larger, rules);
            sign = sign != Sign.Unknown ? sign : _signs.Of(Sameness.Difference(larger, smaller));
            sign = sign != Sign.Unknown || rules == 0 ? sign : ByRule(smaller, larger, rules);
            _known[(smaller, larger, rules)] = sign;
        }

        return sign;
    }

    private Sign ByRule(Expr smaller, Expr larger, int rules)
    {
        foreach (var above in Above(smaller))
        {
            if (Of(above, larger, rules - 1) is var sign and not Sign.Unknown)
            {
                return sign;
            }
        }

        return Sign.Unknown;
    }

    /// <summary>What the table has above an expression, above the base of a power of what is ≥ 0, above minus a trace, and above one factor of a product whose others are ≥ 0.</summary>
    private IEnumerable<Expr> Above(Expr smaller)
    {
        if (smaller is Power { IsScalar: true, Exponent.Sign: > 0 } power && _signs.Of(power.Base) != Sign.Unknown)
        {
            return Above(power.Base).Select(above => Expr.Pow(above, power.Exponent));
        }

        if (smaller is Product && Factors.Of(smaller) is { Number: var number, Scalars: [Trace trace], Matrices.IsEmpty: true } && number == -1)
        {
            return NormRules.All.Where(rule => rule.HoldsForMinus).SelectMany(rule => rule.Above(trace, _signs));
        }

        var own = NormRules.All.SelectMany(rule => rule.Above(smaller, _signs));
        return smaller is Product && Factors.Of(smaller) is { Number.Sign: > 0, Matrices.IsEmpty: true } factors ? own.Concat(AboveOneFactor(factors)) : own;
    }

    private IEnumerable<Expr> AboveOneFactor(Factors factors) => factors.Scalars.Index()
        .Where(at => !IsSimple(at.Item) && factors.Scalars.RemoveAt(at.Index).All(other => _signs.Of(other) != Sign.Unknown))
        .SelectMany(at => Above(at.Item).Select(above => (factors with { Scalars = factors.Scalars.SetItem(at.Index, above) }).Times(factors.Number)));

    private static bool IsSimple(Expr factor) => factor is SymbolValue or DimensionValue;

    private Sign ByParts(Expr smaller, Expr larger, int rules) => (smaller, larger) switch
    {
        (Sum a, Sum b) when a.Terms.Length == b.Terms.Length => OfTerms(a.Terms, b.Terms, rules),
        (Trace a, Trace b) => OfTraces(a, b, rules),
        (Power a, Power b) when a.Exponent == b.Exponent => OfPowers(a, b, rules),
        (FrobeniusNorm or OperatorNorm, _) when smaller.GetType() == larger.GetType() => IsBetweenZeroAnd(smaller.Children[0], larger.Children[0], rules),
        (Expectation a, Expectation b) => Means.Aligned(a, b) is { } body ? Of(a.Body, body, rules) : Sign.Unknown,
        (Product or Trace, _) or (_, Product or Trace) => OfProducts(Factors.Of(smaller), Factors.Of(larger), rules),
        _ => Sign.Unknown,
    };

    private Sign OfTerms(ImmutableArray<Expr> a, ImmutableArray<Expr> b, int rules)
    {
        var best = Sign.Nonnegative;
        for (var i = 0; i < a.Length; i++)
        {
            var own = Of(a[i], b[i], rules);
            if (own == Sign.Unknown)
            {
                return own;
            }

            best = own == Sign.Positive ? own : best;
        }

        return best;
    }

    /// <summary>0 ≤ a ≤ b.</summary>
    private Sign IsBetweenZeroAnd(Expr a, Expr b, int rules) =>
        a.Shape.IsSquare && _signs.Of(a) != Sign.Unknown && Of(a, b, rules) != Sign.Unknown ? Sign.Nonnegative : Sign.Unknown;

    private Sign OfPowers(Power a, Power b, int rules)
    {
        var k = a.Exponent;

        // Powers between 0 and 1 keep Loewner's order, those between -1 and 0 turn it round; other powers do so for scalars alone.
        if (!a.IsScalar && k.Abs() > 1)
        {
            return Sign.Unknown;
        }

        return k.Sign > 0 ? IsBetweenZeroAnd(a.Base, b.Base, rules)
            : _signs.Of(b.Base) == Sign.Positive && Of(b.Base, a.Base, rules) != Sign.Unknown ? Sign.Nonnegative
            : Sign.Unknown;
    }

    private Sign OfTraces(Trace a, Trace b, int rules)
    {
        var inside = Of(a.Children[0], b.Children[0], rules);
        return inside != Sign.Unknown ? inside : Chains.OfTraces(Factors.Of(a.Children[0]), Factors.Of(b.Children[0]), _signs, (p, q) => Of(p, q, rules));
    }

    private Sign OfProducts(Factors a, Factors b, int rules)
    {
        if (a.Number.Sign < 0 && b.Number.Sign < 0)
        {
            return Of(b.Times(-b.Number), a.Times(-a.Number), rules);
        }

        if (a.Number.Sign <= 0 || b.Number.Sign <= 0)
        {
            return Sign.Unknown;
        }

        if (a.Matrices.IsEmpty == b.Matrices.IsEmpty && !a.Matrices.IsEmpty && a.Number == b.Number && a.Scalars.SequenceEqual(b.Scalars)
            && a.Scalars.All(scalar => _signs.Of(scalar) != Sign.Unknown)
            && Chains.Of(a.Matrices, b.Matrices, (p, q) => Of(p, q, rules)) is var chains and not Sign.Unknown)
        {
            return chains;
        }

        var isScalar = a.Matrices.IsEmpty || Expr.Times([.. a.Matrices]).IsScalar;
        if (isScalar)
        {
            return OfScalars(a.WithChainAsScalar(), b.WithChainAsScalar(), rules);
        }

        return a.Matrices.SequenceEqual(b.Matrices) && _signs.OfChain(a.Matrices) != Sign.Unknown
            ? OfScalars(a with { Matrices = [] }, b with { Matrices = [] }, rules)
            : Sign.Unknown;
    }

    /// <summary>
    /// Common factors ≥ 0 are taken out; of the others, each on the left is ≥ 0 and at most the one on the right, or one on the left gives way to what is known to be above it,
    /// or what is left over is compared as a whole.
    /// </summary>
    private Sign OfScalars(Factors a, Factors b, int rules)
    {
        var (left, right) = Cancelled(a.Scalars, b.Scalars);
        if (a.Number <= b.Number && left.Length == right.Length && left.Zip(right, (p, q) => IsBetweenZeroAnd(p, q, rules)).All(sign => sign != Sign.Unknown))
        {
            return Sign.Nonnegative;
        }

        if (left.All(factor => _signs.Of(factor) != Sign.Unknown) && GivesWay(a.Number, left, b.Number, right, (2 * left.Length) + 1))
        {
            return Sign.Nonnegative;
        }

        return left.Length == a.Scalars.Length ? Sign.Unknown
            : Of((a with { Scalars = left }).Times(a.Number), (b with { Scalars = right }).Times(b.Number), rules) == Sign.Unknown ? Sign.Unknown : Sign.Nonnegative;
    }

    /// <summary>Whether products of factors ≥ 0 become equal once factors on the left are replaced by the larger sides of facts.</summary>
    private bool GivesWay(Rational a, ImmutableArray<Expr> left, Rational b, ImmutableArray<Expr> right, int depth)
    {
        (left, right) = Cancelled(left, right);
        if (left.IsEmpty)
        {
            return right.IsEmpty && a <= b;
        }

        if (depth == 0)
        {
            return false;
        }

        foreach (var factor in left)
        {
            foreach (var order in facts.Orders.Where(order => ReferenceEquals(order.Smaller, factor)))
            {
                var larger = Factors.Of(order.Larger).WithChainAsScalar();
                if (GivesWay(a * larger.Number, left.Remove(factor).AddRange(larger.Scalars), b, right, depth - 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What is left of two products without their common factors ≥ 0, whole powers written as products.</summary>
    private (ImmutableArray<Expr> Left, ImmutableArray<Expr> Right) Cancelled(ImmutableArray<Expr> left, ImmutableArray<Expr> right)
    {
        (left, right) = ([.. left.SelectMany(Repeated)], [.. right.SelectMany(Repeated)]);
        foreach (var factor in left.Where(factor => _signs.Of(factor) != Sign.Unknown))
        {
            if (right.Contains(factor))
            {
                (left, right) = (left.Remove(factor), right.Remove(factor));
            }
        }

        return (left, right);
    }

    private IEnumerable<Expr> Repeated(Expr factor) =>
        factor is Power { Exponent: { IsInteger: true, Sign: > 0 } k } power && k <= 8 && _signs.Of(power.Base) != Sign.Unknown
            ? Enumerable.Repeat(power.Base, (int)k.Numerator)
            : [factor];
}
