using Verify.Language;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Scalars;

/// <summary>
/// What scalars are polynomials in: a dimension, a scalar symbol, the trace of a word, a root, an opaque number. Unique in its workspace, so equality is by reference there.
/// A generator may contain others in its definition (tr(Γ^-1) contains N and tr(Λ)): derivatives and substitutions go through it.
/// </summary>
internal abstract class Generator : IEquatable<Generator>, INumbered
{
    /// <summary>The order of first use.</summary>
    public int Order { get; set; }

    /// <summary>What its value depends on.</summary>
    public abstract Leaves Leaves { get; }

    /// <summary>What is known of its sign.</summary>
    public virtual Sign Sign => Sign.Unknown;

    /// <inheritdoc/>
    public abstract bool Equals(Generator? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Generator);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}

/// <summary>A dimension as a number.</summary>
internal sealed class DimensionGenerator(Dimension dimension) : Generator
{
    /// <summary>The dimension.</summary>
    public Dimension Dimension { get; } = dimension;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = Leaves.Of(dimension);

    /// <inheritdoc/>
    public override Sign Sign => Sign.Positive;

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is DimensionGenerator d && d.Dimension == Dimension;

    /// <inheritdoc/>
    public override int GetHashCode() => Dimension.GetHashCode();
}

/// <summary>A scalar symbol.</summary>
internal sealed class SymbolGenerator(Symbol symbol) : Generator
{
    /// <summary>The symbol.</summary>
    public Symbol Symbol { get; } = symbol;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = Leaves.Of(symbol);

    /// <inheritdoc/>
    public override Sign Sign => Symbol.Range.IsPositive ? Sign.Positive : Symbol.Range.IsNonnegative ? Sign.Nonnegative : Sign.Unknown;

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is SymbolGenerator s && s.Symbol == Symbol;

    /// <inheritdoc/>
    public override int GetHashCode() => Symbol.GetHashCode();
}

/// <summary>The trace of a cyclic word in its least rotation and reversal; where the word passes through size 1, a chain such as a' Λ b.</summary>
internal sealed class TraceGenerator(Word word) : Generator
{
    /// <summary>The word.</summary>
    public Word Word { get; } = word;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = word.Leaves;

    /// <inheritdoc/>
    public override Sign Sign { get; } = Signs.OfTrace(word);

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is TraceGenerator t && t.Word.Equals(Word);

    /// <inheritdoc/>
    public override int GetHashCode() => Word.GetHashCode();
}

/// <summary>A positive square-free polynomial (or a prime number) under a root: its powers in a monomial lie in (0, 1).</summary>
internal sealed class RootGenerator(Polynomial @base) : Generator
{
    /// <summary>What the root is taken of.</summary>
    public Polynomial Base { get; } = @base;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = new Scalar(@base, Denominator.One).Leaves;

    /// <inheritdoc/>
    public override Sign Sign => Sign.Nonnegative;

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is RootGenerator r && r.Base.Equals(Base);

    /// <inheritdoc/>
    public override int GetHashCode() => Base.GetHashCode();
}

/// <summary>The largest singular value of a matrix form, opaque.</summary>
internal sealed class OperatorNormGenerator(Form argument) : Generator
{
    /// <summary>The matrix.</summary>
    public Form Argument { get; } = argument;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = argument.Leaves;

    /// <inheritdoc/>
    public override Sign Sign => Sign.Nonnegative;

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is OperatorNormGenerator n && n.Argument.SameAs(Argument);

    /// <inheritdoc/>
    public override int GetHashCode() => Argument.Shape.GetHashCode();
}

/// <summary>E[body] over a symbol of unknown law, where the body is one product of traces that all depend on the symbol.</summary>
internal sealed class ExpectationGenerator(Monomial body, Symbol bound) : Generator
{
    /// <summary>The product.</summary>
    public Monomial Body { get; } = body;

    /// <summary>The symbol averaged over, the workspace's stand-in for its declaration.</summary>
    public Symbol Bound { get; } = bound;

    /// <inheritdoc/>
    public override Leaves Leaves { get; } = new Scalar(Polynomial.Of(body, 1), Denominator.One).Leaves.Without(bound);

    /// <inheritdoc/>
    public override Sign Sign => Signs.OfMonomial(Body);

    /// <inheritdoc/>
    public override bool Equals(Generator? other) => other is ExpectationGenerator e && e.Bound == Bound && e.Body.Equals(Body);

    /// <inheritdoc/>
    public override int GetHashCode() => Body.GetHashCode() ^ 0x5bd1;
}
