using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Instances;

/// <summary>One value of a finite law with its probability.</summary>
internal sealed record Atom(double Probability, Matrix Value);

/// <summary>Where a statement is simulated: a size for each free dimension, a value for each free symbol, and a finite law for each unknown law.</summary>
/// <param name="Dimensions">The value of each free dimension.</param>
/// <param name="Values">The value of each free symbol.</param>
/// <param name="Laws">The finite law that stands for the law <c>~ any</c> of a symbol at a size (rows, columns), the same for all of its copies.</param>
internal sealed record Instance(
    ImmutableDictionary<Dimension, int> Dimensions,
    ImmutableDictionary<Symbol, Matrix> Values,
    Func<Symbol, int, int, IReadOnlyList<Atom>> Laws)
{
    /// <summary>The value of a size whose dimensions all have values.</summary>
    public int SizeOf(Size size) => size.Evaluate(dimension => Dimensions[dimension]);

    /// <summary>This with one symbol's value replaced.</summary>
    public Instance With(Symbol symbol, Matrix value) => this with { Values = Values.SetItem(symbol, value) };
}
