using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Attention.Theory;

/// <summary>Values for the dimensions and symbols of a statement, by name, and the law of its random covariance where it has one.</summary>
internal sealed record Values
{
    private ImmutableDictionary<string, int> Sizes { get; init; } = ImmutableDictionary<string, int>.Empty;

    private ImmutableDictionary<string, Matrix> Matrices { get; init; } = ImmutableDictionary<string, Matrix>.Empty;

    /// <summary>What stands for the law of a symbol declared <c>~ any</c>; nothing where there is none.</summary>
    public ImmutableArray<Atom> Law { get; init; } = [];

    /// <summary>Nothing known.</summary>
    public static Values None { get; } = new();

    /// <summary>With a dimension's value.</summary>
    public Values With(string dimension, int value) => this with { Sizes = Sizes.SetItem(dimension, value) };

    /// <summary>With a matrix's or vector's value.</summary>
    public Values With(string symbol, Matrix value) => this with { Matrices = Matrices.SetItem(symbol, value) };

    /// <summary>With a scalar's value.</summary>
    public Values With(string symbol, double value) => With(symbol, Matrix.Scalar(value));

    /// <summary>The value of an expression. What it needs and has no value throws <see cref="KeyNotFoundException"/>.</summary>
    public Matrix Of(Expr expression) => DenseProgram.ValueOf(expression, InstanceFor(expression, []));

    /// <summary>The instance at which the expression has a value, but for the variables.</summary>
    public Instance InstanceFor(Expr expression, IReadOnlyCollection<Symbol> variables)
    {
        var dimensions = expression.FreeDimensions.Concat(variables.SelectMany(DimensionsOf)).Distinct().ToImmutableDictionary(dimension => dimension, dimension => Sizes[dimension.Name]);
        var values = expression.FreeSymbols.Except(variables).ToImmutableDictionary(symbol => symbol, symbol => Matrices[symbol.Name]);
        return new(dimensions, values, (symbol, _, _) => Law.IsEmpty ? throw new KeyNotFoundException($"the law of {symbol.Name}") : Law);
    }

    private static IEnumerable<Dimension> DimensionsOf(Symbol symbol) => symbol.Shape.Rows.Terms.Concat(symbol.Shape.Columns.Terms).Select(term => term.Key);
}
