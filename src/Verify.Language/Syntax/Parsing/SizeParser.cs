using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>Parses sizes, which are sums of dimensions, of products of dimensions, and of integers, and shapes.</summary>
internal sealed class SizeParser(TokenCursor cursor)
{
    private const int MostFactors = 8;

    /// <summary>Whether the sign between rows and columns comes next: × or the letter x.</summary>
    public bool AtSeparator => cursor.Current.Is("×") || IsLetterX(cursor.Current);

    /// <summary><c>scalar</c>, <c>d</c> or <c>N × d</c>.</summary>
    public ShapeSyntax Shape()
    {
        var first = cursor.Current;
        if (cursor.TryTake("scalar"))
        {
            return new ScalarShapeSyntax(first.Span);
        }

        var rows = Size();
        if (!AtSeparator)
        {
            return new VectorShapeSyntax(rows, rows.Span);
        }

        cursor.Take();
        var columns = Size();
        return !AtSeparator ? new MatrixShapeSyntax(rows, columns, cursor.From(first))
            : throw new ParseFailure(cursor.Current.Span, "a shape has two sizes at most");
    }

    /// <summary>A size in a shape, where the letter x separates rows from columns.</summary>
    public SizeSyntax Size() => Sum(token => token.Kind == TokenKind.Name && !IsLetterX(token), mayMultiply: true);

    /// <summary>A size that stands alone, where x is a name like any other.</summary>
    public SizeSyntax Bound() => Sum(token => token.Kind == TokenKind.Name, mayMultiply: false);

    private SizeSyntax Sum(Func<Token, bool> isDimension, bool mayMultiply)
    {
        var first = cursor.Current;
        var terms = ImmutableArray.CreateBuilder<SizeTermSyntax>();
        do
        {
            terms.AddRange(Product(isDimension, mayMultiply));
        }
        while (cursor.TryTake("+"));

        if (cursor.Current.Is("-") || cursor.Current.Is("*") || cursor.Current.Is("/") || cursor.Current.Is("^"))
        {
            throw new ParseFailure(cursor.Current.Span, mayMultiply
                ? "a size is a sum of dimensions, their products and integers, such as d + 1 or d * N"
                : "a size is a sum of dimensions and integers, such as d + 1");
        }

        return new(new(terms.ToImmutable()), cursor.From(first));
    }

    // (d + 1) * (N + 1) is written out as d * N + d + N + 1.
    private IReadOnlyList<SizeTermSyntax> Product(Func<Token, bool> isDimension, bool mayMultiply)
    {
        var first = cursor.Current;
        var terms = Factor(isDimension, mayMultiply);
        while (mayMultiply && cursor.TryTake("*"))
        {
            var factor = Factor(isDimension, mayMultiply);
            terms = terms.Count * factor.Count <= Limits.Size ? [.. terms.SelectMany(a => factor.Select(b => Times(a, b, first)))]
                : throw new ParseFailure(cursor.From(first), $"a size of more than {Limits.Size} terms");
        }

        return terms;
    }

    private IReadOnlyList<SizeTermSyntax> Factor(Func<Token, bool> isDimension, bool mayMultiply)
    {
        if (!cursor.TryTake("("))
        {
            return [Term(isDimension)];
        }

        var inner = Sum(isDimension, mayMultiply);
        cursor.Expect(")", "after the size, or '+'");
        return [.. inner.Terms];
    }

    private SizeTermSyntax Times(SizeTermSyntax a, SizeTermSyntax b, Token first)
    {
        var multiple = (long)a.Multiple * b.Multiple;
        List<NameSyntax> names = [.. a.Dimensions, .. b.Dimensions];
        return multiple > Limits.Size || names.Count > MostFactors ? throw new ParseFailure(cursor.From(first), "this size is too large")
            : new((int)multiple, names.FirstOrDefault(), cursor.From(first)) { Further = [.. names.Skip(1)] };
    }

    private SizeTermSyntax Term(Func<Token, bool> isDimension)
    {
        var first = cursor.Current;
        if (first.Kind == TokenKind.Name)
        {
            cursor.Take();
            return new(1, new(first.Text, first.Span), first.Span);
        }

        if (first.Kind != TokenKind.Number)
        {
            throw cursor.Unexpected("a size, such as d, 2 or d + 1");
        }

        if (!first.Value.IsInteger || first.Value > Limits.Size)
        {
            throw new ParseFailure(first.Span, $"a size is a sum of dimensions and integers up to {Limits.Size}");
        }

        cursor.Take();
        var multiple = (int)first.Value.Numerator;
        var next = cursor.Current;
        if (next.Span.Start == first.Span.End && next.Text is ['x', >= '0' and <= '9', ..])
        {
            throw new ParseFailure(first.Span.To(next.Span), $"write the sizes with spaces: {multiple} x {next.Text[1..]}");
        }

        if (!isDimension(next))
        {
            return new(multiple, null, first.Span);
        }

        cursor.Take();
        return new(multiple, new(next.Text, next.Span), cursor.From(first));
    }

    private static bool IsLetterX(Token token) => token is { Kind: TokenKind.Name, Text: "x" };
}
