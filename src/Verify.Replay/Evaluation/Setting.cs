using System.Collections.Immutable;
using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>Values of what is free: symbols, and dimensions, which in a limit may be larger than any matrix.</summary>
internal sealed record Setting<T>(ImmutableDictionary<Symbol, Matrix<T>> Symbols, ImmutableDictionary<Dimension, Rational> Dimensions)
    where T : struct, INumberKind<T>
{
    /// <summary>The setting with one symbol's value.</summary>
    public Setting<T> With(Symbol symbol, Matrix<T> value) => this with { Symbols = Symbols.SetItem(symbol, value) };

    /// <summary>The value of a dimension; one without throws <see cref="NotEvaluatedException"/>.</summary>
    public Rational Of(Dimension dimension) => Dimensions.TryGetValue(dimension, out var value) ? value
        : throw new NotEvaluatedException(Obstacle.NotTreated, $"the report gives no value of {dimension}");

    /// <summary>The value of a size, which must be one that a matrix can have.</summary>
    public int Of(Size size)
    {
        try
        {
            return size.Evaluate(dimension => Of(dimension) is { IsInteger: true } value && value <= Matrix<T>.MostEntries ? (int)value.Numerator
                : throw new NotEvaluatedException(Obstacle.NotTreated, $"matrices sized by {dimension} are too large here"));
        }
        catch (OverflowException)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, "a matrix is too large here");
        }
    }
}
