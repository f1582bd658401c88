namespace Verify.Language.Elaboration;

/// <summary>Rows and columns in which unknowns may occur.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="IsMatrix">Whether the shape is that of an identity, which in a product is a matrix whatever its size.</param>
internal sealed record OpenShape(OpenSize Rows, OpenSize Columns, bool IsMatrix = false)
{
    /// <summary>1 × 1.</summary>
    public static OpenShape Scalar { get; } = Of(Shape.Scalar);

    /// <summary>The shape where both sizes are found; otherwise null.</summary>
    public Shape? Found => Rows.Found is { } rows && Columns.Found is { } columns ? new(rows, columns) : null;

    /// <summary>columns × rows.</summary>
    public OpenShape Transposed => new(Columns, Rows, IsMatrix);

    /// <summary>A known shape.</summary>
    public static OpenShape Of(Shape shape) => new(shape.Rows, shape.Columns);

    /// <summary>A shape of which nothing is known.</summary>
    public static OpenShape Unknown() => new(OpenSize.Unknown(), OpenSize.Unknown());

    /// <summary>Whether this is 1 × 1 (true), is not (false), or may still become either (null). An identity counts as a matrix.</summary>
    public bool? IsScalar => IsMatrix || Rows.IsNotOne || Columns.IsNotOne ? false
        : Rows.Found is { IsOne: true } && Columns.Found is { IsOne: true } ? true
        : null;

    /// <summary>Makes both shapes one as far as that can be done: true when they are one, false when they never are, null when more must be known.</summary>
    public static bool? Unify(OpenShape a, OpenShape b)
    {
        var rows = OpenSize.Unify(a.Rows, b.Rows);
        var columns = rows == false ? false : OpenSize.Unify(a.Columns, b.Columns);
        return rows == false || columns == false ? false : rows == true && columns == true ? true : null;
    }

    /// <summary><c>N × d</c>, <c>? × ?</c>, or <c>scalar</c>.</summary>
    public override string ToString() => Found is { } shape ? shape.ToString() : $"{Part(Rows)} × {Part(Columns)}";

    private static string Part(OpenSize size) => size.Found is { IsConstant: true } || size.ToString().IndexOf(' ') < 0 ? size.ToString() : $"({size})";
}
