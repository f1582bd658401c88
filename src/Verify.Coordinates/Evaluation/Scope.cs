using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// What bound symbols and dimensions stand for inside a binder, and the values of the expressions that depend on them. An expression that mentions nothing bound
/// here is evaluated, once, in the scope around.
/// </summary>
internal sealed class Scope(Scope? parent)
{
    private readonly Dictionary<Expr, Matrix> _known = [];
    private readonly Dictionary<Symbol, Matrix> _symbols = [];
    private readonly Dictionary<Dimension, int> _dimensions = [];

    /// <summary>The scope around, or null.</summary>
    public Scope? Parent => parent;

    /// <summary>Gives a symbol its value in this scope.</summary>
    public Scope Bind(Symbol symbol, Matrix value)
    {
        _symbols.Add(symbol, value);
        return this;
    }

    /// <summary>Gives a dimension its value in this scope.</summary>
    public Scope Bind(Dimension dimension, int value)
    {
        _dimensions.Add(dimension, value);
        return this;
    }

    /// <summary>The symbol's value here or around.</summary>
    public Matrix? Find(Symbol symbol) => _symbols.TryGetValue(symbol, out var value) ? value : parent?.Find(symbol);

    /// <summary>The dimension's value here or around.</summary>
    public int? Find(Dimension dimension) => _dimensions.TryGetValue(dimension, out var value) ? value : parent?.Find(dimension);

    /// <summary>The outermost scope in which the expression means the same.</summary>
    public Scope Home(Expr expression)
    {
        var scope = this;
        while (scope.Parent is { } outer && !scope.IsMentionedIn(expression))
        {
            scope = outer;
        }

        return scope;
    }

    /// <summary>A value kept from before.</summary>
    public Matrix? Known(Expr expression) => _known.GetValueOrDefault(expression);

    /// <summary>Keeps a value.</summary>
    public Matrix Keep(Expr expression, Matrix value) => _known[expression] = value;

    private bool IsMentionedIn(Expr expression) =>
        _symbols.Keys.Any(expression.FreeSymbols.Contains) || _dimensions.Keys.Any(expression.FreeDimensions.Contains);
}
