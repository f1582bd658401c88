using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>
/// Whether a step is defined wherever the claim is: a step that divides by what may vanish would prove the claim only where it does not. What the claim itself divides by, or takes a
/// root of, may stand in the steps too.
/// </summary>
internal sealed class Definedness
{
    private readonly HashSet<Expr> _claimed = [];

    /// <summary>The partial operations of the claim's own expressions.</summary>
    public Definedness(IEnumerable<Expr> claim)
    {
        foreach (var node in Nodes(claim).Where(IsPartial))
        {
            _claimed.Add(node);
        }
    }

    /// <summary>Whether every operation in the step is seen to be defined.</summary>
    public bool Covers(Comparison step, FormSign signs) => Nodes([step.Left, step.Right]).Where(IsPartial).All(node => IsDefined(node, signs));

    private static bool IsPartial(Expr node) => node is Power { Exponent: { IsInteger: false } or { Sign: < 0 } } or Gradient;

    private bool IsDefined(Expr node, FormSign signs) => _claimed.Contains(node) || node switch
    {
        Gradient gradient => !Nodes([gradient.Body]).Any(inner => inner is FrobeniusNorm or OperatorNorm or Power { Exponent.IsInteger: false }),
        Power { Exponent.Sign: < 0 } power => signs.Of(power.Base) == Sign.Positive || IsBaseClaimed(power)
            || (power.Exponent.IsInteger && Attempt.Of(() => Positive.IsInvertible(power.Base))),
        Power power => signs.Of(power.Base) is var sign && (sign == Sign.Positive || (sign == Sign.Nonnegative && power.IsScalar)) || IsBaseClaimed(power),
        _ => true,
    };

    /// <summary>Whether the claim has a negative power of the same base, and a root of it where the step has one.</summary>
    private bool IsBaseClaimed(Power power) => _claimed.OfType<Power>().Any(own => ReferenceEquals(own.Base, power.Base)
        && (own.Exponent.Sign < 0 || power.Exponent.Sign > 0) && (!own.Exponent.IsInteger || power.Exponent.IsInteger));

    private static IEnumerable<Expr> Nodes(IEnumerable<Expr> expressions)
    {
        var (seen, open) = (new HashSet<Expr>(), new Stack<Expr>(expressions));
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                yield return next;
                foreach (var child in next.Children)
                {
                    open.Push(child);
                }
            }
        }
    }
}
