using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Shrinking;

/// <summary>How simple values are to read: fewer non-zero entries first, then shorter numbers.</summary>
/// <param name="NonZeros">The non-zero entries of all values.</param>
/// <param name="Length">Σ over entries p/q of log2(1 + |p|) + log2 q, and a tenth where p &lt; 0: sums of logarithms, so that one long entry does not hide what happens to short ones.</param>
internal readonly record struct Simplicity(int NonZeros, double Length)
{
    private const double LeastGain = 1e-9;

    /// <summary>That of an instance.</summary>
    public static Simplicity Of(Instance instance) => instance.Values.OrderBy(value => value.Key).Aggregate(
        new Simplicity(0, 0), (sum, value) => Of(value.Value) is var one ? new(sum.NonZeros + one.NonZeros, sum.Length + one.Length) : sum);

    /// <summary>That of one value.</summary>
    public static Simplicity Of(Matrix value) => new(value.Entries.Count(x => x != 0), value.Entries.Sum(LengthOf));

    /// <summary>The length of one number, as the shortest decimal that reads back as it.</summary>
    public static double LengthOf(double entry)
    {
        if (entry == 0)
        {
            return 0;
        }

        var exact = Rationals.Of(Math.Abs(entry));
        return Math.Log2(1 + (double)exact.Numerator) + Math.Log2((double)exact.Denominator) + (entry < 0 ? 0.1 : 0);
    }

    /// <summary>Whether this is simpler.</summary>
    public bool IsBelow(Simplicity other) => NonZeros != other.NonZeros ? NonZeros < other.NonZeros : Length < other.Length - LeastGain;
}
