namespace Verify.Language;

/// <summary>rows × columns. A 1 × 1 shape is a scalar; a d × 1 shape a vector.</summary>
public sealed record Shape(Size Rows, Size Columns)
{
    /// <summary>1 × 1.</summary>
    public static Shape Scalar { get; } = new(Size.One, Size.One);

    /// <summary>Whether both sizes are exactly 1.</summary>
    public bool IsScalar => Rows.IsOne && Columns.IsOne;

    /// <summary>Whether rows and columns are the same size.</summary>
    public bool IsSquare => Rows.Equals(Columns);

    /// <summary>columns × rows.</summary>
    public Shape Transposed => new(Columns, Rows);

    /// <summary><c>N × d</c>, sums in parentheses; <c>scalar</c> for 1 × 1.</summary>
    public override string ToString() => IsScalar ? "scalar" : $"{Part(Rows)} × {Part(Columns)}";

    private static string Part(Size size) => size.IsConstant || size.AsDimension is not null ? size.ToString() : $"({size})";
}
