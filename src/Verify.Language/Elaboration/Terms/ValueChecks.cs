namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    private const double BitLimit = 1_000_000;

    private void CheckDenominator(Expr denominator, Location at)
    {
        if (denominator is ZeroMatrix or Number { Value.IsZero: true })
        {
            _errors.Report(at, "This divides by 0.");
        }
        else if (denominator.IsScalar && Denominators.FirstVanishing(denominator, [.. _scope.Dimensions]) is { } vanishing)
        {
            ReportVanishing("This denominator", vanishing, at);
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
                    _errors.Report(at, "After this substitution a denominator is 0.");
                    return;
                }

                if (power.IsScalar && Denominators.FirstVanishing(power.Base, [.. _scope.Dimensions]) is { } vanishing)
                {
                    ReportVanishing("After this substitution a denominator", vanishing, at);
                    return;
                }
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
        _errors.Report(at, $"{what} is 0{where}{advice}.");
    }

    private void CheckConstant(Expr value, Location at)
    {
        if (_scope.Numerals.BitsOf(value) > BitLimit)
        {
            _errors.Report(at, $"This has numbers of more than {BitLimit} bits when it is written out.");
        }
    }
}
