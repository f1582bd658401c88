using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>The vector of ones, n × 1, of a size other than 1.</summary>
public sealed class OnesVector : Expr
{
    internal OnesVector(Size size)
        : base(new(size, Size.One), HashOf(nameof(OnesVector), [size]))
    {
    }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => true;
}

/// <summary>The vector of a size with a 1 at one position and 0 elsewhere. It has no value at sizes below its position.</summary>
public sealed class UnitVector : Expr
{
    internal UnitVector(Size size, int position)
        : base(new(size, Size.One), HashOf(nameof(UnitVector), [size, position])) => Position = position;

    /// <summary>Where the 1 is, from 1.</summary>
    public int Position { get; }

    /// <inheritdoc/>
    public override ImmutableArray<Expr> Children => [];

    internal override bool SameNode(Expr other) => other is UnitVector unit && unit.Position == Position;
}
