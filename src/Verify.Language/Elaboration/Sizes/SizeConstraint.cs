namespace Verify.Language.Elaboration;

/// <summary>What a place of an expression demands of shapes.</summary>
internal abstract class SizeConstraint(Location at)
{
    /// <summary>The place to point at when the demand cannot be met.</summary>
    public Location At { get; } = at;

    /// <summary>What to say then; both shapes are named.</summary>
    public abstract string Failure { get; }

    /// <summary>Works with what is known: true when met for good, false when it cannot be met, null when more must be known.</summary>
    public abstract bool? Advance();

    /// <summary>Takes the likeliest reading when nothing more can be learnt from the rest; false when there is none to take.</summary>
    public virtual bool Guess() => false;
}

/// <summary>Two shapes are one.</summary>
internal sealed class SameShape(OpenShape a, OpenShape b, Location at, Func<string> failure) : SizeConstraint(at)
{
    /// <inheritdoc/>
    public override string Failure => failure();

    /// <inheritdoc/>
    public override bool? Advance() => OpenShape.Unify(a, b);
}

/// <summary>A product: of matrices where neither factor is a scalar, scaling where one is.</summary>
internal sealed class ProductShape(OpenShape left, OpenShape right, OpenShape result, Location at) : SizeConstraint(at)
{
    private bool _guessed;

    /// <inheritdoc/>
    public override string Failure => $"no product of {left} and {right}: the columns of the left factor are not the rows of the right one";

    /// <inheritdoc/>
    public override bool? Advance() => (left.IsScalar, right.IsScalar) switch
    {
        (true, _) => OpenShape.Unify(right, result),
        (_, true) => OpenShape.Unify(left, result),
        (false, false) => OfMatrices(),
        _ => null,
    };

    /// <summary>A factor 0 of open size is the number 0, unless only a matrix gives the result its shape.</summary>
    public override bool Guess()
    {
        if (_guessed)
        {
            return false;
        }

        _guessed = true;
        var (open, other) = left.IsScalar is null ? (left, right) : (right, left);
        if (other.IsScalar == false && result.Found is { } found && other.Found is { } factor && !found.Equals(factor))
        {
            return OfMatrices() == true;
        }

        return OpenShape.Unify(open, OpenShape.Scalar) == true;
    }

    private bool? OfMatrices()
    {
        var inner = OpenSize.Unify(left.Columns, right.Rows);
        return inner == false ? false
            : OpenShape.Unify(new(left.Rows, right.Columns), result) is var outer && inner == true ? outer
            : outer == false ? false : null;
    }
}

/// <summary>The shape of an expression in which dimensions are replaced.</summary>
internal sealed class ReplacedShape(OpenShape before, Substitution dimensions, OpenShape after, Location at) : SizeConstraint(at)
{
    /// <inheritdoc/>
    public override string Failure => $"after the substitution of dimensions this is {dimensions.In(before.Found!)}, not {after}";

    /// <inheritdoc/>
    public override bool? Advance() => before.Found is { } shape ? OpenShape.Unify(OpenShape.Of(dimensions.In(shape)), after) : null;
}

/// <summary>A size is the product of two sizes, as of a Kronecker product. The one factor follows from the product and the other one where that divides it term by term.</summary>
internal sealed class ProductSize(OpenSize a, OpenSize b, OpenSize product, Location at) : SizeConstraint(at)
{
    /// <inheritdoc/>
    public override string Failure => $"this has size ({a}) * ({b}), where {product} is needed";

    /// <inheritdoc/>
    public override bool? Advance() => (a.Found, b.Found, product.Found) switch
    {
        ({ } left, { } right, _) => OpenSize.Unify(left * right, product),
        ({ } left, null, { } whole) when whole.DividedBy(left) is { } right => OpenSize.Unify(b, right),
        (null, { } right, { } whole) when whole.DividedBy(right) is { } left => OpenSize.Unify(a, left),
        _ => null,
    };
}
