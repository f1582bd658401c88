using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>One value of an unknown law with its probability.</summary>
internal sealed record Atom(Rational Probability, Rational[,] Value);

/// <summary>Where a statement is evaluated: a size for each dimension, a value for each free symbol, and a finite law for each unknown law.</summary>
/// <param name="Dimensions">The value of each free dimension.</param>
/// <param name="Values">The entries of each free symbol.</param>
/// <param name="Laws">The finite law that stands for the law <c>~ any</c> of a symbol at a size, the same for all of its copies.</param>
internal sealed record Instance(
    ImmutableDictionary<Dimension, int> Dimensions,
    ImmutableDictionary<Symbol, Rational[,]> Values,
    Func<Symbol, int, int, IReadOnlyList<Atom>> Laws)
{
    /// <summary>This with one symbol's value replaced.</summary>
    public Instance With(Symbol symbol, Rational[,] value) => this with { Values = Values.SetItem(symbol, value) };
}
