namespace Verify.Language.Syntax;

/// <summary>Parses the statements that declare names, with their sizes; laws are parsed by <see cref="LawParser"/>.</summary>
internal sealed class DeclarationParser(TokenCursor cursor, ExpressionParser expressions)
{
    private static readonly Dictionary<string, MatrixAttributes> Attributes = new()
    {
        ["sym"] = MatrixAttributes.Symmetric,
        ["psd"] = MatrixAttributes.PositiveSemidefinite,
        ["spd"] = MatrixAttributes.PositiveDefinite,
        ["diag"] = MatrixAttributes.Diagonal,
        ["orthogonal"] = MatrixAttributes.Orthogonal,
    };

    private readonly SizeParser _sizes = new(cursor);

    /// <summary><c>dim d, N &gt;= d + 2</c>.</summary>
    public DimensionsSyntax Dimensions()
    {
        var first = cursor.Take();
        var dimensions = cursor.List(Dimension);
        return new(dimensions, cursor.From(first));
    }

    /// <summary><c>scalar c, σ &gt; 0</c>.</summary>
    public ScalarsSyntax Scalars()
    {
        var first = cursor.Take();
        var scalars = cursor.List(Scalar);
        return new(scalars, cursor.From(first));
    }

    /// <summary><c>matrix A : d × d, spd</c>.</summary>
    public MatricesSyntax Matrices()
    {
        var first = cursor.Take();
        var names = NamesAndColon("a matrix");
        var shape = _sizes.Shape();
        if (shape is ScalarShapeSyntax)
        {
            throw new ParseFailure(shape.Span, $"a matrix has sizes, such as d × d: declare 'scalar {names[0].Name}' instead");
        }

        var attributes = AttributeList();
        return new(names, shape, attributes, cursor.From(first));
    }

    /// <summary><c>vector v, w : d</c>.</summary>
    public VectorsSyntax Vectors()
    {
        var first = cursor.Take();
        var names = NamesAndColon("a vector");
        var size = _sizes.Size();
        if (_sizes.AtSeparator || cursor.Current.Is(","))
        {
            throw new ParseFailure(cursor.Current.Span, "a vector has one size and no attributes");
        }

        return new(names, size, cursor.From(first));
    }

    /// <summary><c>index i, j : d</c>.</summary>
    public IndicesSyntax Indices()
    {
        var first = cursor.Take();
        var names = NamesAndColon("an index");
        var size = _sizes.Size();
        return new(names, size, cursor.From(first));
    }

    /// <summary><c>param U : d × d</c>.</summary>
    public ParametersSyntax Parameters()
    {
        var first = cursor.Take();
        var names = NamesAndColon("a parameter");
        var shape = _sizes.Shape();
        return !cursor.Current.Is(",") ? new(names, shape, cursor.From(first))
            : throw new ParseFailure(cursor.Current.Span, "a parameter takes no attributes: gradients and minima range over all its values");
    }

    /// <summary><c>random X : N × d ~ normal(rows: Λ)</c>.</summary>
    public RandomsSyntax Randoms()
    {
        var first = cursor.Take();
        var names = NamesAndColon("a random symbol");
        var shape = _sizes.Shape();
        var attributes = AttributeList();
        cursor.Expect("~", $"and {LawParser.Laws}");
        var law = new LawParser(cursor, expressions).Law();
        return new(names, shape, attributes, law, cursor.From(first));
    }

    private SyntaxList<NameSyntax> NamesAndColon(string what)
    {
        var names = cursor.ExpectNames($"the name of {what}");
        cursor.Expect(":", "and a shape, such as d × d");
        return names;
    }

    private DimensionSyntax Dimension()
    {
        var name = cursor.ExpectName("the name of a dimension");
        if (cursor.TryTake(">="))
        {
            var bound = _sizes.Bound();
            return new(name, bound, name.Span.To(bound.Span));
        }

        return !Relations.IsAt(cursor) ? new(name, null, name.Span)
            : throw new ParseFailure(cursor.Current.Span, $"a dimension is bounded from below with >=, as in {name.Name} >= 2");
    }

    private ScalarSyntax Scalar()
    {
        var name = cursor.ExpectName("the name of a scalar");
        if (!Relations.IsAt(cursor))
        {
            return cursor.Current.Is(":") ? throw new ParseFailure(cursor.Current.Span, "a scalar has no shape: write 'scalar c', or 'scalar c > 0'")
                : new(name, null, name.Span);
        }

        var sign = cursor.Take();
        var relation = Relations.Of(sign);
        if (relation is Relation.Equal or Relation.NotEqual)
        {
            throw new ParseFailure(sign.Span, $"a scalar is bounded with <, <=, > or >=; define one with 'let {name.Name} = …'");
        }

        var value = expressions.Parse();
        return new(name, new(relation, value, cursor.From(sign)), name.Span.To(value.Span));
    }

    private SyntaxList<AttributeSyntax> AttributeList()
    {
        if (!cursor.TryTake(","))
        {
            return [];
        }

        return cursor.List(() =>
        {
            var token = cursor.Current;
            if (token.Kind is not (TokenKind.Name or TokenKind.Reserved) || !Attributes.TryGetValue(token.Text, out var attribute))
            {
                throw cursor.Unexpected("an attribute: sym, psd, spd, diag or orthogonal");
            }

            cursor.Take();
            return new AttributeSyntax(attribute, token.Span);
        });
    }
}
