using BenchmarkDotNet.Attributes;
using Verify.Symbolics.Wishart;

namespace Verify.Benchmarks;

/// <summary>E[tr((X'X)^k)] with symbolic N and Λ, exact, warm. Nothing is kept from one call to the next but the numbering of the partitions.</summary>
[ShortRunJob]
[MedianColumn]
[MemoryDiagnoser]
public class WishartMoments
{
    /// <summary>The power k.</summary>
    [Params(2, 4, 6, 8, 10, 12, 14, 16, 18, 20)]
    public int Power { get; set; }

    /// <summary>The terms of the moment.</summary>
    [Benchmark]
    public int TraceOfPower() => WishartMoment.Of([Power]).Length;
}
