namespace Verify.Simulation.Sampling;

/// <summary>The cheapest order of a product of several matrices, by dynamic programming over their sizes; factors that are the same in every sample cost nothing among themselves.</summary>
internal static class ProductOrder
{
    /// <summary>The product of the factors.</summary>
    public static LaneMatrix Multiply(SampleWriter writer, Frame frame, IReadOnlyList<LaneMatrix> factors)
    {
        var n = factors.Count;
        var (cost, cut) = (new long[n, n], new int[n, n]);
        for (var length = 2; length <= n; length++)
        {
            for (var first = 0; first + length <= n; first++)
            {
                var last = first + length - 1;
                (cost[first, last], cut[first, last]) = Enumerable.Range(first, length - 1)
                    .Select(at => (cost[first, at] + cost[at + 1, last] + Step(first, at, last), at)).Min();
            }
        }

        return Product(0, n - 1);

        LaneMatrix Product(int first, int last) =>
            first == last ? factors[first] : writer.Multiply(frame, Product(first, cut[first, last]), Product(cut[first, last] + 1, last));

        long Step(int first, int at, int last) => Enumerable.Range(first, last - first + 1).All(place => factors[place].IsConstant) ? 0
            : (long)factors[first].Rows * factors[at].Columns * factors[last].Columns;
    }
}
