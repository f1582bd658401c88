using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Testing;

/// <summary>The symbols that random expressions are made of, and their declarations as text.</summary>
public static class SampleSymbols
{
    /// <summary>d.</summary>
    public static Dimension D { get; } = new("d");

    /// <summary>N.</summary>
    public static Dimension N { get; } = new("N");

    /// <summary>Λ : d × d, spd.</summary>
    public static Symbol Λ { get; } = new("Λ", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);

    /// <summary>A : d × d.</summary>
    public static Symbol A { get; } = new("A", new(D, D), SymbolRole.Given);

    /// <summary>C : N × d.</summary>
    public static Symbol C { get; } = new("C", new(N, D), SymbolRole.Given);

    /// <summary>v : d.</summary>
    public static Symbol V { get; } = new("v", new(D, Size.One), SymbolRole.Given);

    /// <summary>y : N.</summary>
    public static Symbol Y { get; } = new("y", new(N, Size.One), SymbolRole.Given);

    /// <summary>s, any real number.</summary>
    public static Symbol Scalar { get; } = new("s", Shape.Scalar, SymbolRole.Given);

    /// <summary>S : (d + 1) × (d + 1), sym, in one piece.</summary>
    public static Symbol S { get; } = new("S", new((Size)D + 1, (Size)D + 1), SymbolRole.Given, MatrixAttributes.Symmetric);

    /// <summary>The parameter U : d × d.</summary>
    public static Symbol U { get; } = new("U", new(D, D), SymbolRole.Parameter);

    /// <summary>The parameter W : (d + 1) × (d + 1), in one piece.</summary>
    public static Symbol W { get; } = new("W", new((Size)D + 1, (Size)D + 1), SymbolRole.Parameter);

    /// <summary>X : N × d with rows N(0, Λ).</summary>
    public static Symbol X { get; } = new("X", new(N, D), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, Size.One)), Expr.Of(Λ), true));

    /// <summary>w : d, N(0, I).</summary>
    public static Symbol Task { get; } = new("w", new(D, Size.One), SymbolRole.Random, law: new NormalLaw(Expr.Zero(new(D, Size.One)), Expr.Identity(D), false));

    /// <summary>All of them, in order of declaration.</summary>
    public static ImmutableArray<Symbol> All { get; } = [Λ, A, C, V, Y, Scalar, S, U, W, X, Task];

    /// <summary>The lines that declare them.</summary>
    public const string Declarations = """
        dim d, N
        matrix Λ : d × d, spd
        matrix A : d × d
        matrix C : N × d
        vector v : d
        vector y : N
        scalar s
        matrix S : (d + 1) × (d + 1), sym
        param U : d × d
        param W : (d + 1) × (d + 1)
        random X : N × d ~ normal(rows: Λ)
        random w : d ~ normal(I)

        """;
}
