using System.Globalization;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>
/// Knows what the definitions of a file stand for when it meets it again: by names, for under <c>E</c>, <c>grad</c>, <c>min</c> and <c>lim</c> a definition stands with
/// bound symbols in the place of its own. Not for more than one thread at a time.
/// </summary>
internal sealed class Definitions
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<Expr, int> _known = [];
    private readonly HashSet<int> _definitions;

    public Definitions(IEnumerable<Expr> values) => _definitions = [.. values.Select(NumberOf)];

    /// <summary>Whether the expression is what a definition stands for.</summary>
    public bool Contains(Expr expression) => !expression.Children.IsEmpty && _definitions.Contains(NumberOf(expression));

    /// <summary>One number for all expressions that read the same.</summary>
    public int NumberOf(Expr expression)
    {
        if (!_known.TryGetValue(expression, out var number))
        {
            var text = $"{expression.GetType().Name} {expression.Shape} {Detail(expression)} {string.Join(' ', expression.Children.Select(NumberOf))}";
            if (!_numbers.TryGetValue(text, out number))
            {
                _numbers[text] = number = _numbers.Count;
            }

            _known[expression] = number;
        }

        return number;
    }

    private static string Detail(Expr expression) => expression switch
    {
        Number number => number.Value.ToString(),
        DimensionValue value => value.Dimension.Name,
        SymbolValue value => value.Symbol.Name,
        UnitVector unit => unit.Position.ToString(CultureInfo.InvariantCulture),
        Power power => power.Exponent.ToString(),
        BlockMatrix block => block.Rows.Length.ToString(CultureInfo.InvariantCulture),
        Expectation e => string.Join(',', e.Bound),
        Minimum m => string.Join(',', m.Bound),
        Gradient g => g.Bound.Name,
        Limit l => l.Approach.Name,
        _ => "",
    };
}
