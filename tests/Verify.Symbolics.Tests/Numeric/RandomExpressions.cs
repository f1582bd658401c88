using Verify.Language;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>Random well-shaped expressions over symbols of every kind, from a seed. Inverses and roots are taken of what is positive.</summary>
internal sealed class RandomExpressions
{
    private readonly Random _random;
    private readonly Symbol[] _square;

    public RandomExpressions(int seed)
    {
        _random = new(seed);
        Symbol Square(string name, MatrixAttributes attributes) => new(name, new(D, D), SymbolRole.Given, attributes);
        Spd = Square("Λ", MatrixAttributes.PositiveDefinite);
        Other = Square("Σ", MatrixAttributes.PositiveDefinite);
        Diagonal = Square("D", MatrixAttributes.Diagonal | MatrixAttributes.PositiveDefinite);
        U = new("U", new(D, D), SymbolRole.Parameter);
        _square = [Spd, Other, Diagonal, Square("K", MatrixAttributes.Diagonal), Square("A", MatrixAttributes.None), Square("Q", MatrixAttributes.Orthogonal), U];
        Vector = new("x", new(D, 1), SymbolRole.Given);
        Index = new("i", new(D, 1), SymbolRole.Given, MatrixAttributes.UnitVector);
        Wide = new("M", new(D, N), SymbolRole.Given);
        Positive = new("s", Shape.Scalar, SymbolRole.Given, range: new(0, true));
        Real = new("t", Shape.Scalar, SymbolRole.Parameter);
    }

    public Dimension D { get; } = new("d");

    public Dimension N { get; } = new("N");

    public Symbol Spd { get; }

    public Symbol Other { get; }

    public Symbol Diagonal { get; }

    public Symbol U { get; }

    public Symbol Vector { get; }

    /// <summary>An index; its value is the first position.</summary>
    public Symbol Index { get; }

    public Symbol Wide { get; }

    public Symbol Positive { get; }

    public Symbol Real { get; }

    public Instance Instance(int seed) => new(seed, (D, 3), (N, 2));

    /// <summary>A d × d expression.</summary>
    public Expr Matrix(int depth) => depth <= 0 ? Leaf() : _random.Next(16) switch
    {
        0 or 1 => Expr.Add(Matrix(depth - 1), Matrix(depth - 1)),
        2 or 3 or 4 => Expr.Times(Matrix(depth - 1), Matrix(depth - 1)),
        5 => Expr.TransposeOf(Matrix(depth - 1)),
        6 => Expr.Times(Scalar(depth - 1), Matrix(depth - 1)),
        7 => Expr.Pow(Shifted(), _random.Next(2) == 0 ? -1 : new Rational(_random.Next(-3, 4), 2)),
        8 => Expr.Pow(Expr.Add(Expr.Times(Matrix(depth - 2), Expr.TransposeOf(Expr.Of(U))), Expr.Times(Expr.Of(40), Expr.Identity(D))), -1),
        9 => Expr.DiagonalOf(Matrix(depth - 1)),
        10 => Expr.EntrywiseProduct(Matrix(depth - 1), Matrix(depth - 1)),
        11 => Expr.Times(Expr.Of(Wide), Expr.TransposeOf(Expr.Of(Wide))),
        12 => Expr.Times(Column(), Expr.Times(Expr.TransposeOf(Column()), Matrix(depth - 1))),
        13 => Expr.EntrywiseProduct(Expr.Times(Expr.Of(Diagonal), Column(), Expr.TransposeOf(Column()), Expr.Pow(Expr.Of(Diagonal), 2)), Matrix(depth - 1)),
        14 => Expr.DiagonalOf(Expr.Times(Column(), Expr.TransposeOf(Column()))),
        _ => Expr.Pow(Expr.Of(Spd), new Rational(_random.Next(-3, 5), 2)),
    };

    /// <summary>A scalar expression.</summary>
    public Expr Scalar(int depth) => depth <= 0 ? ScalarLeaf() : _random.Next(8) switch
    {
        0 => Expr.Add(Scalar(depth - 1), Scalar(depth - 1)),
        1 => Expr.Times(Scalar(depth - 1), Scalar(depth - 1)),
        2 or 3 => Expr.TraceOf(Matrix(depth - 1)),
        4 => Expr.Times(Expr.TransposeOf(Column()), Expr.Times(Matrix(depth - 1), Column())),
        6 => Expr.Times(Expr.TransposeOf(Column()), Expr.EntrywiseProduct(Expr.EntrywiseProduct(Matrix(depth - 2), Matrix(depth - 2)), Matrix(depth - 2)), Column()),
        5 => Expr.Divide(Scalar(depth - 1), Expr.Add(Expr.Of(N), Expr.TraceOf(Expr.Of(Spd)))),
        _ => Expr.Pow(Expr.Add(Expr.Of(Positive), Expr.TraceOf(Expr.Of(Other))), new Rational(_random.Next(-2, 4), 2)),
    };

    /// <summary>x, the vector of ones, the unit vector of the index or that of position 2.</summary>
    private Expr Column() => _random.Next(4) switch { 0 => Expr.Of(Vector), 1 => Expr.Ones(D), 2 => Expr.Of(Index), _ => Expr.Unit(D, 2) };

    private Expr Leaf() => _random.Next(8) == 0 ? Expr.Identity(D) : Expr.Of(_square[_random.Next(_square.Length)]);

    /// <summary>α Λ + β I with positive α and β, as Γ is.</summary>
    private Expr Shifted()
    {
        var matrix = Expr.Of(_random.Next(2) == 0 ? Spd : Diagonal);
        var beta = _random.Next(3) switch { 0 => Expr.Of(Positive), 1 => Expr.Divide(Expr.TraceOf(Expr.Of(Spd)), Expr.Of(N)), _ => Expr.Of(2) };
        var alpha = _random.Next(2) == 0 ? Expr.Of(1) : Expr.Add(Expr.Of(1), Expr.Pow(Expr.Of(N), -1));
        return Expr.Add(Expr.Times(alpha, matrix), Expr.Times(beta, Expr.Identity(D)));
    }

    private Expr ScalarLeaf() => _random.Next(6) switch
    {
        0 => Expr.Of(N),
        1 => Expr.Of(Positive),
        2 => Expr.Of(Real),
        3 => Expr.TraceOf(Expr.Of(Spd)),
        4 => Expr.Pow(Expr.Of(Positive), new Rational(_random.Next(-2, 3), 2)),
        _ => Expr.Of(new Rational(_random.Next(-4, 5), _random.Next(1, 4))),
    };
}
