using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads the declarations and definitions of one text into the scope. A faulty one still takes its name, so that its uses are not errors again.</summary>
internal sealed class DeclarationReader(Scope scope, ErrorList errors, SourceText source)
{
    /// <summary>Announces every name that the statements declare.</summary>
    public void Announce(IEnumerable<StatementSyntax> statements)
    {
        foreach (var name in statements.SelectMany(NamesDeclaredBy))
        {
            scope.Announce(name.Name, At(name));
        }
    }

    /// <summary>Reads a statement that declares or defines; false where it is of another kind.</summary>
    public bool TryRead(StatementSyntax statement)
    {
        switch (statement)
        {
            case DimensionsSyntax dimensions:
                dimensions.Dimensions.ToList().ForEach(ReadDimension);
                return true;
            case ScalarsSyntax scalars:
                scalars.Scalars.ToList().ForEach(ReadScalar);
                return true;
            case MatricesSyntax matrices:
                ReadSymbols(matrices.Names, ShapeOf(matrices.Shape), SymbolRole.Given, matrices.Attributes, null);
                return true;
            case VectorsSyntax vectors:
                ReadSymbols(vectors.Names, Sizes.Read(vectors.Size) is { } size ? new(size, Size.One) : null, SymbolRole.Given, [], null);
                return true;
            case IndicesSyntax indices:
                ReadIndices(indices);
                return true;
            case ParametersSyntax parameters:
                ReadSymbols(parameters.Names, ShapeOf(parameters.Shape), SymbolRole.Parameter, [], null);
                return true;
            case RandomsSyntax randoms:
                ReadRandoms(randoms);
                return true;
            case LetSyntax let:
                ReadDefinition(let);
                return true;
            case FunctionSyntax function:
                ReadFunction(function);
                return true;
            default:
                return false;
        }
    }

    private SizeReader Sizes => new(scope, errors, source);

    private static IEnumerable<NameSyntax> NamesDeclaredBy(StatementSyntax statement) => statement switch
    {
        DimensionsSyntax dimensions => dimensions.Dimensions.Select(dimension => dimension.Name),
        ScalarsSyntax scalars => scalars.Scalars.Select(scalar => scalar.Name),
        MatricesSyntax matrices => matrices.Names,
        VectorsSyntax vectors => vectors.Names,
        IndicesSyntax indices => indices.Names,
        ParametersSyntax parameters => parameters.Names,
        RandomsSyntax randoms => randoms.Names,
        LetSyntax let => [let.Name],
        FunctionSyntax function => [function.Name],
        _ => [],
    };

    private void ReadDimension(DimensionSyntax syntax)
    {
        var bound = syntax.LowerBound is null ? null : Sizes.Read(syntax.LowerBound);
        Declare(syntax.Name, syntax.LowerBound is not null && bound is null
            ? new DeclaredFaulty(At(syntax.Name))
            : new DeclaredDimension(new(syntax.Name.Name, bound is null ? [] : [bound]), At(syntax.Name)));
    }

    private void ReadScalar(ScalarSyntax syntax)
    {
        var range = syntax.Bound is null ? ScalarRange.Real : RangeOf(syntax.Bound);
        Declare(syntax.Name, range is null
            ? new DeclaredFaulty(At(syntax.Name))
            : new DeclaredSymbol(new(syntax.Name.Name, Shape.Scalar, SymbolRole.Given, range: range), At(syntax.Name)));
    }

    private ScalarRange? RangeOf(ScalarBoundSyntax bound)
    {
        var reader = new ExpressionReader(scope, errors, source);
        var term = reader.Read(bound.Value);
        if (!reader.Finish())
        {
            return null;
        }

        if (ConstantValue.Of(term.Make()) is not { } value)
        {
            reader.Report(bound.Value, "the bound of a scalar must be a number");
            return null;
        }

        return bound.Relation switch
        {
            Relation.Greater => new(value, LowerStrict: true),
            Relation.GreaterOrEqual => new(value),
            Relation.Less => new(Upper: value, UpperStrict: true),
            _ => new(Upper: value),
        };
    }

    private Shape? ShapeOf(ShapeSyntax syntax) => syntax switch
    {
        VectorShapeSyntax vector => Sizes.Read(vector.Size) is { } size ? new(size, Size.One) : null,
        MatrixShapeSyntax matrix => (Sizes.Read(matrix.Rows), Sizes.Read(matrix.Columns)) is ({ } rows, { } columns) ? new(rows, columns) : null,
        _ => Shape.Scalar,
    };

    private void ReadSymbols(SyntaxList<NameSyntax> names, Shape? shape, SymbolRole role, SyntaxList<AttributeSyntax> attributes, Law? law)
    {
        var all = shape is null ? null : AttributesOf(shape, attributes);
        foreach (var name in names)
        {
            Declare(name, shape is null || all is null
                ? new DeclaredFaulty(At(name))
                : new DeclaredSymbol(SymbolOf(name.Name, shape, role, all.Value, law), At(name)));
        }
    }

    private void ReadIndices(IndicesSyntax indices)
    {
        var size = Sizes.Read(indices.Size);
        if (size is { IsOne: true })
        {
            errors.Report(At(indices.Size), "an index up to 1 has one value: write 1 in its place");
            size = null;
        }

        foreach (var name in indices.Names)
        {
            Declare(name, size is null
                ? new DeclaredFaulty(At(name))
                : new DeclaredSymbol(new(name.Name, new(size, Size.One), SymbolRole.Given, MatrixAttributes.UnitVector), At(name)));
        }
    }

    // What spd and psd say of a 1 × 1 matrix is a range of values.
    private static Symbol SymbolOf(string name, Shape shape, SymbolRole role, MatrixAttributes attributes, Law? law)
    {
        var range = !shape.IsScalar ? ScalarRange.Real
            : (attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite ? new(Rational.Zero, LowerStrict: true)
            : (attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? new(Rational.Zero)
            : ScalarRange.Real;
        return new(name, shape, role, attributes, range, law);
    }

    private MatrixAttributes? AttributesOf(Shape shape, SyntaxList<AttributeSyntax> attributes)
    {
        if (attributes.Count > 0 && !shape.IsSquare)
        {
            errors.Report(At(attributes[0]), $"only a square matrix has attributes; this is {shape}");
            return null;
        }

        return attributes.Aggregate(MatrixAttributes.None, (all, next) => all | next.Attribute);
    }

    private void ReadRandoms(RandomsSyntax randoms)
    {
        var shape = ShapeOf(randoms.Shape);
        var attributes = randoms.Attributes.Aggregate(MatrixAttributes.None, (all, next) => all | next.Attribute);
        var law = shape is null ? null : new LawReader(scope, errors, source).Read(randoms.Law, shape, attributes);
        if (law is MomentLaw or LabelsLaw && randoms.Attributes.Count > 0)
        {
            errors.Report(At(randoms.Attributes[0]), "attributes stand with the law any, and with entries of a named law: the values of a law with moments have none of their own");
            law = null;
        }

        if (law is null)
        {
            randoms.Names.ToList().ForEach(name => Declare(name, new DeclaredFaulty(At(name))));
        }
        else
        {
            ReadSymbols(randoms.Names, shape, SymbolRole.Random, randoms.Attributes, law);
        }
    }

    private void ReadDefinition(LetSyntax let)
    {
        var reader = new ExpressionReader(scope, errors, source);
        var term = reader.Read(let.Body);
        if (reader.IsOpen(term))
        {
            Declare(let.Name, new DeclaredFunction([], let.Body, source, At(let.Name)));
            return;
        }

        var value = reader.Finish() ? term.Make() : null;
        if (value is not null && scope.Depths.Of(value) > ExpressionDepths.Limit)
        {
            errors.Report(At(let.Name), $"with its definitions put in, {let.Name.Name} has more than {ExpressionDepths.Limit} levels");
        }

        Declare(let.Name, value is null || reader.IsFaulty ? new DeclaredFaulty(At(let.Name)) : new DeclaredValue(value, At(let.Name)));
    }

    private void ReadFunction(FunctionSyntax function)
    {
        var before = errors.Count;
        foreach (var (argument, index) in function.Arguments.Select((argument, index) => (argument, index)))
        {
            if (function.Arguments.Take(index).Any(earlier => earlier.Name == argument.Name))
            {
                errors.Report(At(argument), $"{argument.Name} is named twice");
            }
            else if (scope.TryFind(argument.Name, out var declared))
            {
                errors.Report(At(argument), $"{argument.Name} is declared already, at line {declared.At.Place.Line}; an argument needs a name of its own");
            }
        }

        ImmutableHashSet<string> arguments = [.. function.Arguments.Select(argument => argument.Name)];
        var isLost = false;
        foreach (var name in NamesWithin.Of(function.Body).Where(name => !arguments.Contains(name.Name) && !scope.TryFind(name.Name, out _)))
        {
            if (scope.IsLost(name.Name) && name.Name != function.Name.Name)
            {
                isLost = true;
                continue;
            }

            errors.Report(At(name), name.Name == function.Name.Name
                ? $"{name.Name} is used in its own definition"
                : scope.SayUnknown(name.Name, arguments));
        }

        Declare(function.Name, isLost || errors.Count > before
            ? new DeclaredFaulty(At(function.Name))
            : new DeclaredFunction(function.Arguments, function.Body, source, At(function.Name)));
    }

    private void Declare(NameSyntax name, Declared declared)
    {
        if (scope.TryFind(name.Name, out var earlier))
        {
            var file = earlier.At.Source.Path == source.Path ? "" : $" of {Path.GetFileName(earlier.At.Source.Path)}";
            errors.Report(At(name), $"{name.Name} is declared already, at line {earlier.At.Place.Line}{file}");
        }
        else
        {
            scope.Add(name.Name, declared);
        }
    }

    private Location At(SyntaxNode node) => new(source, node.Span);
}
