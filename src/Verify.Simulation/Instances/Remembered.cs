using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>
/// An evaluation that keeps its last results: conditions are looked at again and again while one symbol after another is moved, and an expression has the same value where
/// its symbols have. Values of symbols are compared as references.
/// </summary>
internal sealed class Remembered(Func<Expr, Instance, Matrix?> evaluate)
{
    private const int Most = 64;
    private readonly Queue<(Expr Expression, Matrix?[] Symbols, object Dimensions, Matrix? Value)> _known = [];

    /// <summary>The value of an expression at an instance.</summary>
    public Matrix? Of(Expr expression, Instance instance)
    {
        Matrix?[] symbols = [.. expression.FreeSymbols.Order().Select(instance.Values.GetValueOrDefault)];
        foreach (var known in _known)
        {
            if (known.Expression.Equals(expression) && ReferenceEquals(known.Dimensions, instance.Dimensions) && known.Symbols.SequenceEqual(symbols, ReferenceEqualityComparer.Instance))
            {
                return known.Value;
            }
        }

        var value = evaluate(expression, instance);
        _known.Enqueue((expression, symbols, instance.Dimensions, value));
        if (_known.Count > Most)
        {
            _known.Dequeue();
        }

        return value;
    }
}
