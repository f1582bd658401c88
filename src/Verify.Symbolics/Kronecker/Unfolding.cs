using Verify.Language;

namespace Verify.Symbolics.Kronecker;

/// <summary>How a size is a product: a vector of size rows * columns is vec of a matrix of that shape.</summary>
internal sealed record Unfolding(Size Rows, Size Columns)
{
    /// <summary>The size 1, of scalars.</summary>
    public static Unfolding Scalar { get; } = new(Size.One, Size.One);

    /// <summary>The shape of the matrix.</summary>
    public Shape Shape => new(Rows, Columns);

    /// <summary>The matrix of a shape, unfolded.</summary>
    public static Unfolding Of(Shape shape) => new(shape.Rows, shape.Columns);
}
