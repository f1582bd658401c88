using Verify.Language;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>Numbers for dimensions and random values for symbols, as their attributes want them, all from one seed.</summary>
internal sealed class Instance(int seed, params (Dimension Dimension, int Value)[] dimensions)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<Symbol, double[,]> _values = [];
    private readonly Dictionary<Symbol, IReadOnlyList<double[,]>> _laws = [];

    public double[,] this[Symbol symbol]
    {
        get
        {
            if (!_values.TryGetValue(symbol, out var value))
            {
                _values.Add(symbol, value = Draw(symbol));
            }

            return value;
        }
        set => _values[symbol] = value;
    }

    public int this[Dimension dimension] => dimensions.First(d => d.Dimension == dimension).Value;

    public int this[Size size] => size.Evaluate(dimension => this[dimension]);

    /// <summary>Three equally likely values of a symbol of unknown law.</summary>
    public IReadOnlyList<double[,]> LawOf(Symbol symbol)
    {
        if (!_laws.TryGetValue(symbol, out var law))
        {
            _laws.Add(symbol, law = [Draw(symbol), Draw(symbol), Draw(symbol)]);
        }

        return law;
    }

    private double[,] Draw(Symbol symbol)
    {
        var (rows, columns) = (this[symbol.Shape.Rows], this[symbol.Shape.Columns]);
        var plain = PlainValue.Build(rows, columns, (_, _) => (2 * _random.NextDouble()) - 1);
        if (symbol.Shape.IsScalar)
        {
            return symbol.Range.IsPositive ? Dense.Scalar(0.5 + Math.Abs(plain[0, 0])) : plain;
        }

        if (symbol.Is(MatrixAttributes.UnitVector))
        {
            return PlainValue.Build(rows, 1, (i, _) => i == 0 ? 1 : 0);
        }

        if (symbol.Is(MatrixAttributes.Diagonal))
        {
            return PlainValue.Build(rows, rows, (i, j) => i == j ? (symbol.Is(MatrixAttributes.PositiveDefinite) ? 0.5 + Math.Abs(plain[i, i]) : plain[i, i]) : 0);
        }

        if (symbol.Is(MatrixAttributes.Orthogonal))
        {
            // Cayley: (I - S)(I + S)^-1 for skew S.
            var skew = Dense.Add(plain, Dense.Scale(Dense.Transpose(plain), -1));
            var identity = Dense.Identity(rows);
            return Dense.Multiply(Dense.Add(identity, Dense.Scale(skew, -1)), Dense.Inverse(Dense.Add(identity, skew)));
        }

        return symbol.Is(MatrixAttributes.PositiveDefinite) ? Dense.Add(Dense.Multiply(plain, Dense.Transpose(plain)), Dense.Scale(Dense.Identity(rows), 0.5))
            : symbol.Is(MatrixAttributes.Symmetric) ? Dense.Add(plain, Dense.Transpose(plain))
            : plain;
    }
}
