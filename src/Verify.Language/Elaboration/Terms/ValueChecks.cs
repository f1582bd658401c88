namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    private const double BitLimit = 1_000_000;
    private readonly List<Location> _oversized = [];

    private void CheckDenominator(Expr denominator, Location at)
    {
        if (denominator is ZeroMatrix or Number { Value.IsZero: true })
        {
            _errors.Report(at, "this divides by 0");
        }
        else if (denominator.IsScalar && Denominators.FirstVanishing(denominator, [.. _scope.Dimensions]) is { } vanishing)
        {
            ReportVanishing("this denominator", vanishing, at);
        }
    }

    // What a substitution put together was never a denominator as written, so all of it is looked at again.
    private void CheckDenominatorsWithin(Expr value, Location at)
    {
        var seen = new HashSet<Expr>();
        var open = new Stack<Expr>([value]);
        while (open.TryPop(out var part))
        {
            if (!seen.Add(part))
            {
                continue;
            }

            if (part is Power { Exponent.Sign: < 0 } power)
            {
                if (power.Base is ZeroMatrix or Number { Value.IsZero: true })
                {
                    _errors.Report(at, "after this substitution a denominator is 0");
                    return;
                }

                if (power.IsScalar && Denominators.FirstVanishing(power.Base, [.. _scope.Dimensions]) is { } vanishing)
                {
                    ReportVanishing("after this substitution a denominator", vanishing, at);
                    return;
                }
            }

            if (part is UnitVector unit && DimensionBounds.MayBeBelowOne(unit.Shape.Rows - (unit.Position - 1)))
            {
                _errors.Report(at, $"after this substitution there is no position {unit.Position} where the size {unit.Shape.Rows} is smaller");
                return;
            }

            foreach (var child in part.Children)
            {
                open.Push(child);
            }
        }
    }

    private void ReportVanishing(string what, Vanishing vanishing, Location at)
    {
        var where = vanishing.Where.IsEmpty ? "" : $" at {string.Join(", ", vanishing.Where.Select(entry => $"{entry.Key} = {entry.Value}"))}";
        var advice = vanishing.Bound is null ? "" : $"; declare {vanishing.Bound}";
        _errors.Report(at, $"{what} is 0{where}{advice}");
    }

    private void CheckConstant(Expr value, Location at)
    {
        // Around a part that is too large everything is: the part is said once.
        if (_scope.Numerals.BitsOf(value) > BitLimit && !_oversized.Any(part => part.Source == at.Source && part.Span.Start >= at.Span.Start && part.Span.End <= at.Span.End))
        {
            _oversized.Add(at);
            _errors.Report(at, $"this has numbers of more than {BitLimit} bits when it is written out");
        }
    }
}
