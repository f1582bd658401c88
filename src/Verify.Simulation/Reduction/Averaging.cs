using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Reduction;

/// <summary>The mean of an expression over one vector v of n entries, taken where v stands: a sum is averaged term by term, and what does not contain v is left outside.</summary>
internal sealed class Averaging(Symbol symbol, int n, int mostCopies)
{
    private readonly Degrees _degrees = new(symbol);
    private readonly Dictionary<Expr, Expr> _known = [];
    private readonly Dictionary<(int Degree, bool IsEven), ImmutableArray<(Rational Weight, Substitution At)>> _rules = [];
    private int _copies;

    /// <summary>The points that were used.</summary>
    public Dictionary<Symbol, PlacedPoint> Points { get; } = [];

    /// <summary>The mean; null where it takes more copies of parts than are allowed.</summary>
    public Expr? Of(Expr expression)
    {
        var mean = Mean(expression);
        return _copies <= mostCopies ? mean : null;
    }

    private Expr Mean(Expr expression)
    {
        if (!expression.FreeSymbols.Contains(symbol))
        {
            return expression;
        }

        if (!_known.TryGetValue(expression, out var mean))
        {
            _known[expression] = mean = _copies > mostCopies ? expression : Read(expression);
        }

        return mean;
    }

    private Expr Read(Expr expression) => expression switch
    {
        Sum or Transpose or DiagonalPart or Vectorization or BlockMatrix => expression.WithChildren([.. expression.Children.Select(Mean)]),
        Trace { Children: [Sum sum] } => Expr.Add(sum.Terms.Select(term => Mean(Expr.TraceOf(term)))),
        Product or Hadamard or KroneckerProduct when expression.Children.Any(child => !child.FreeSymbols.Contains(symbol)) =>
            expression.WithChildren([.. expression.Children.Select(Mean)]),
        _ => ByRule(expression, _degrees.Of(expression) ?? throw new InvalidOperationException("Only a polynomial is averaged by a rule.")),
    };

    private Expr ByRule(Expr expression, int degrees)
    {
        var rule = Rule(Conditioning.Top(degrees), IsEven(degrees));
        _copies += rule.Length;
        return _copies > mostCopies ? expression : Expr.Add(rule.Select(point => Expr.Times(Expr.Of(point.Weight), point.At.In(expression))));
    }

    // With mean 0, v is -v in law; all terms of even degree are the same at both.
    private bool IsEven(int degrees) => (degrees & 0b101010) == 0 && ((MomentLaw)symbol.Law!).Mean.Equals(Expr.Zero(symbol.Shape));

    private ImmutableArray<(Rational Weight, Substitution At)> Rule(int degree, bool isEven)
    {
        if (!_rules.TryGetValue((degree, isEven), out var rule))
        {
            _rules[(degree, isEven)] = rule = [.. Cubature.Of(n, degree, isEven).Where(point => !point.Weight.IsZero).Select(point => (point.Weight, Substitution.Of(symbol, Expr.Of(Place(point)))))];
        }

        return rule;
    }

    private Symbol Place(CubaturePoint point)
    {
        var place = new Symbol(symbol.Name, symbol.Shape, SymbolRole.Given);
        Points.Add(place, new(symbol, point.Standard));
        return place;
    }
}
