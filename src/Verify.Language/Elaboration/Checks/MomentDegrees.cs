namespace Verify.Language.Elaboration;

/// <summary>
/// Whether an expectation is determined where a symbol is known by two moments only: the averaged expression must be a polynomial of degree at most 2 in it.
/// </summary>
internal static class MomentDegrees
{
    /// <summary>The first bound symbol whose moments do not determine the expectation; null where all do.</summary>
    public static Symbol? FirstUndetermined(Expectation expectation) => expectation.Bound
        .Where(symbol => symbol.Law is GivenMomentsLaw)
        .FirstOrDefault(symbol => new HalfDegrees(symbol, expectation.Bound).Of(expectation.Body) is not { } degree || degree > 4);

    /// <summary>Twice the degree in one symbol, so that a variance of degree 1 makes a symbol of degree 1/2. Null: no polynomial.</summary>
    private sealed class HalfDegrees
    {
        private readonly Dictionary<Expr, int?> _known = [];
        private readonly Dictionary<Symbol, int?> _symbols = [];

        public HalfDegrees(Symbol symbol, IEnumerable<Symbol> bound)
        {
            _symbols[symbol] = 2;
            Bind(bound.Where(other => other != symbol));
        }

        public int? Of(Expr value)
        {
            if (!value.FreeSymbols.Any(_symbols.ContainsKey))
            {
                return 0;
            }

            if (!_known.TryGetValue(value, out var degree))
            {
                _known[value] = degree = Find(value);
            }

            return degree;
        }

        private int? Find(Expr value)
        {
            switch (value)
            {
                case SymbolValue symbol:
                    return _symbols[symbol.Symbol];
                case Product or Hadamard or KroneckerProduct:
                    return Of(value.Children[0]) + Of(value.Children[1]);
                case Power { Base: FrobeniusNorm norm, Exponent: { IsInteger: true, Sign: > 0, Numerator.IsEven: true } k }:
                    return Of(norm.Children[0]) * (int)k.Numerator;
                case Power { Exponent: { IsInteger: true, Sign: >= 0 } k } power:
                    return Of(power.Base) * (int)k.Numerator;
                case Sum or Transpose or Trace or DiagonalPart or BlockMatrix or Vectorization:
                    return Greatest(value.Children);
                case Expectation expectation:
                    Bind(expectation.Bound);
                    return Of(expectation.Body);
                case Gradient gradient:
                    _symbols[gradient.Bound] = Of(gradient.At);
                    return Of(gradient.Body);
                case Determinant when value.Children[0].Shape.Rows is { IsConstant: true, Constant: var n }:
                    return Of(value.Children[0]) * n;
                default:
                    return Of(value.Children[0]) == 0 && value is not Minimum ? 0 : null;
            }
        }

        // Given the symbol, another one is as large as its mean, or as the root of its variance.
        private void Bind(IEnumerable<Symbol> bound)
        {
            foreach (var other in bound)
            {
                _symbols[other] = other.Law switch
                {
                    MomentLaw law => Larger(Of(law.Mean), (Of(law.Covariance) + 1) / 2),
                    LabelsLaw law => law.Expressions.Skip(1).All(moment => Of(moment) == 0) ? 0 : null,
                    { } law => law.Expressions.Select(Of).Aggregate((int?)0, Larger),
                    null => 0,
                };
            }
        }

        private int? Greatest(IEnumerable<Expr> values) => values.Select(Of).Aggregate(Larger);

        private static int? Larger(int? a, int? b) => a is null || b is null ? null : Math.Max(a.Value, b.Value);
    }
}
