using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence;

/// <summary>Exact matrices as the claim language writes them.</summary>
public static class MatrixText
{
    /// <summary><c>[2, 1; 1, 1/2]</c>; a 1 × 1 matrix is its entry.</summary>
    public static string Of(ImmutableArray<ImmutableArray<Rational>> rows) =>
        rows is [[var only]] ? only.ToString() : $"[{string.Join("; ", rows.Select(row => string.Join(", ", row)))}]";
}
