using System.Numerics;

namespace Verify.Simulation.Statistics;

/// <summary>A function of one sample that is to be summed.</summary>
internal interface ISummand
{
    /// <summary>A sample at which the function is 0.</summary>
    double Zero { get; }

    /// <summary>The function of each lane.</summary>
    Vector<double> Of(Vector<double> samples);
}

/// <summary>
/// Σ f(x_i) with eight partial sums, of the indices i that are alike modulo 8, which are then added in pairs: the same bits whatever the
/// width of a vector.
/// </summary>
internal static class LaneSum
{
    private const int Lanes = 8;

    /// <summary>The sum; 0 of nothing.</summary>
    public static double Of<T>(ReadOnlySpan<double> samples, T summand)
        where T : struct, ISummand
    {
        if (Lanes % Vector<double>.Count != 0)
        {
            throw new PlatformNotSupportedException($"Vectors of {Vector<double>.Count} numbers.");
        }

        Span<double> partial = stackalloc double[Lanes];
        var whole = samples.Length / Lanes * Lanes;
        AddTo(partial, samples[..whole], summand);
        if (whole < samples.Length)
        {
            Span<double> rest = stackalloc double[Lanes];
            rest.Fill(summand.Zero);
            samples[whole..].CopyTo(rest);
            AddTo(partial, rest, summand);
        }

        return ((partial[0] + partial[4]) + (partial[2] + partial[6])) + ((partial[1] + partial[5]) + (partial[3] + partial[7]));
    }

    private static void AddTo<T>(Span<double> partial, ReadOnlySpan<double> samples, T summand)
        where T : struct, ISummand
    {
        for (var lane = 0; lane < Lanes; lane += Vector<double>.Count)
        {
            var sum = new Vector<double>(partial[lane..]);
            for (var i = lane; i < samples.Length; i += Lanes)
            {
                sum += summand.Of(new Vector<double>(samples[i..]));
            }

            sum.CopyTo(partial[lane..]);
        }
    }
}
