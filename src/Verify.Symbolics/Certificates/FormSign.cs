using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// The sign that an expression shows by its form: sums and products of what is ≥ 0, squares, norms, powers, traces of products of two psd matrices, x' P x, X P X', means, and
/// what a fact says. Of a matrix the sign of its least eigenvalue. Unknown is always a sound answer.
/// </summary>
internal sealed class FormSign
{
    private const int LargestSearch = 12;
    private readonly Facts _facts;
    private readonly Nonzero _nonzero;
    private readonly Dictionary<Expr, Sign> _known = [];

    public FormSign(Facts facts) => (_facts, _nonzero) = (facts, new(facts, this));

    /// <summary>The sign at every value.</summary>
    public Sign Of(Expr expression)
    {
        if (!expression.Shape.IsSquare)
        {
            return Sign.Unknown;
        }

        if (_facts.Signs.TryGetValue(expression, out var sign) || _known.TryGetValue(expression, out sign))
        {
            return sign;
        }

        Algebra.Current.Spend(1);
        _known[expression] = Sign.Unknown;
        sign = ByForm(expression);
        sign = sign == Sign.Positive ? sign : Best(sign, OfFacts(expression, sign));
        _known[expression] = sign = sign == Sign.Positive ? sign : Best(sign, OfNormalForm(expression));
        if (sign == Sign.Positive)
        {
            _facts.Signs[expression] = sign;
        }

        return sign;
    }

    /// <summary>The sign of a product of matrices.</summary>
    public Sign OfChain(ImmutableArray<Expr> chain)
    {
        if (chain.Length == 1)
        {
            return Of(chain[0]);
        }

        chain = [.. chain.SelectMany(Transposed)];
        var (n, outer) = (chain.Length, 0);
        while (outer < n / 2 && Sameness.Of(Expr.TransposeOf(chain[outer]), chain[n - 1 - outer]))
        {
            outer++;
        }

        for (var k = outer; k > 0; k--)
        {
            // X P X' and X X' are psd, and definite where P is and X has an inverse.
            if ((n == 2 * k ? Sign.Positive : OfChain(chain[k..(n - k)])) is var middle and not Sign.Unknown)
            {
                return middle == Sign.Positive && chain[..k].All(factor => Of(factor) == Sign.Positive) ? Sign.Positive : Sign.Nonnegative;
            }
        }

        if (n == 2 && IsOfNonnegative(chain[0] is Transpose { Operand: var row } ? row : chain[0]) && IsOfNonnegative(chain[1]))
        {
            return Sign.Nonnegative;
        }

        // Functions of one matrix have a normal form that shows the sign of their product.
        if (n > 2 && chain.SelectMany(factor => factor.FreeSymbols).Distinct().Count() == 1 && chain.All(factor => Of(factor) != Sign.Unknown))
        {
            return OfNormalForm(Expr.Times([.. chain]));
        }

        // Psd matrices that commute have a psd product.
        return n == 2 && Of(chain[0]) is var a and not Sign.Unknown && Of(chain[1]) is var b and not Sign.Unknown
            && Sameness.Of(Expr.Times(chain[0], chain[1]), Expr.Times(chain[1], chain[0])) ? Both(a, b) : Sign.Unknown;
    }

    /// <summary>The sign that the normal form has; a sum of many terms is not searched for squares, since a step can name them.</summary>
    private static Sign OfNormalForm(Expr expression)
    {
        var sign = Sign.Unknown;
        Attempt.Of(() =>
        {
            sign = NormalForms.FormOf(expression) is { IsScalar: true, AsScalar: var value } && value.Numerator.Count > LargestSearch
                ? ScalarSign.WithoutSearch(value)
                : Positive.IsStrict(expression) ? Sign.Positive : Positive.IsWeak(expression) ? Sign.Nonnegative : Sign.Unknown;
            return true;
        });
        return sign;
    }

    private Sign ByForm(Expr expression) => expression switch
    {
        Number number => number.Value.Sign > 0 ? Sign.Positive : number.Value.IsZero ? Sign.Nonnegative : Sign.Unknown,
        Sum sum => OfSum(sum),
        Product => OfProduct(Factors.Of(expression)),
        Transpose transpose => Of(transpose.Operand),
        Power power => OfPower(power),
        Trace => OfTrace(Factors.Of(expression.Children[0])),
        FrobeniusNorm or OperatorNorm => (expression.Children[0].Shape.IsSquare && Of(expression.Children[0]) == Sign.Positive) || _nonzero.Of(Factors.Of(expression.Children[0]))
            ? Sign.Positive : Sign.Nonnegative,
        Expectation mean => Of(mean.Body),
        Hadamard => Of(expression.Children[0]) != Sign.Unknown && Of(expression.Children[1]) != Sign.Unknown ? Sign.Nonnegative : Sign.Unknown,
        DiagonalPart => Of(expression.Children[0]),
        NegativeEigenvalues => Sign.Nonnegative,
        _ => Sign.Unknown,
    };

    private Sign OfSum(Sum sum)
    {
        // A term with a minus is seldom positive by its form, and decides the sum soonest.
        var best = Sign.Nonnegative;
        foreach (var term in sum.Terms.OrderBy(term => Factors.Of(term).Number.Sign))
        {
            if (Of(term) is var own && own == Sign.Unknown)
            {
                return own;
            }

            best = Best(best, Of(term));
        }

        return best;
    }

    private Sign OfProduct(Factors factors)
    {
        if (factors.Number.Sign < 0)
        {
            return Sign.Unknown;
        }

        var sign = factors.Number.Sign == 0 ? Sign.Nonnegative : Sign.Positive;
        foreach (var factor in factors.Scalars.Select(Of).Concat(factors.Matrices.IsEmpty ? [] : [OfChain(factors.Matrices)]))
        {
            sign = Both(sign, factor);
        }

        return sign;
    }

    private Sign OfPower(Power power)
    {
        var own = Of(power.Base);
        if (!power.Exponent.IsInteger)
        {
            return own == Sign.Nonnegative && power.Exponent.Sign < 0 ? Sign.Positive : own;
        }

        if (own != Sign.Unknown)
        {
            // Where an inverse is defined, what is ≥ 0 is > 0.
            return power.Exponent.Sign <= 0 ? Sign.Positive : own;
        }

        var even = (power.Exponent.Numerator % 2).IsZero;
        return !even || !Sameness.Of(power.Base, Expr.TransposeOf(power.Base)) ? Sign.Unknown
            : power.Exponent.Sign < 0 ? Sign.Positive : Sign.Nonnegative;
    }

    /// <summary>tr(P Q) ≥ 0 for psd P and Q, wherever the cycle is cut.</summary>
    private Sign OfTrace(Factors factors)
    {
        var sign = OfProduct(factors with { Matrices = [] });
        var n = factors.Matrices.Length;
        if (sign == Sign.Unknown || OfChain(factors.Matrices) is var whole and not Sign.Unknown)
        {
            return sign == Sign.Unknown ? sign : Both(sign, OfChain(factors.Matrices));
        }

        for (var start = 0; start < n; start++)
        {
            ImmutableArray<Expr> cycle = [.. factors.Matrices[start..], .. factors.Matrices[..start]];
            for (var cut = 1; cut < n; cut++)
            {
                if (IsSquare(cycle[..cut]) && OfChain(cycle[..cut]) is var p and not Sign.Unknown && OfChain(cycle[cut..]) is var q and not Sign.Unknown)
                {
                    // tr(P Q) = |P^(1/2) X R^(1/2)|² for P > 0 and Q = X R X'.
                    return Both(sign, (p == Sign.Positive && _nonzero.OfSquare(cycle[cut..])) || (q == Sign.Positive && _nonzero.OfSquare(cycle[..cut])) ? Sign.Positive : Both(p, q));
                }
            }
        }

        return Sign.Unknown;
    }

    /// <summary>A fact r ≥ s with expression = q (r - s), q ≥ 0, or with r itself and s ≥ 0; and for a scalar ≥ 0: a fact that bounds a product of it and of factors ≥ 0 away from 0.</summary>
    private Sign OfFacts(Expr expression, Sign own)
    {
        var best = Sign.Unknown;
        foreach (var (larger, smaller, isStrict) in _facts.Orders)
        {
            var q = larger.Shape.Equals(expression.Shape) ? Sameness.OfFactor(expression, Sameness.Difference(larger, smaller)) : Sign.Unknown;
            best = Best(best, q == Sign.Unknown ? q : isStrict && q == Sign.Positive ? Sign.Positive : Sign.Nonnegative);
            if (ReferenceEquals(larger, expression) && best != Sign.Positive && Of(smaller) is var least and not Sign.Unknown)
            {
                best = isStrict ? Sign.Positive : Best(best, least);
            }

            if (own == Sign.Nonnegative && expression.IsScalar && IsFactorOf(expression, larger) && Of(smaller) is var below and not Sign.Unknown
                && (isStrict || below == Sign.Positive) && Factors.Of(larger).WithChainAsScalar() is var product && product.Number.Sign > 0
                && product.Scalars.All(factor => IsPowerOf(factor, expression) || Of(factor) != Sign.Unknown))
            {
                return Sign.Positive;
            }
        }

        return best;
    }

    // (A B)' as B' A'.
    private static IEnumerable<Expr> Transposed(Expr factor) =>
        factor is Transpose { Operand: Product product } && Factors.Of(product) is { Number.IsOne: true, Scalars.IsEmpty: true } factors ? factors.Matrices.Reverse().Select(Expr.TransposeOf) : [factor];

    private static bool IsOfNonnegative(Expr vector) => vector is OnesVector or SingularValues or Softmax or UnitVector;

    private static bool IsFactorOf(Expr expression, Expr product) => product.IsScalar && Factors.Of(product).Scalars.Any(factor => IsPowerOf(factor, expression));

    private static bool IsPowerOf(Expr factor, Expr expression) =>
        ReferenceEquals(factor, expression) || (factor is Power { Exponent.Sign: > 0 } power && ReferenceEquals(power.Base, expression));

    private static bool IsSquare(ImmutableArray<Expr> chain) => chain[0].Shape.Rows.Equals(chain[^1].Shape.Columns);

    private static Sign Both(Sign a, Sign b) =>
        a == Sign.Unknown || b == Sign.Unknown ? Sign.Unknown : a == Sign.Positive && b == Sign.Positive ? Sign.Positive : Sign.Nonnegative;

    private static Sign Best(Sign a, Sign b) => a > b ? a : b;
}
