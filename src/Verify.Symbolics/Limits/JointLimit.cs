using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Limits;

/// <summary>
/// The limit as several variables approach their targets together, by continuity: with every growing N written as 1/ε, what is built of operations that are
/// continuous at ε = 0 has its value there as its limit along every path.
/// </summary>
internal static class JointLimit
{
    /// <summary>The limit; what is not continuous at the target throws <see cref="NotDecidedException"/> or <see cref="NotTreatedException"/>.</summary>
    public static Expr Of(Expr expression, ImmutableArray<Approach> approaches)
    {
        var smalls = approaches.Select(approach => new Symbol($"1/{approach.Name}", Shape.Scalar, SymbolRole.Given, range: new(Rational.Zero, LowerStrict: true))).ToImmutableArray();
        var shrinking = NormalForms.Of(expression);
        foreach (var (approach, small) in approaches.Zip(smalls))
        {
            var value = approach.Target is { } target ? Expr.Add(target, Expr.Of(small)) : Expr.Pow(Expr.Of(small), -1);
            shrinking = approach.Scalar is { } scalar ? Substitution.Of(scalar, value).In(shrinking)
                : new Replacement(node => node is DimensionValue { Dimension: var d } && d == approach.Dimension ? value : null).In(shrinking);
        }

        return NormalForms.Of(new Replacement(node => node switch
        {
            SymbolValue { Symbol: var symbol } when smalls.Contains(symbol) => Expr.Of(0),
            _ => null,
        }).In(NormalForms.Of(shrinking)));
    }

    /// <summary>Leaves replaced, where every operation on the way is continuous.</summary>
    private sealed class Replacement(Func<Expr, Expr?> leaf)
    {
        private readonly Dictionary<Expr, Expr> _known = [];

        public Expr In(Expr expression)
        {
            if (!_known.TryGetValue(expression, out var result))
            {
                _known[expression] = result = leaf(expression) ?? (expression.Children.IsEmpty ? expression : Rebuild(expression));
            }

            return result;
        }

        private Expr Rebuild(Expr expression)
        {
            if (expression is Expectation or Gradient or Minimum or Limit)
            {
                throw new NotTreatedException($"a joint limit of {Describe.Construct(expression)}");
            }

            ImmutableArray<Expr> children = [.. expression.Children.Select(In)];
            var continuous = expression is not Power power || children[0] == power.Base
                || (power.Exponent is { IsInteger: true, Sign: > 0 })
                || (power.Exponent.IsInteger ? Positive.IsInvertible(children[0]) : Positive.IsStrict(children[0]))
                || IsReciprocal(power, children[0]);
            return continuous ? expression.WithChildren(children)
                : throw new NotDecidedException("whether the variables may grow together: a divisor vanishes in the limit");
        }

        // N^-1 with N = 1/ε is ε, before anything tends anywhere.
        private static bool IsReciprocal(Power power, Expr replaced) => power.Base is not Power && replaced is Power { Exponent.Sign: < 0 };
    }
}
