using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>
/// Simultaneous, capture-free replacement of free symbols by expressions of their shape and of free dimensions by sizes.
/// A binder that the replacement reaches gets fresh bound symbols, so a value is never captured and no symbol is bound twice.
/// Each shared node is visited once. Not for use by several threads at a time.
/// </summary>
public sealed class Substitution
{
    private readonly Dictionary<Symbol, Expr> _symbols;
    private readonly Dictionary<Dimension, Size> _dimensions;
    private readonly Dictionary<Expr, Expr> _known = [];

    /// <summary>
    /// A replacement of symbols and dimensions. A value of another shape than its symbol (with the dimensions replaced in it) throws <see cref="ArgumentException"/>.
    /// </summary>
    public Substitution(IEnumerable<KeyValuePair<Symbol, Expr>> symbols, IEnumerable<KeyValuePair<Dimension, Size>>? dimensions = null)
    {
        _symbols = new(symbols);
        _dimensions = new(dimensions ?? []);
        foreach (var (symbol, value) in _symbols)
        {
            if (!value.Shape.Equals(In(symbol.Shape)))
            {
                throw new ArgumentException($"{symbol} is {In(symbol.Shape)}, its value {value.Shape}.", nameof(symbols));
            }
        }
    }

    /// <summary>Replaces one symbol.</summary>
    public static Substitution Of(Symbol symbol, Expr value) => new([new(symbol, value)]);

    /// <summary>Replaces one dimension.</summary>
    public static Substitution Of(Dimension dimension, Size value) => new([], [new(dimension, value)]);

    /// <summary>The size with its dimensions replaced.</summary>
    public Size In(Size size) => size.Dimensions.Any(_dimensions.ContainsKey)
        ? size.Substitute(dimension => _dimensions.GetValueOrDefault(dimension) ?? dimension)
        : size;

    /// <summary>The shape with its dimensions replaced.</summary>
    public Shape In(Shape shape) => new(In(shape.Rows), In(shape.Columns));

    /// <summary>The expression with its symbols and dimensions replaced. A free symbol that is kept but sized by a replaced dimension throws <see cref="ArgumentException"/>.</summary>
    public Expr In(Expr expression)
    {
        if (!Reaches(expression))
        {
            return expression;
        }

        if (!_known.TryGetValue(expression, out var result))
        {
            _known[expression] = result = Rebuild(expression);
        }

        return result;
    }

    /// <summary>The law with its symbols and dimensions replaced.</summary>
    public Law In(Law law) => law.Map(In);

    private bool Reaches(Expr expression) =>
        (_symbols.Count > 0 && Meets(expression.FreeSymbols, _symbols)) || (_dimensions.Count > 0 && Meets(expression.FreeDimensions, _dimensions));

    private static bool Meets<TKey, TValue>(ImmutableHashSet<TKey> free, Dictionary<TKey, TValue> replaced)
        where TKey : class =>
        free.Count <= replaced.Count ? free.Any(replaced.ContainsKey) : replaced.Keys.Any(free.Contains);

    private Expr Rebuild(Expr expression) => expression switch
    {
        SymbolValue { Symbol: var symbol } => _symbols.GetValueOrDefault(symbol) ?? throw KeptAtOldSize(symbol),
        DimensionValue { Dimension: var dimension } => Expr.OfSize(_dimensions[dimension]),
        ZeroMatrix => Expr.Zero(In(expression.Shape)),
        IdentityMatrix => Expr.Identity(In(expression.Shape.Rows)),
        OnesVector => Expr.Ones(In(expression.Shape.Rows)),
        UnitVector unit => Expr.Unit(In(expression.Shape.Rows), unit.Position),
        Expectation e when e.Bound.Any(_symbols.ContainsKey) => Except(e.Bound).In(e),
        Expectation e => InExpectation(e),
        Minimum m when m.Bound.Any(_symbols.ContainsKey) => Except(m.Bound).In(m),
        Minimum m => InMinimum(m),
        Gradient g when _symbols.ContainsKey(g.Bound) => InGradient(g, Except([g.Bound])),
        Gradient g => InGradient(g, this),
        Limit l => InLimit(l),
        _ => expression.WithChildren([.. expression.Children.Select(In)]),
    };

    private Expr InExpectation(Expectation expectation)
    {
        ImmutableArray<Symbol> bound = [.. expectation.Bound.Select(Fresh)];
        return Expr.ExpectationOf(In(expectation.Body), bound);
    }

    private Expr InMinimum(Minimum minimum)
    {
        ImmutableArray<Symbol> bound = [.. minimum.Bound.Select(Fresh)];
        return Expr.MinimumOf(In(minimum.Body), bound);
    }

    // The place is outside the binder, the body inside.
    private Expr InGradient(Gradient gradient, Substitution inside)
    {
        var at = In(gradient.At);
        if (!inside.Reaches(gradient.Body) && at.Shape.Equals(gradient.Shape))
        {
            return Expr.GradientOf(gradient.Body, gradient.Bound, at);
        }

        var bound = inside.Fresh(gradient.Bound);
        return Expr.GradientOf(inside.In(gradient.Body), bound, at);
    }

    private Expr InLimit(Limit limit)
    {
        var (dimension, scalar, _) = limit.Approach;
        var target = limit.Approach.Target is { } old ? In(old) : null;
        var inside = scalar is not null && _symbols.ContainsKey(scalar) ? Except([scalar])
            : dimension is not null && _dimensions.ContainsKey(dimension) ? Except(dimension)
            : this;
        var approach = scalar is not null ? new Approach(null, inside.Fresh(scalar), target) : new Approach(inside.Fresh(dimension!), null, target);
        return Expr.LimitOf(inside.In(limit.Body), approach);
    }

    private Symbol Fresh(Symbol bound)
    {
        var shape = In(bound.Shape);
        var range = shape.IsScalar && !bound.Shape.IsScalar ? RangeOfOneByOne(bound.Attributes) : bound.Range;
        var fresh = new Symbol(bound.Name, shape, bound.Role, bound.Attributes, range, bound.Law is { } law ? In(law) : null);
        _symbols[bound] = Expr.Of(fresh);
        return fresh;
    }

    private Dimension Fresh(Dimension bound)
    {
        var fresh = new Dimension(bound.Name, [.. bound.LowerBounds.Select(In)]);
        _dimensions[bound] = fresh;
        return fresh;
    }

    // A bound symbol occurs under one binder alone, so what is known of a node holds everywhere. Where a symbol is bound once more
    // (or a bound symbol was to be replaced), the inner binder hides the outer meaning and is done with a memory of its own.
    private Substitution Except(ImmutableArray<Symbol> bound) => new(_symbols.Where(entry => !bound.Contains(entry.Key)), _dimensions);

    private Substitution Except(Dimension bound) => new(_symbols, _dimensions.Where(entry => entry.Key != bound));

    private static ScalarRange RangeOfOneByOne(MatrixAttributes attributes) =>
        (attributes & MatrixAttributes.PositiveDefinite) == MatrixAttributes.PositiveDefinite ? new(Rational.Zero, LowerStrict: true)
        : (attributes & MatrixAttributes.PositiveSemidefinite) == MatrixAttributes.PositiveSemidefinite ? new(Rational.Zero)
        : ScalarRange.Real;

    private static ArgumentException KeptAtOldSize(Symbol symbol) => new($"{symbol} is sized by a dimension that is replaced.");
}
