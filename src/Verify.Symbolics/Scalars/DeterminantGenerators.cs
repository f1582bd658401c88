using Verify.Language;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Scalars;

/// <summary>The determinant of a matrix form that does not come apart, opaque.</summary>
internal sealed class DeterminantGenerator(Form argument) : Generator
{
    /// <summary>The matrix.</summary>
    public Form Argument { get; } = argument;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = argument.Leaves;

    /// <summary>Positive where the matrix is positive definite, and not negative where it is positive semidefinite.</summary>
    public override Sign Sign { get; } = argument is { Count: 1 } && argument.CoefficientAt(0).IsOne && argument.WordAt(0).Length > 0
        ? Signs.AttributesOf(argument.WordAt(0)) switch
        {
            var own when (own & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite => Sign.Positive,
            var own when (own & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite => Sign.Nonnegative,
            _ => Sign.Unknown,
        }
        : Sign.Unknown;

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is DeterminantGenerator d && d.Argument.SameAs(Argument);

    /// <inheritdoc/>
    public override int GetHashCode() => Argument.Shape.GetHashCode() ^ 0x6666;
}

/// <summary>c^d, the determinant of c I, for a scalar c that is no product and a dimension d (or a product of dimensions).</summary>
internal sealed class DimensionPowerGenerator(Scalar @base, Dimension exponent) : Generator
{
    /// <summary>c.</summary>
    public Scalar Base { get; } = @base;

    /// <summary>d.</summary>
    public Dimension Exponent { get; } = exponent;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = @base.Leaves.Union(Leaves.OfSize(exponent));

    /// <inheritdoc/>
    public override Sign Sign { get; } = Signs.Of(@base);

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is DimensionPowerGenerator p && p.Exponent == Exponent && p.Base.SameAs(Base);

    /// <inheritdoc/>
    public override int GetHashCode() => Exponent.GetHashCode() ^ 0x7777;
}
