using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;

namespace Verify.Testing;

/// <summary>Random well-shaped core expressions over the symbols of <see cref="SampleSymbols"/>, with shrinking. A seed determines each.</summary>
public static class CoreGenerators
{
    /// <summary>Expressions of a shape; the size of the test bounds the depth. Blocks, expectations and gradients occur as the parts say.</summary>
    public static Arbitrary<Expr> Expressions(Shape shape, CoreParts parts = CoreParts.Algebra) => Arb.From(
        Gen.Sized(size => Gen.Choose(0, int.MaxValue).Select(seed => Of(shape, parts, 1 + Math.Min(size / 15, 5), (ulong)seed))),
        CoreShrinker.Shrink);

    /// <summary>The expression of a seed.</summary>
    public static Expr Of(Shape shape, CoreParts parts, int depth, ulong seed) => new CoreDraw(new SeededDraw(seed), parts).Of(shape, depth);
}

/// <summary>What may occur in a random expression beside sums, products, transposes, traces and integer powers.</summary>
[Flags]
public enum CoreParts
{
    /// <summary>Nothing.</summary>
    Algebra = 0,

    /// <summary>Entrywise products, diagonal parts, norms.</summary>
    Entries = 1,

    /// <summary>Block matrices of a d + 1 partition.</summary>
    Blocks = 2,

    /// <summary>Expectations over random symbols, some of them held.</summary>
    Expectations = 4,

    /// <summary>Gradients by parameters.</summary>
    Gradients = 8,

    /// <summary>Negative integer powers.</summary>
    Inverses = 16,

    /// <summary>Random symbols outside expectations.</summary>
    RandomSymbols = 32,
}

/// <summary>Draws one expression.</summary>
internal sealed class CoreDraw(SeededDraw draw, CoreParts parts)
{
    private static readonly ImmutableArray<Size> Sizes = [SampleSymbols.D, SampleSymbols.N, Size.One];

    /// <summary>An expression of the shape, at most so deep.</summary>
    public Expr Of(Shape shape, int depth)
    {
        if (depth <= 0)
        {
            return Leaf(shape);
        }

        return draw.Below(shape.IsScalar ? 12 : 9) switch
        {
            0 or 1 => Expr.Add(Enumerable.Range(0, 2 + draw.Below(2)).Select(_ => Signed(Of(shape, depth - 1)))),
            2 or 3 when Sizes[draw.Below(Sizes.Length)] is var inner => Expr.Times(Of(new(shape.Rows, inner), depth - 1), Of(new(inner, shape.Columns), depth - 1)),
            4 => Expr.Times(Of(Shape.Scalar, depth - 2), Of(shape, depth - 1)),
            5 => Expr.TransposeOf(Of(shape.Transposed, depth - 1)),
            6 when shape.IsSquare => Expr.Pow(Of(shape, depth - 1), 2 + draw.Below(2)),
            7 when parts.HasFlag(CoreParts.Entries) => shape.IsSquare && draw.Below(2) == 0
                ? Expr.DiagonalOf(Of(shape, depth - 1))
                : Expr.EntrywiseProduct(Of(shape, depth - 1), Of(shape, depth - 1)),
            8 when parts.HasFlag(CoreParts.Blocks) => ThroughBlocks(shape, depth),
            8 when parts.HasFlag(CoreParts.Inverses) && shape.IsSquare => Expr.Pow(shape.IsScalar || shape.Rows.AsDimension != SampleSymbols.D ? Expr.Identity(shape.Rows) : Expr.Of(SampleSymbols.Λ), -1),
            9 => Expr.TraceOf(Of(Square(), depth - 1)),
            10 when parts.HasFlag(CoreParts.Expectations) => Average(Of(shape, depth - 1)),
            10 when parts.HasFlag(CoreParts.Entries) => Expr.Pow(Expr.NormOf(Of(Square(), depth - 1)), 2),
            11 when parts.HasFlag(CoreParts.Gradients) => Expr.TraceOf(Gradient(depth)),
            _ => Leaf(shape),
        };
    }

    private Expr Signed(Expr value) => draw.Below(3) == 0 ? Expr.Negate(value) : value;

    private Shape Square() => Sizes[draw.Below(2)] is var size ? new(size, size) : Shape.Scalar;

    private Expr Leaf(Shape shape)
    {
        List<Expr> leaves = [.. SampleSymbols.All
            .Where(symbol => symbol.Law is null || (parts & (CoreParts.Expectations | CoreParts.RandomSymbols)) != 0)
            .Where(symbol => symbol.Shape.Equals(shape) || symbol.Shape.Transposed.Equals(shape))
            .Select(symbol => symbol.Shape.Equals(shape) ? Expr.Of(symbol) : Expr.TransposeOf(Expr.Of(symbol)))];
        leaves.AddRange(shape.IsScalar
            ? [Expr.Of(new Rational(draw.Below(9) - 4, 1 + draw.Below(3))), Expr.Of(SampleSymbols.D), Expr.Of(SampleSymbols.N)]
            : shape.IsSquare ? [Expr.Identity(shape.Rows)] : leaves.Count == 0 ? [Expr.Zero(shape)] : []);
        return leaves[draw.Below(leaves.Count)];
    }

    // [A, b; c', s] in a product, so that the result has the shape asked for: of vectors, or of the unsplit W.
    private Expr ThroughBlocks(Shape shape, int depth)
    {
        var left = Expr.Blocks([[Of(new(shape.Rows, SampleSymbols.D), depth - 2), Of(new(shape.Rows, Size.One), depth - 2)]]);
        var right = Expr.Blocks([[Of(new(SampleSymbols.D, shape.Columns), depth - 2)], [Of(new(Size.One, shape.Columns), depth - 2)]]);
        var unsplit = Expr.Of(draw.Below(2) == 0 ? SampleSymbols.W : SampleSymbols.S);
        return draw.Below(3) == 0 ? Expr.Times(left, right) : Expr.Times(left, Expr.Times(draw.Below(2) == 0 ? unsplit : Expr.TransposeOf(unsplit), right));
    }

    private Expr Average(Expr body)
    {
        var bound = new Dictionary<Symbol, Expr>();
        foreach (var symbol in SampleSymbols.All.Where(symbol => symbol.Law is not null && body.FreeSymbols.Contains(symbol) && draw.Below(4) > 0))
        {
            bound.Add(symbol, Expr.Of(new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, symbol.Law)));
        }

        return Expr.ExpectationOf(new Substitution(bound).In(body), [.. bound.Values.Select(value => ((SymbolValue)value).Symbol)]);
    }

    private Expr Gradient(int depth)
    {
        var parameter = SampleSymbols.U;
        var bound = new Symbol(parameter.Name, parameter.Shape, parameter.Role);
        return Expr.GradientOf(Substitution.Of(parameter, Expr.Of(bound)).In(Of(Shape.Scalar, depth - 1)), bound, Expr.Of(parameter));
    }
}
