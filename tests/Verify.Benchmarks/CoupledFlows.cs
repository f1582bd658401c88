using BenchmarkDotNet.Attributes;
using Verify.Benchmarks.AgainstPython;

namespace Verify.Benchmarks;

/// <summary>The reduced flow in the eigenbasis of Λ at condition 100, by implicit steps: with a dense Jacobian, and with the arrowhead that it is.</summary>
[ShortRunJob]
[MedianColumn]
public class CoupledFlows
{
    private ReducedFlow _flow = null!;

    /// <summary>The dimension of an input; the flow has d² + 1 numbers.</summary>
    [Params(5, 10, 20)]
    public int D { get; set; }

    /// <summary>Draws the covariance and the start.</summary>
    [GlobalSetup]
    public void Draw() => _flow = new(D, condition: 100, dense: false);

    /// <summary>Factorisations of (d² + 1) × (d² + 1) matrices.</summary>
    [Benchmark(Baseline = true)]
    public object Dense() => _flow.ByDenseJacobian();

    /// <summary>Time in proportion to d² a step.</summary>
    [Benchmark]
    public object Arrowhead() => _flow.ByArrowhead();
}
