using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Symbolics.Wishart;

/// <summary>coefficient · N^rows · Π tr(Λ^j) over the parts j, which fall.</summary>
public sealed record WishartTerm(BigInteger Coefficient, int Rows, ImmutableArray<int> Parts);

/// <summary>
/// E[Π tr(S^k_i)] for S = X'X, X of size N × d with iid rows N(0, Λ), as a polynomial in N and t_j = tr(Λ^j), not divided by any power of N.
/// Its coefficients count pairings: at N = 1 and all t_j = 1 they add up to (2k - 1)!!, k the sum of the powers.
/// Integration by parts, for Wishart matrices Haff 1979; another way to these moments is that of Graczyk, Letac &amp; Massam 2005.
/// </summary>
public static class WishartMoment
{
    /// <summary>The largest k = Σ k_i that is attempted: beyond it the products on the way take too much memory.</summary>
    public const int MaxDegree = 24;

    private static readonly Lock Gate = new();
    private static PartitionTable _partitions = PartitionTable.UpTo(8);

    /// <summary>The terms of E[Π tr(S^k_i)], for k_i ≥ 1 with sum at most <see cref="MaxDegree"/>; otherwise <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static ImmutableArray<WishartTerm> Of(IEnumerable<int> powers, CancellationToken cancellation = default)
    {
        ImmutableArray<int> all = [.. powers];
        var degree = all.Sum();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, MaxDegree, nameof(powers));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(all.DefaultIfEmpty(1).Min(), nameof(powers));
        var partitions = PartitionsUpTo(degree);

        // Every coefficient on the way is at most the number of pairings, so its size is known beforehand.
        var pairings = Enumerable.Range(1, degree).Aggregate(BigInteger.One, (product, i) => product * ((2 * i) - 1));
        return pairings <= long.MaxValue ? new WishartRecurrence<long>(partitions, degree, cancellation).Run(all)
            : pairings <= (BigInteger)UInt128.MaxValue ? new WishartRecurrence<UInt128>(partitions, degree, cancellation).Run(all)
            : new WishartRecurrence<BigInteger>(partitions, degree, cancellation).Run(all);
    }

    private static PartitionTable PartitionsUpTo(int weight)
    {
        lock (Gate)
        {
            return _partitions = _partitions.MaxWeight >= weight ? _partitions : PartitionTable.UpTo(weight);
        }
    }
}
