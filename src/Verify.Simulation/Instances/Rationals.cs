using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>Numbers as a reader writes them down: the shortest decimal that reads back as the same double.</summary>
internal static class Rationals
{
    /// <summary>That decimal as an exact number, so that 0.137 is 137/1000. What is not finite throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static Rational Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Only a finite number is rational.");
        }

        // E16 would pad with digits that do not belong to the shortest form.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var (digits, exponent) = text.Split('E') is [var before, var after] ? (before, int.Parse(after, CultureInfo.InvariantCulture)) : (text, 0);
        var point = digits.IndexOf('.');
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        var mantissa = BigInteger.Parse(digits, CultureInfo.InvariantCulture);
        return new Rational(mantissa, BigInteger.Pow(10, Math.Max(0, -exponent))) * BigInteger.Pow(10, Math.Max(0, exponent));
    }

    /// <summary>The entries, row by row, as a counterexample keeps them.</summary>
    public static ImmutableArray<ImmutableArray<Rational>> Of(Matrix value) =>
        [.. Enumerable.Range(0, value.Rows).Select(i => Enumerable.Range(0, value.Columns).Select(j => Of(value[i, j])).ToImmutableArray())];
}
