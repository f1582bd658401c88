using BenchmarkDotNet.Attributes;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Symbolics;

namespace Verify.Benchmarks;

/// <summary>Moments of the error of linear self-attention by the algebra, warm, for every d, N and Λ: with the two vectors a, b of weights, and at a = b = 0.</summary>
[ShortRunJob]
[MedianColumn]
[MemoryDiagnoser]
public class MomentsOfTheError
{
    private const string Text = """
        dim    d, N
        matrix Λ : d × d, spd
        random X : N × d ~ normal(rows: Λ)
        random w : d ~ normal(I)
        random q : d ~ normal(Λ)
        param  U : d × d
        param  a, b : d
        param  u : scalar
        let y = X w
        let Z = [X', q; y', 0]
        let e = [a', u] Z Z' [U; b'] q / N - w' q
        show E[e[a := 0, b := 0]^2]
        show E[e[a := 0, b := 0]^4]
        show E[e^2]
        show E[e^4]
        """;

    private readonly SymbolicRoute _route = new();
    private readonly Expr[] _moments = [.. ClaimReader.ReadText("moments.claim", Text).Shows.Select(show => show.Expression)];

    /// <summary>E[e²] at a = b = 0: twice the reduced loss.</summary>
    [Benchmark(Baseline = true)]
    public int ReducedSecond() => Derive(0);

    /// <summary>E[e⁴] at a = b = 0.</summary>
    [Benchmark]
    public int ReducedFourth() => Derive(1);

    /// <summary>E[e²]: twice the loss in four parameters.</summary>
    [Benchmark]
    public int FourParameterSecond() => Derive(2);

    /// <summary>E[e⁴] in four parameters.</summary>
    [Benchmark]
    public int FourParameterFourth() => Derive(3);

    /// <summary>The number of terms.</summary>
    private int Derive(int index)
    {
        var derived = _route.Derive(_moments[index], RouteSettings.Default, CancellationToken.None);
        return derived.NormalForm is Sum sum ? sum.Terms.Length : throw new InvalidOperationException(derived.Detail);
    }
}
