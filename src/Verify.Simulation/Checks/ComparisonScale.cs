using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Sampling;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Checks;

/// <summary>What the errors of a sampled mean are relative to.</summary>
internal static class ComparisonScale
{
    private const double Rounding = 1e-9;
    private const double Clearly = 6;

    /// <summary>
    /// |θ| of a number; of a matrix, or where θ is 0 (or what is left where its own terms cancel), the larger of ‖θ‖ and the sum of the norms of the drawn side's
    /// terms, which the pilot holds from its output 1 on. Where all of them are lost in their own spread, the size of a draw takes their place. 0 where every
    /// draw and θ are 0.
    /// </summary>
    public static double Of(Matrix theory, Expr side, IFixedValues values, Pilot pilot, int terms)
    {
        var norm = theory.Norm();
        if (theory.Entries.Length == 1 && norm > 0 && norm > Rounding * TopLevelTerms.Of(side).Sum(term => values.Of(term).Norm()))
        {
            return norm;
        }

        var means = Enumerable.Range(1, terms).Select(term => (Mean: pilot.Mean(term).Norm(), Spread: pilot.RootMeanSquare(term))).ToImmutableArray();
        var isClear = means.Any(term => term.Mean > Clearly * term.Spread / Math.Sqrt(pilot.Count));
        return Math.Max(norm, isClear ? means.Sum(term => term.Mean) : pilot.RootMeanSquare(0));
    }
}
