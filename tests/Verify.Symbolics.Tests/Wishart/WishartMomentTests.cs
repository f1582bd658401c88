using System.Numerics;
using Verify.Symbolics.Wishart;

namespace Verify.Symbolics.Tests.Wishart;

public sealed class WishartMomentTests
{
    public static TheoryData<int[]> Powers => [[1], [2], [3], [4], [1, 1], [2, 1], [2, 2], [3, 1], [1, 1, 1], [2, 1, 1], [1, 1, 1, 1], [3, 2], [5], [4, 1, 1], [6]];

    [Theory]
    [MemberData(nameof(Powers))]
    public void The_recurrence_counts_what_pairing_one_by_one_counts(int[] powers)
    {
        var expected = PairingCount.Of(powers);
        var derived = WishartMoment.Of(powers).ToDictionary(term => (term.Rows, string.Join(' ', term.Parts)), term => term.Coefficient);
        Assert.Equal(expected.OrderBy(entry => entry.Key), derived.OrderBy(entry => entry.Key));
    }

    /// <summary>At d = 1, Λ = 1 every S is chi-square with N degrees of freedom: E[S^k] = N (N + 2) … (N + 2k - 2).</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(20)]
    public void In_one_dimension_the_moment_is_that_of_chi_square(int degree)
    {
        foreach (var powers in new[] { new[] { degree }, [degree - 3, 2, 1] })
        {
            var terms = WishartMoment.Of(powers);
            foreach (var rows in new[] { 1, 2, 5 })
            {
                var moment = terms.Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Coefficient * BigInteger.Pow(rows, term.Rows)));
                var chiSquare = Enumerable.Range(0, degree).Aggregate(BigInteger.One, (product, i) => product * (rows + (2 * i)));
                Assert.Equal(chiSquare, moment);
            }
        }
    }

    /// <summary>X and X' change places when Λ = I: E[tr((X'X)^k)] is symmetric in N and d. A property of the whole polynomial that no single rule has.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(20)]
    public void With_covariance_I_the_moment_is_symmetric_in_rows_and_columns(int degree)
    {
        var terms = WishartMoment.Of([degree]);
        var counts = terms.GroupBy(term => (term.Rows, Columns: term.Parts.Length)).ToDictionary(
            group => group.Key,
            group => group.Aggregate(BigInteger.Zero, (sum, term) => sum + term.Coefficient));
        Assert.All(counts, entry => Assert.Equal(entry.Value, counts[(entry.Key.Columns, entry.Key.Rows)]));
    }

    [Fact]
    public void Every_width_of_coefficients_gives_the_same_moment()
    {
        var table = PartitionTable.UpTo(9);
        var narrow = new WishartRecurrence<long>(table, 9, default).Run([5, 3, 1]).Select(term => (term.Coefficient, term.Rows, string.Join(' ', term.Parts)));
        var wide = new WishartRecurrence<UInt128>(table, 9, default).Run([5, 3, 1]).Select(term => (term.Coefficient, term.Rows, string.Join(' ', term.Parts)));
        var unbounded = new WishartRecurrence<BigInteger>(table, 9, default).Run([5, 3, 1]).Select(term => (term.Coefficient, term.Rows, string.Join(' ', term.Parts)));
        Assert.Equal(narrow, wide);
        Assert.Equal(narrow, unbounded);
    }

    [Fact]
    public void A_power_below_one_and_a_degree_beyond_the_limit_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WishartMoment.Of([2, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WishartMoment.Of([WishartMoment.MaxDegree, 1]));
        Assert.Equal(BigInteger.One, Assert.Single(WishartMoment.Of([])).Coefficient);
    }
}
