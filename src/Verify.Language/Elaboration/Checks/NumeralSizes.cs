namespace Verify.Language.Elaboration;

/// <summary>How large the numbers in an expression become when it is written out, dimensions and symbols left aside.</summary>
internal sealed class NumeralSizes
{
    private readonly Dictionary<Expr, double> _known = [];

    /// <summary>An upper bound on the bits of any coefficient.</summary>
    public double BitsOf(Expr value)
    {
        if (!_known.TryGetValue(value, out var bits))
        {
            _known[value] = bits = Find(value);
        }

        return bits;
    }

    private double Find(Expr value) => value switch
    {
        Number number => Math.Max(number.Value.Numerator.GetBitLength(), number.Value.Denominator.GetBitLength()) - 1,
        Sum sum => sum.Terms.Max(BitsOf) + Math.Log2(sum.Terms.Length),
        Power power => BitsOf(power.Base) * Math.Abs((double)power.Exponent),
        _ => value.Children.Sum(BitsOf),
    };
}
