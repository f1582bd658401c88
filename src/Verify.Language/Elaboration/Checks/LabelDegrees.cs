using System.Collections.Immutable;

namespace Verify.Language.Elaboration;

/// <summary>
/// Whether the joint moments that are given for labels y and their inputs X determine an expectation: each term is free of y, or has the degrees (1, 1) of E[y x], (2, 0) of E[y²] or
/// (2, 2) of E[y² x x'] in (y, X).
/// </summary>
internal static class LabelDegrees
{
    private const int Highest = 8;

    /// <summary>Why the moments do not determine the expectation; null where the degrees raise no objection.</summary>
    public static string? Obstacle(Expectation expectation, IEnumerable<Symbol> held)
    {
        foreach (var (label, law) in Labels(held))
        {
            if (Inputs(law) is { } inputs && expectation.Bound.Any(symbol => symbol.Name == inputs.Name))
            {
                return $"{label} is held and its inputs {inputs} are averaged, of which only joint moments are given";
            }
        }

        foreach (var (label, law) in Labels(expectation.Bound))
        {
            if (Inputs(law) is not { } inputs || !expectation.Bound.Contains(inputs))
            {
                return $"{label} is averaged and its inputs are held, of which only joint moments are given";
            }

            var degrees = new Degrees(label, inputs, expectation.Bound).Of(expectation.Body);
            if (degrees is null)
            {
                return $"the moments of {label} and {inputs} do not determine this expectation: it is not a polynomial in them";
            }

            if (degrees.Where(degree => !IsGiven(law, degree)).Order().Take(1).ToList() is [var open])
            {
                return $"the moments of {label} and {inputs} do not determine this expectation: a term has the degree {open.Label} in {label} and {open.Inputs} in {inputs}"
                    + (open == (2, 0) ? "; E[y^2] is given by yy:" : open == (2, 2) ? "; the covariance of y x is given by cov:" : "");
            }
        }

        return null;
    }

    private static IEnumerable<(Symbol Label, LabelsLaw Law)> Labels(IEnumerable<Symbol> symbols) =>
        symbols.Where(symbol => symbol.Law is LabelsLaw).Select(symbol => (symbol, (LabelsLaw)symbol.Law!));

    private static Symbol? Inputs(LabelsLaw law) => (law.Inputs as SymbolValue)?.Symbol;

    private static bool IsGiven(LabelsLaw law, (int Label, int Inputs) degree) => degree switch
    {
        (0, _) or (1, 1) => true,
        (2, 0) => law.Square is not null,
        (2, 2) => law.Spread is not null,
        _ => false,
    };

    private sealed class Degrees
    {
        private static readonly ImmutableHashSet<(int Label, int Inputs)> Constant = [(0, 0)];
        private readonly Dictionary<Expr, ImmutableHashSet<(int Label, int Inputs)>?> _known = [];
        private readonly Dictionary<Symbol, ImmutableHashSet<(int Label, int Inputs)>?> _symbols = [];

        public Degrees(Symbol label, Symbol inputs, IEnumerable<Symbol> bound)
        {
            (_symbols[label], _symbols[inputs]) = ([(1, 0)], [(0, 1)]);
            Bind(bound.Where(other => other != label && other != inputs));
        }

        public ImmutableHashSet<(int Label, int Inputs)>? Of(Expr value)
        {
            if (!value.FreeSymbols.Any(_symbols.ContainsKey))
            {
                return Constant;
            }

            if (!_known.TryGetValue(value, out var degrees))
            {
                _known[value] = degrees = Find(value);
            }

            return degrees;
        }

        private ImmutableHashSet<(int Label, int Inputs)>? Find(Expr value)
        {
            switch (value)
            {
                case SymbolValue symbol:
                    return _symbols[symbol.Symbol];
                case Product or Hadamard:
                    return Times(Of(value.Children[0]), Of(value.Children[1]));
                case Power { Base: FrobeniusNorm norm, Exponent: { IsInteger: true, Sign: > 0, Numerator.IsEven: true } k }:
                    return Times(Of(norm.Children[0]), (int)k.Numerator);
                case Power { Exponent: { IsInteger: true, Sign: >= 0 } k } power:
                    return Times(Of(power.Base), (int)k.Numerator);
                case Sum or Transpose or Trace or DiagonalPart or BlockMatrix:
                    return value.Children.Select(Of).Aggregate((a, b) => a is null || b is null ? null : a.Union(b));
                case Expectation expectation:
                    Bind(expectation.Bound);
                    return Of(expectation.Body);
                case Gradient gradient:
                    _symbols[gradient.Bound] = Of(gradient.At);
                    return Of(gradient.Body);
                default:
                    return value is not Minimum && value.Children.All(child => Of(child) is { } degrees && degrees.SetEquals(Constant)) ? Constant : null;
            }
        }

        // What a law mentions beyond the inputs of labels must be free of both.
        private void Bind(IEnumerable<Symbol> bound)
        {
            foreach (var other in bound)
            {
                var mentioned = other.Law is LabelsLaw labels ? labels.Expressions.Skip(1) : other.Law?.Expressions ?? [];
                _symbols[other] = mentioned.All(expression => Of(expression) is { } degrees && degrees.SetEquals(Constant)) ? Constant : null;
            }
        }

        private static ImmutableHashSet<(int Label, int Inputs)>? Times(ImmutableHashSet<(int Label, int Inputs)>? a, ImmutableHashSet<(int Label, int Inputs)>? b) =>
            a is null || b is null ? null
            : [.. a.SelectMany(x => b.Select(y => (Math.Min(x.Label + y.Label, Highest), Math.Min(x.Inputs + y.Inputs, Highest))))];

        private static ImmutableHashSet<(int Label, int Inputs)>? Times(ImmutableHashSet<(int Label, int Inputs)>? a, int exponent) =>
            Enumerable.Repeat(a, Math.Min(exponent, Highest)).Aggregate((ImmutableHashSet<(int Label, int Inputs)>?)Constant, Times);
    }
}
