using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    private Term ReadExpectation(ExpectationSyntax syntax)
    {
        var at = At(syntax);
        var body = Read(syntax.Body);
        var held = syntax.Given.Select(name => ReadSymbol(name, SymbolRole.Random)).OfType<Symbol>().ToImmutableHashSet();
        return new(body.Shape, at, () =>
        {
            var result = Binding.Average(body.Make(), held, _scope);
            if (result is Expectation e && MomentDegrees.FirstUndetermined(e) is { } symbol)
            {
                _errors.Report(at, $"the moments of {symbol} do not determine this expectation: it is not a polynomial of degree at most 2 in {symbol}");
            }
            else if (result is Expectation expectation && LabelDegrees.Obstacle(expectation, held) is { } obstacle)
            {
                _errors.Report(at, obstacle);
            }

            return result;
        });
    }

    private Term ReadGradient(GradientSyntax gradient)
    {
        var body = Read(gradient.Body);
        Demand(body, OpenShape.Scalar, () => $"the gradient is of a scalar; this is {body.Shape}");
        return ReadSymbol(gradient.Parameter, SymbolRole.Parameter) is { } parameter
            ? new(OpenShape.Of(parameter.Shape), At(gradient), () => Binding.Differentiate(body.Make(), parameter))
            : Faulty(gradient);
    }

    private Term ReadMinimum(MinimumSyntax minimum)
    {
        var body = Read(minimum.Body);
        Demand(body, OpenShape.Scalar, () => $"the minimum is of a scalar; this is {body.Shape}");
        return ReadParameters(minimum.Parameters) is { } parameters
            ? new(OpenShape.Scalar, At(minimum), () => Binding.Minimise(body.Make(), parameters))
            : Faulty(minimum);
    }

    private Term ReadLimit(LimitSyntax limit)
    {
        var body = Read(limit.Body);
        if (ReadApproach(limit.Approach) is not { } approach)
        {
            return Faulty(limit);
        }

        var at = At(limit.Approach);
        return new(body.Shape, At(limit), () =>
        {
            var value = body.Make();
            if (approach().Dimension is { } dimension && (SizedBy(value, dimension) ?? DimensionBounds.KeptBelow(dimension, value.FreeDimensions, [])) is { } obstacle)
            {
                _errors.Report(at, $"no limit in {dimension}: {obstacle}");
                return value;
            }

            return Binding.Limit(value, approach());
        });
    }

    /// <summary>The variable and target of a limit, null (and reported) where the variable can have none.</summary>
    public Func<Approach>? ReadApproach(ApproachSyntax syntax)
    {
        var target = syntax.Target is null ? null : Read(syntax.Target);
        if (target is not null)
        {
            Demand(target, OpenShape.Scalar, () => $"a limit goes to a scalar; this is {target.Shape}");
        }

        var variable = ReadName(syntax.Name);
        if (variable.Dimension is { } dimension)
        {
            if (target is not null)
            {
                Report(syntax, $"the dimension {dimension} can only go to inf");
                return null;
            }

            return () => new(dimension, null, null);
        }

        if (variable.Symbol is { Shape.IsScalar: true } scalar && scalar.Role != SymbolRole.Random)
        {
            return () => new(null, scalar, target?.Make());
        }

        if (!IsFaulty)
        {
            Report(syntax.Name, $"a limit is taken in a dimension or a scalar; {syntax.Name.Name} is neither");
        }

        return null;
    }

    private Term ReadSubstitution(SubstitutionSyntax substitution)
    {
        var operand = Read(substitution.Operand);
        var symbols = new Dictionary<Symbol, Term>();
        var dimensions = new Dictionary<Dimension, Size>();
        foreach (var assignment in substitution.Assignments)
        {
            var name = ReadName(assignment.Name);
            if ((name.Symbol is { } known && symbols.ContainsKey(known)) || (name.Dimension is { } old && dimensions.ContainsKey(old)))
            {
                Report(assignment.Name, $"{assignment.Name.Name} is replaced twice");
            }
            else if (name.Dimension is { } dimension)
            {
                ReadSizeValue(assignment, dimension, dimensions);
            }
            else if (name.Symbol is { } symbol)
            {
                symbols.Add(symbol, Read(assignment.Value));
            }
            else if (!IsFaulty)
            {
                Report(assignment.Name, $"{assignment.Name.Name} is a definition; only symbols and dimensions are replaced");
            }
        }

        return IsFaulty ? Faulty(substitution) : Substituted(substitution, operand, symbols, dimensions);
    }

    private void ReadSizeValue(AssignmentSyntax assignment, Dimension dimension, Dictionary<Dimension, Size> dimensions)
    {
        if (Read(assignment.Value) is var value && IsFaulty)
        {
            return;
        }

        if (!IsFaulty && value.Shape.Found is not { IsScalar: true } || SizeValue.Of(value.Make()) is not { } size)
        {
            Report(assignment.Value, $"a dimension is replaced by a size, a sum of dimensions and integers such as d + 1");
        }
        else if (DimensionBounds.MayBeBelowOne(size))
        {
            Report(assignment.Value, $"the size {size} can be smaller than 1");
        }
        else
        {
            dimensions.Add(dimension, size);
        }
    }

    private Term Substituted(SubstitutionSyntax substitution, Term operand, Dictionary<Symbol, Term> symbols, Dictionary<Dimension, Size> dimensions)
    {
        var sizes = new Substitution([], dimensions);
        foreach (var (symbol, value) in symbols)
        {
            Demand(value, OpenShape.Of(sizes.In(symbol.Shape)), () => $"{symbol} is {sizes.In(symbol.Shape)}, its value here is {value.Shape}");
        }

        var shape = dimensions.Count == 0 ? operand.Shape : OpenShape.Unknown();
        if (dimensions.Count > 0)
        {
            _sizes.Add(new ReplacedShape(operand.Shape, sizes, shape, At(substitution)));
        }

        var at = At(substitution);
        return new(shape, at, () =>
        {
            var value = operand.Make();
            var clash = dimensions.Keys.Order().Select(dimension => (Dimension: dimension, Symbol: SizedSymbol(value, dimension))).FirstOrDefault(found => found.Symbol is not null);
            if (clash.Symbol is not null)
            {
                _errors.Report(at, $"{clash.Dimension} cannot be replaced here: {clash.Symbol} is {clash.Symbol.Shape}, and free");
                return value;
            }

            var result = new Substitution(symbols.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Make())), dimensions).In(value);
            CheckDenominatorsWithin(result, at);
            return result;
        });
    }

    private static Symbol? SizedSymbol(Expr value, Dimension dimension) => value.FreeSymbols.Order()
        .FirstOrDefault(symbol => symbol.Shape.Rows.Dimensions.Concat(symbol.Shape.Columns.Dimensions).Contains(dimension));

    /// <summary>Why an expression has no limit in a dimension: its own shape, or that of a symbol in it, grows.</summary>
    public static string? SizedBy(Expr value, Dimension dimension) =>
        SizedSymbol(value, dimension) is { } symbol ? $"{symbol} is {symbol.Shape}, and free"
        : value.Shape.Rows.Dimensions.Concat(value.Shape.Columns.Dimensions).Contains(dimension) ? $"the expression is {value.Shape}"
        : null;
}
