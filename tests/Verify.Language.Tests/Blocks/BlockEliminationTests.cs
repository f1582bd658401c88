using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Blocks;
using Verify.Testing;

namespace Verify.Language.Tests.Blocks;

public sealed class BlockEliminationTests
{
    private const CoreParts Parts = CoreParts.Blocks | CoreParts.Entries | CoreParts.Gradients;

    [Fact]
    public void WithoutBlocksTheValueIsTheSame() =>
        Prop.ForAll(CoreGenerators.Expressions(Shape.Scalar, Parts), expression => Agrees(expression, 2, 3)).Holds(300);

    [Fact]
    public void WithoutBlocksAMatrixIsTheSame() =>
        Prop.ForAll(CoreGenerators.Expressions(new(SampleSymbols.N, SampleSymbols.D), Parts), expression => Agrees(expression, 2, 3)).Holds(200);

    [Fact]
    public void AGradientByAnUnsplitMatrixIsTheGridOfGradientsByItsBlocks()
    {
        var bound = new Symbol("W", SampleSymbols.W.Shape, SymbolRole.Parameter);
        var vector = Expr.Blocks([[Expr.Of(SampleSymbols.V)], [Expr.Of(SampleSymbols.Scalar)]]);
        var form = Expr.Times(Expr.TransposeOf(vector), Expr.Times(Expr.Of(bound), vector));
        var gradient = Expr.GradientOf(Expr.Times(form, form), bound, Expr.Of(SampleSymbols.W));
        var result = Assert.IsType<BlockMatrix>(BlockElimination.Of(gradient).Value);
        Assert.Equal(4, result.Children.Length);
        Assert.All(result.Children, block => Assert.IsType<Gradient>(block));
        Assert.True(Agrees(gradient, 2, 3));
    }

    [Fact]
    public void AnInverseGoesByTheSchurComplementOfAnInvertibleCorner()
    {
        var block = Expr.Blocks([[Expr.Of(SampleSymbols.Λ), Expr.Of(SampleSymbols.V)], [Expr.TransposeOf(Expr.Of(SampleSymbols.V)), Expr.Of(SampleSymbols.Scalar)]]);
        Assert.True(Agrees(Expr.Pow(block, -1), 2, 3));
        Assert.True(Agrees(Expr.Pow(block, -2), 3, 2));
    }

    [Fact]
    public void AnInverseOfWhichNothingIsKnownIsNotTreated()
    {
        var block = Expr.Blocks([[Expr.Of(SampleSymbols.A), Expr.Of(SampleSymbols.V)], [Expr.TransposeOf(Expr.Of(SampleSymbols.V)), Expr.Of(SampleSymbols.Scalar)]]);
        Assert.Contains("inverse of a block matrix", BlockElimination.Of(Expr.TraceOf(Expr.Pow(block, -1))).NotTreated);
    }

    [Fact]
    public void WithoutBlocksAnExpressionIsItself()
    {
        var e = Expr.TraceOf(Expr.Times(Expr.Of(SampleSymbols.W), Expr.Of(SampleSymbols.S)));
        Assert.Same(e, BlockElimination.Of(e).Value);
    }

    // Blocks of a symbol carry its name and their place, W₂₁, so that their values are cut out of its value.
    private static bool Agrees(Expr expression, int d, int n)
    {
        if (BlockElimination.Of(expression) is not { Value: { } without })
        {
            return false;
        }

        int SizeOf(Dimension dimension) => dimension == SampleSymbols.D ? d : n;
        double[,] ValueOf(Symbol symbol)
        {
            var whole = SampleSymbols.All.FirstOrDefault(declared => declared == symbol) ?? SampleSymbols.All.First(declared => symbol.Name.StartsWith(declared.Name, StringComparison.Ordinal));
            var draw = new SeededDraw((ulong)(whole.Name[0] + (100 * d) + n));
            var (rows, columns) = (whole.Shape.Rows.Evaluate(SizeOf), whole.Shape.Columns.Evaluate(SizeOf));
            var value = PlainValue.Build(rows, columns, (_, _) => draw.Symmetric());
            value = whole.Attributes == MatrixAttributes.None ? value
                : PlainValue.Build(rows, columns, (i, j) => value[Math.Min(i, j), Math.Max(i, j)] + (i == j ? rows + 1 : 0));
            var index = symbol.Name[whole.Name.Length..];
            var (top, left) = index.Length == 0 ? (0, 0) : (index[0] == '₂' ? d : 0, index.Length > 1 && index[1] == '₂' ? d : 0);
            return PlainValue.Build(symbol.Shape.Rows.Evaluate(SizeOf), symbol.Shape.Columns.Evaluate(SizeOf), (i, j) => value[top + i, left + j]);
        }

        var plain = new PlainValue(SizeOf, ValueOf);
        var (a, b) = (plain.Of(expression), plain.Of(without));
        var scale = 1 + a.Cast<double>().Max(Math.Abs);
        return a.Cast<double>().Zip(b.Cast<double>()).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-5 * scale) && !HasBlocksInside(without);
    }

    private static bool HasBlocksInside(Expr expression) => expression.Children.Any(child => child is BlockMatrix || HasBlocksInside(child));

    /// <summary>Each doubling is a line of a file: twelve are a short file, and 2^12 blocks a side.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(12, false)]
    public void MorePartsThanTheLimitAreNotTreated(int doublings, bool isTreated)
    {
        Expr blocks = Expr.Of(SampleSymbols.Λ);
        for (var i = 0; i < doublings; i++)
        {
            blocks = Expr.Blocks([[blocks, blocks], [blocks, blocks]]);
        }

        Assert.Equal(isTreated, BlockElimination.Of(Expr.TraceOf(blocks)).NotTreated is null);
    }
}
