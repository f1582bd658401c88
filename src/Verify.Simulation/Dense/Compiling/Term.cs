using System.Collections.Immutable;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>A factor of a chain: a diagonal node, or a dense one as stored or transposed.</summary>
internal readonly record struct Factor(Node Node, bool Transposed)
{
    /// <summary>Rows as it stands.</summary>
    public int Rows => Transposed ? Node.Columns : Node.Rows;

    /// <summary>Columns as it stands.</summary>
    public int Columns => Transposed ? Node.Rows : Node.Columns;

    /// <summary>Whether only the diagonal is stored.</summary>
    public bool IsDiagonal => Node.Kind == NodeKind.Diagonal;

    /// <summary>The transpose.</summary>
    public Factor Transpose() => new(Node, !Transposed && !Node.IsSymmetric);
}

/// <summary>
/// c s F_1 F_2 … F_k, a value whose product is not formed yet: a known number, a scalar node (1 where there is none), and factors that fit (none: the identity).
/// No factor is 1 × 1: a 1 × 1 term has none. Zero where c is 0.
/// </summary>
internal sealed record Term(int Rows, int Columns, double Coefficient, Node? Scalar, ImmutableArray<Factor> Factors)
{
    /// <summary>The zero of a shape.</summary>
    public static Term Zero(int rows, int columns) => new(rows, columns, 0, null, []);

    /// <summary>c I.</summary>
    public static Term Multiple(int n, double coefficient) => new(n, n, coefficient, null, []);

    /// <summary>A known number.</summary>
    public static Term Number(double value) => Multiple(1, value);

    /// <summary>Whether this is the zero matrix whatever the variables are.</summary>
    public bool IsZero => Coefficient == 0;

    /// <summary>Whether this is a multiple of the identity, or the zero matrix.</summary>
    public bool IsMultiple => Factors.IsEmpty;

    /// <summary>Whether this is 1 × 1.</summary>
    public bool IsScalar => Rows == 1 && Columns == 1;

    /// <summary>Whether this is diagonal as far as is known when compiled.</summary>
    public bool IsDiagonal => IsZero ? Rows == Columns : Factors.All(factor => factor.IsDiagonal);

    /// <summary>Whether no variable occurs.</summary>
    public bool IsConstant => IsZero || (Scalar is null && Factors.All(factor => factor.Node.IsConstant));

    /// <summary>c s alone.</summary>
    public Term Scalars => this with { Rows = 1, Columns = 1, Factors = [] };

    /// <summary>The transpose.</summary>
    public Term Transpose() => new(Columns, Rows, Coefficient, Scalar, [.. Factors.Reverse().Select(factor => factor.Transpose())]);
}
