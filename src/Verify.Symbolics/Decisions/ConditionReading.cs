using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Printing;

namespace Verify.Symbolics.Decisions;

/// <summary>Reads conditions one after the other; each sees what the ones before have fixed.</summary>
internal sealed class ConditionReading(Statement statement)
{
    private readonly ImmutableHashSet<Symbol> _parameters = [.. ParametersOf(statement)];
    private readonly List<KeyValuePair<Symbol, Expr>> _values = [];
    private readonly List<KeyValuePair<Symbol, Expr>> _pinned = [];
    private string? _doubt;
    private string? _contradiction;

    /// <summary>Everything read so far.</summary>
    public Conditions Result() => new(In(statement), [.. _pinned], _doubt, _contradiction);

    /// <summary>Uses a condition as far as it can be used.</summary>
    public void Read(Comparison written)
    {
        var condition = written;
        foreach (var value in _values)
        {
            condition = new Substitution([value]).In(condition);
        }

        if (IsContradiction(condition))
        {
            _contradiction ??= Text(written);
        }
        else if (condition.Relation == Relation.Equal ? !Equate(condition.Left, condition.Right) && !Equate(condition.Right, condition.Left) : !Narrow(condition))
        {
            _doubt ??= Text(written);
            if (!IsOnBound(condition))
            {
                ConditionRules.Add(condition);
            }
        }
    }

    /// <summary>Whether the condition speaks of a parameter over which a minimum ranges, or which moves from a start: there it says nothing that algebra may use.</summary>
    private bool IsOnBound(Comparison condition) => statement is not Conserved
        && (_parameters.Overlaps(condition.Left.FreeSymbols) || _parameters.Overlaps(condition.Right.FreeSymbols));

    /// <summary>Whether a condition speaks of no parameter over which a minimum ranges, or which moves.</summary>
    public bool IsOfGiven(Comparison condition) => !_parameters.Overlaps(condition.Left.FreeSymbols) && !_parameters.Overlaps(condition.Right.FreeSymbols);

    /// <summary>A comparison with what the conditions fix put in.</summary>
    public Comparison In(Comparison comparison) => (Comparison)In((Statement)comparison);

    private Statement In(Statement current) => _values.Aggregate(current, (result, value) => new Substitution([value]).In(result));

    private static IEnumerable<Symbol> ParametersOf(Statement statement) => statement switch
    {
        Conserved conserved => conserved.Flow.Parameters,
        AlongFlow along => along.Flow.Parameters,
        FlowLimit limit => limit.Flow.Parameters,
        MinimumClaim minimum => minimum.Parameters,
        _ => [],
    };

    /// <summary>symbol = value, where the value is known to be allowed for the symbol.</summary>
    private bool Equate(Expr left, Expr value)
    {
        // What equals a parameter at one point must not be differentiated with it.
        if (left is not SymbolValue { Symbol: var symbol } || value.FreeSymbols.Contains(symbol) || !IsAllowed(symbol, value) || _parameters.Overlaps(value.FreeSymbols))
        {
            return false;
        }

        if (!_parameters.Contains(symbol))
        {
            _values.Add(new(symbol, value));
            return true;
        }

        if (statement is not Conserved || _pinned.Exists(entry => entry.Key == symbol))
        {
            return false;
        }

        _pinned.Add(new(symbol, value));
        return true;
    }

    private static bool IsAllowed(Symbol symbol, Expr value) => symbol.Shape.IsScalar
        ? symbol.Range == ScalarRange.Real || (value is Number number && symbol.Range.Contains(number.Value))
            || (symbol.Range == new ScalarRange(Rational.Zero, LowerStrict: true) && Positive.IsStrict(value))
        : symbol.Attributes == MatrixAttributes.None
            || (symbol.Attributes == MatrixAttributes.PositiveDefinite && Positive.IsStrict(value))
            || (symbol.Attributes == MatrixAttributes.PositiveSemidefinite && Positive.IsWeak(value));

    /// <summary>symbol &lt; number and the like: the same symbol with a narrower range. A &gt; 0: the same symbol, positive definite.</summary>
    private bool Narrow(Comparison condition)
    {
        var (left, relation, right) = condition.Left is SymbolValue ? (condition.Left, condition.Relation, condition.Right)
            : (condition.Right, Mirrored(condition.Relation), condition.Left);
        if (left is not SymbolValue { Symbol: var symbol } || relation == Relation.NotEqual || symbol.Role == SymbolRole.Random || _parameters.Contains(symbol))
        {
            return false;
        }

        var narrower = symbol.Shape.IsScalar
            ? right is Number { Value: var bound } ? new Symbol(symbol.Name, symbol.Shape, symbol.Role, range: Narrowed(symbol.Range, relation, bound)) : null
            : right is ZeroMatrix && relation is Relation.Greater or Relation.GreaterOrEqual
                ? new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes
                    | (relation == Relation.Greater ? MatrixAttributes.PositiveDefinite : MatrixAttributes.PositiveSemidefinite))
                : null;
        if (narrower is null)
        {
            return false;
        }

        if (IsEmpty(narrower.Range))
        {
            _contradiction ??= Text(condition);
        }

        _values.Add(new(symbol, narrower.Range is { Lower: { } only, Upper: { } upper } && only == upper ? Expr.Of(only) : Expr.Of(narrower)));
        return true;
    }

    private static ScalarRange Narrowed(ScalarRange range, Relation relation, Rational bound)
    {
        var strict = relation is Relation.Less or Relation.Greater;
        if (relation is Relation.Greater or Relation.GreaterOrEqual)
        {
            return range.Lower is { } lower && (lower > bound || (lower == bound && range.LowerStrict)) ? range : range with { Lower = bound, LowerStrict = strict };
        }

        return range.Upper is { } upper && (upper < bound || (upper == bound && range.UpperStrict)) ? range : range with { Upper = bound, UpperStrict = strict };
    }

    private static bool IsEmpty(ScalarRange range) => range is { Lower: { } lower, Upper: { } upper }
        && (lower > upper || (lower == upper && (range.LowerStrict || range.UpperStrict)));

    private static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        _ => relation,
    };

    /// <summary>Whether the condition is seen to fail at every value.</summary>
    private static bool IsContradiction(Comparison condition)
    {
        var difference = Expr.Subtract(condition.Left, condition.Right);
        var negative = Expr.Negate(difference);
        return difference.Shape.IsSquare && condition.Relation switch
        {
            Relation.Equal => Positive.IsStrict(difference) || Positive.IsStrict(negative),
            Relation.NotEqual => NormalForms.IsZero(difference),
            Relation.Less => Positive.IsWeak(difference),
            Relation.LessOrEqual => Positive.IsStrict(difference),
            Relation.Greater => Positive.IsWeak(negative),
            _ => Positive.IsStrict(negative),
        };
    }

    private static string Text(Comparison condition) => CorePrinter.Print(condition);
}
