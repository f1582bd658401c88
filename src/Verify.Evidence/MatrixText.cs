using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>Exact matrices as the claim language writes them.</summary>
public static class MatrixText
{
    /// <summary><c>[2, 1; 1, 1/2]</c>; a 1 × 1 matrix is its entry.</summary>
    public static string Of(ImmutableArray<ImmutableArray<Rational>> rows) => Of(rows, entry => entry.ToString());

    /// <summary>The same with <c>1 - 1</c> for 0, which is a number wherever it stands: <c>0</c> may be a matrix whose size nothing fixes.</summary>
    public static string OfNumbers(ImmutableArray<ImmutableArray<Rational>> rows) => Of(rows, entry => entry.IsZero ? "1 - 1" : entry.ToString());

    /// <summary><c>d = 1, Λ = [2, 1; 1, 1/2]</c>: where a counterexample lies; empty where there is nothing to choose.</summary>
    public static string At(Counterexample counterexample) => string.Join(", ", counterexample.Dimensions.Select(pair => $"{pair.Key.Name} = {pair.Value}")
        .Concat(counterexample.Values.Select(pair => $"{pair.Key.Name} = {Of(pair.Value)}")));

    private static string Of(ImmutableArray<ImmutableArray<Rational>> rows, Func<Rational, string> entry) =>
        rows is [[var only]] ? entry(only) : $"[{string.Join("; ", rows.Select(row => string.Join(", ", row.Select(entry))))}]";
}
