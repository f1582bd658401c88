using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence;

/// <summary>Exact matrices as the claim language writes them.</summary>
public static class MatrixText
{
    /// <summary><c>[2, 1; 1, 1/2]</c>; a 1 × 1 matrix is its entry.</summary>
    public static string Of(ImmutableArray<ImmutableArray<Rational>> rows) =>
        rows is [[var only]] ? only.ToString() : $"[{string.Join("; ", rows.Select(row => string.Join(", ", row)))}]";

    /// <summary>The same with <c>1 - 1</c> for 0, which is a number wherever it stands: <c>0</c> may be a matrix whose size nothing fixes.</summary>
    public static string OfNumbers(ImmutableArray<ImmutableArray<Rational>> rows) =>
        rows is [[var only]] ? Number(only) : $"[{string.Join("; ", rows.Select(row => string.Join(", ", row.Select(Number))))}]";

    private static string Number(Rational value) => value.IsZero ? "1 - 1" : value.ToString();
}
