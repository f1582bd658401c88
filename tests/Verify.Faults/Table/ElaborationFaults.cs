using System.Collections.Immutable;

namespace Verify.Faults.Table;

/// <summary>Faults between the text and the core statement, and in the rational number: what all routes share, and so where a blind spot could lie.</summary>
internal static class ElaborationFaults
{
    private const string Blocks = "Verify.Language/Blocks";
    private const string Terms = "Verify.Language/Elaboration/Terms";
    private const string Statement = "Verify.Language/Statement";
    private const string Numbers = "Verify.Language/Numbers";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("size inference", "a size as a number loses its constant: d + 1 is d", $"{Statement}/Factories.cs",
            "Add(size.Constant == 0 ? terms : [.. terms, Of(size.Constant)])", "Add(terms)",
            "language/substitution: substitution of a dimension: by a sum"),
        new("size inference", "a multiple of a dimension as a number is the dimension: 2 M is M", $"{Statement}/Factories.cs",
            "term.Value == 1 ? OfProduct(term.Key) : Times(Of(term.Value), OfProduct(term.Key))", "OfProduct(term.Key)",
            "language/substitution: substitution of a dimension: by a multiple"),
        new("size inference", "a matrix of d + 1 rows has d of them in coordinates and in draws", $"{Statement}/Size.cs",
            "_terms.Aggregate(Constant, (sum, term) =>", "_terms.Aggregate(IsConstant ? Constant : 0, (sum, term) =>",
            "language/dimensions: size that is a sum: identity"),
        new("size inference", "the bound of a dimension is one too low: dim k >= 2 is k >= 1", "Verify.Language/Elaboration/Declarations/DeclarationReader.cs",
            "var bound = syntax.LowerBound is null ? null : Sizes.Read(syntax.LowerBound);", "var bound = syntax.LowerBound is null ? null : Sizes.Read(syntax.LowerBound) is { } read ? read - 1 : null;",
            "language/dimensions: dim bounded by a dimension: the difference"),
        new("block splitting", "the transpose of a square block is the block", $"{Blocks}/BlockGrid.cs",
            "SymbolValue symbol when symbol.Symbol.Is(MatrixAttributes.Symmetric) => block", "SymbolValue when block.Shape.IsSquare => block",
            "counterexamples/block-matrices: transpose of places alone"),
        new("block splitting", "the inverse of a block matrix forgets the minus of its upper right corner", $"{Blocks}/BlockInverse.cs",
            "Plus(pivot, right.Times(c).Times(pivot)), Negated(right)", "Plus(pivot, right.Times(c).Times(pivot)), right",
            "counterexamples/block-matrices: inverse, sign of a corner"),
        new("block splitting", "the Schur complement lacks its pivot", $"{Blocks}/BlockInverse.cs",
            "Minus(d, c.Times(pivot).Times(b))", "Minus(d, c.Times(b))",
            "counterexamples/block-matrices: inverse, no pivot"),
        new("block splitting", "the later part of a Gaussian vector keeps its whole covariance beside its regression on the earlier part", $"{Blocks}/SymbolBlocks.cs",
            "[covariance[j, j], Negated(transposed.Times(between).Only)]", "[covariance[j, j]]",
            "counterexamples/block-matrices: variance, the first part twice"),
        new("block splitting", "the later part of a Gaussian vector keeps its whole mean beside its regression on the earlier part", $"{Blocks}/SymbolBlocks.cs",
            "[mean[j, 0], Negated(transposed.Times(mean.Part(..j, ..)).Only)]", "[mean[j, 0]]",
            "counterexamples/block-matrices: mean, the first part again"),
        new("block splitting", "the norm of a block matrix is that of its first row of blocks", $"{Blocks}/BlockWriter.cs",
            "BlockGrid.Sum(NonZero(grid).Select", "BlockGrid.Sum(NonZero(grid).Take(grid.Cuts.Columns.Count).Select",
            "counterexamples/block-matrices: norm, of the first row"),
        new("block splitting", "the determinant of a block matrix is the product of the determinants on its diagonal", $"{Blocks}/BlockDeterminant.cs",
            "if (IsZero(b) || IsZero(c))", "if (true)",
            "counterexamples/block-matrices: determinant, no Schur complement"),
        new("block splitting", "the trace of a block matrix leaves out its last block", $"{Blocks}/BlockWriter.cs",
            "Enumerable.Range(0, grid.Rows.Length).Select(i => grid[i, i]).Where", "Enumerable.Range(0, Math.Max(1, grid.Rows.Length - 1)).Select(i => grid[i, i]).Where",
            "counterexamples/block-matrices: trace, first corner alone"),

        new("substitution", "a gradient keeps its place: grad(L; a)[a := 0] is grad(L; a)", $"{Statement}/Substitution.cs",
            "var at = In(gradient.At);", "var at = In(gradient.At) is var put && put.Shape.Equals(gradient.At.Shape) ? gradient.At : put;",
            "language/substitution: substitution after a gradient"),
        new("substitution", "the laws of what an expectation binds are not reached", $"{Statement}/Substitution.cs",
            "bound.Law is { } law ? In(law) : null", "bound.Law is { } law ? shape.Equals(bound.Shape) ? law : In(law) : null",
            "language/substitution: substitution of a law's covariance"),
        new("substitution", "the target of a limit is not reached", $"{Statement}/Substitution.cs",
            "limit.Approach.Target is { } old ? In(old) : null", "limit.Approach.Target",
            "language/substitution: substitution: in the target of a limit"),

        new("binding", "what a conditional expectation holds fixed is averaged all the same", $"{Terms}/Binding.cs",
            "symbol.Law is { } law && !held.Contains(symbol) && averaged.Add(symbol)", "symbol.Law is { } law && averaged.Add(symbol)",
            "language/expectations: conditional expectation: given q"),
        new("binding", "an expectation does not average over what only a law mentions", $"{Terms}/Binding.cs",
            "open.Push(mentioned);", "_ = mentioned;",
            "gaussian/general-laws: Wishart of a random Φ"),
        new("binding", "the law of a copy still mentions the originals", $"{Terms}/Binding.cs",
            "symbol.Range, new Substitution(fresh).In(symbol.Law!)", "symbol.Range, symbol.Law",
            "gaussian/general-laws: Wishart of a random Φ"),

        new("reading", "minus before a product reaches both of its factors", $"{Terms}/ArithmeticReading.cs",
            "Expr.Times(Negated(product.Left), product.Right)", "Expr.Times(Negated(product.Left), Negated(product.Right))",
            "calculus/gradients-that-systems-get-wrong: quotient of traces"),
        new("reading", "a rational exponent in parentheses loses its minus", "Verify.Language/Syntax/Parsing/ExpressionParser.Powers.cs",
            "new(negative ? -value : value, cursor.From(first))", "new(value, cursor.From(first))",
            "language/operators: rational power of a matrix: negative"),
        new("reading", "a superscript other than 2 is read as 2", "Verify.Language/Syntax/Parsing/ExpressionParser.Powers.cs",
            "sign.Kind == TokenKind.Superscript ? new(sign.Value, sign.Span)", "sign.Kind == TokenKind.Superscript ? new(2, sign.Span)",
            "language/spellings: superscripts"),

        new("rational", "a sum keeps a factor in its denominator that it shares with the numerator", $"{Numbers}/Rational.Arithmetic.cs",
            "(Int128)(n / common) * (m / shared)", "(Int128)(n / common) * m",
            "language/operators: inverse: of a product"),
        new("rational", "numbers are compared by their numerators", $"{Numbers}/Rational.cs",
            "((Int128)_numerator * other.SmallDenominator).CompareTo((Int128)other._numerator * SmallDenominator)", "_numerator.CompareTo(other._numerator)",
            "counterexamples/conditions-and-orders: a half by a third"),
        new("rational", "a result beyond a word wraps round", $"{Numbers}/Rational.Arithmetic.cs",
            ": new((BigInteger)numerator, (BigInteger)denominator);", ": new(unchecked((long)numerator), Math.Max(1, unchecked((long)denominator)));",
            "language/operators: times: of numbers beyond a word"),
        new("rational", "a negative power is not inverted", $"{Numbers}/Rational.Arithmetic.cs",
            "new(BigInteger.Pow(Denominator, checked(-exponent)), BigInteger.Pow(Numerator, -exponent))", "new(BigInteger.Pow(Numerator, checked(-exponent)), BigInteger.Pow(Denominator, -exponent))",
            "language/operators: rational power of a scalar"),
        new("rational", "the absolute value of a number below 1 is not taken", $"{Numbers}/Rational.Arithmetic.cs",
            "Sign < 0 ? -this : this", "Sign < 0 && this < -1 ? -this : this",
            "counterexamples/conditions-and-orders: norm of a difference"),
    ];
}
