using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Dense;

/// <summary>Values of the sample symbols at sizes d and N, dense, diagonal, multiples of the identity or zero as a seed says, and plain evaluations there.</summary>
internal sealed class SampleInstance
{
    private readonly SeededDraw _draw;
    private readonly bool _generic;

    /// <summary>Where <paramref name="generic"/>, no value has a structure beyond what its symbol says.</summary>
    public SampleInstance(int d, int n, int seed, bool generic = false)
    {
        _generic = generic;
        _draw = new SeededDraw((ulong)seed);
        var dimensions = ImmutableDictionary<Dimension, int>.Empty.Add(SampleSymbols.D, d).Add(SampleSymbols.N, n);
        var values = ImmutableDictionary<Symbol, Matrix>.Empty;
        foreach (var symbol in SampleSymbols.All)
        {
            values = values.Add(symbol, Draw(symbol, symbol.Shape.Rows.Evaluate(s => dimensions[s]), symbol.Shape.Columns.Evaluate(s => dimensions[s])));
        }

        Instance = new(dimensions, values, (_, _, _) => throw new InvalidOperationException());
        Variables = [.. SampleSymbols.All.Where(_ => _draw.Below(3) > 0)];
    }

    /// <summary>Another one at a changed instance.</summary>
    public SampleInstance(Instance instance, SampleInstance from)
    {
        (Instance, Variables, _draw) = (instance, from.Variables, from._draw);
    }

    public Instance Instance { get; }

    /// <summary>Some of the symbols.</summary>
    public ImmutableArray<Symbol> Variables { get; }

    /// <summary>The state at which the variables have the instance's values.</summary>
    public double[] State => StateOf(Variables);

    public double[] StateOf(IEnumerable<Symbol> variables) => [.. variables.SelectMany(symbol => Instance.Values[symbol].Entries)];

    public double[] Direction(int length) => [.. Enumerable.Range(0, length).Select(_ => _draw.Symmetric())];

    public Matrix Plain(Expr expression) => Plain(expression, symbol => Instance.Values[symbol]);

    /// <summary>
    /// The value of the expression with every number replaced by its absolute value and every entry by that and a bit: what rounding errors are relative to.
    /// </summary>
    public Matrix Absolute(Expr expression, double grown = 0) => Plain(WithoutSigns(expression), symbol => symbol == InverseΛ
        ? Absolute(Plain(Expr.Pow(Expr.Of(SampleSymbols.Λ), -1)), grown)
        : Absolute(Instance.Values[symbol], grown));

    private Matrix Plain(Expr expression, Func<Symbol, Matrix> values) =>
        OfArray(new PlainValue(dimension => Instance.Dimensions[dimension], symbol => ToArray(values(symbol))).Of(expression));

    private static Symbol InverseΛ { get; } = new("P", SampleSymbols.Λ.Shape, SymbolRole.Given);

    private static Expr WithoutSigns(Expr expression) => expression switch
    {
        Number number => Expr.Of(number.Value.Abs()),
        Power { Base: SymbolValue, Exponent.Sign: < 0 } => Expr.Of(InverseΛ),
        { Children.IsEmpty: true } => expression,
        _ => expression.WithChildren([.. expression.Children.Select(WithoutSigns)]),
    };

    private static Matrix Absolute(Matrix a, double grown) => Matrix.Of(a.Rows, a.Columns, (i, j) => grown + Math.Abs(a[i, j]));

    private static double[,] ToArray(Matrix a) => PlainValue.Build(a.Rows, a.Columns, (i, j) => a[i, j]);

    private static Matrix OfArray(double[,] a) => Matrix.Of(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j]);

    private Matrix Draw(Symbol symbol, int rows, int columns)
    {
        var a = Matrix.Of(rows, columns, (_, _) => _draw.Symmetric());
        var kind = _generic ? 9 : rows == columns ? _draw.Below(6) : _draw.Below(12);
        if (symbol.Is(MatrixAttributes.PositiveDefinite))
        {
            return Matrix.Of(rows, rows, (i, j) => kind switch
            {
                0 => i == j ? 1.5 : 0,
                1 => i == j ? 1 + (a[i, i] / 2) : 0,
                _ => (i == j ? 1 : 0) + Enumerable.Range(0, rows).Sum(k => a[i, k] * a[j, k] / rows),
            });
        }

        return Matrix.Of(rows, columns, (i, j) => kind switch
        {
            0 => 0,
            1 when rows == columns => i == j ? a[0, 0] : 0,
            2 when rows == columns => i == j ? a[i, i] : 0,
            _ => symbol.Is(MatrixAttributes.Symmetric) ? a[Math.Max(i, j), Math.Min(i, j)] : a[i, j],
        });
    }
}
