namespace Verify.Language.Printing;

/// <summary>
/// A name for every symbol and dimension of some expressions. Free ones keep theirs. A bound one keeps its name where that means what the name was declared as
/// and hides nothing that occurs under its binder; otherwise it gets a subscript.
/// </summary>
internal sealed class SymbolNames
{
    private readonly Dictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Symbol> _meanings = [];
    private readonly HashSet<Symbol> _defined;
    private readonly HashSet<Expr> _seen = [];
    private readonly List<Symbol> _bound = [];
    private readonly List<Dimension> _boundDimensions = [];

    /// <summary>
    /// Names for the expressions; the declared symbols say what a name means, where they are known. The name of a defined one, which has a value, is no
    /// bound symbol's.
    /// </summary>
    public SymbolNames(IEnumerable<Expr> expressions, IEnumerable<Symbol> declared, IEnumerable<Symbol>? defined = null)
    {
        _defined = [.. defined ?? []];
        var all = expressions.ToList();
        foreach (var symbol in declared.Concat(all.SelectMany(expression => expression.FreeSymbols).Distinct().Order()))
        {
            AddFree(symbol);
        }

        foreach (var dimension in all.SelectMany(expression => expression.FreeDimensions).Distinct().Order())
        {
            _names.TryAdd(dimension, dimension.Name);
        }

        all.ForEach(Visit);
    }

    /// <summary>The random symbols that expectations bind, one for each name, in the order met.</summary>
    public IReadOnlyList<Symbol> Averaged => [.. _bound.Where(symbol => symbol.Role == SymbolRole.Random).DistinctBy(symbol => this[symbol])];

    /// <summary>Every symbol that a binder binds, in the order met.</summary>
    public IReadOnlyList<Symbol> Bound => _bound;

    /// <summary>Every dimension that a limit binds, in the order met.</summary>
    public IReadOnlyList<Dimension> BoundDimensions => _boundDimensions;

    /// <summary>The name of a symbol.</summary>
    public string this[Symbol symbol] => _names.GetValueOrDefault(symbol) ?? symbol.Name;

    /// <summary>The name of a dimension.</summary>
    public string this[Dimension dimension] => _names.GetValueOrDefault(dimension) ?? dimension.Name;

    private void AddFree(Symbol symbol)
    {
        if (!_names.ContainsKey(symbol))
        {
            _names[symbol] = Unused(symbol.Name, name => !_meanings.ContainsKey(name));
            _meanings[_names[symbol]] = symbol;
        }
    }

    private void Visit(Expr expression)
    {
        if (!_seen.Add(expression))
        {
            return;
        }

        switch (expression)
        {
            case Expectation e:
                e.Bound.ToList().ForEach(symbol => Bind(symbol, e));
                break;
            case Gradient g:
                Bind(g.Bound, g);
                break;
            case Minimum m:
                m.Bound.ToList().ForEach(symbol => Bind(symbol, m));
                break;
            case Limit { Approach.Scalar: { } scalar } limit:
                Bind(scalar, limit);
                break;
            case Limit { Approach.Dimension: { } dimension } limit:
                var others = limit.Body.FreeDimensions.Remove(dimension).Select(other => this[other]).ToHashSet();
                _boundDimensions.Add(dimension);
                _names[dimension] = Unused(dimension.Name, name => !others.Contains(name));
                break;
        }

        foreach (var child in expression.Children)
        {
            Visit(child);
        }
    }

    private void Bind(Symbol symbol, Expr binder)
    {
        symbol.Law?.Expressions.ToList().ForEach(Visit);

        var within = binder.Children[0].FreeSymbols.Union(binder is Expectation ? binder.FreeSymbols : []).Remove(symbol);
        var hidden = within.Select(other => this[other]).ToHashSet();
        var name = Unused(symbol.Name, name => !hidden.Contains(name) && (!_meanings.TryGetValue(name, out var known) || MeansTheSame(symbol, known)));
        _names[symbol] = name;
        _meanings.TryAdd(name, symbol);
        _bound.Add(symbol);
    }

    private bool MeansTheSame(Symbol a, Symbol b) => !_defined.Contains(b) && a.Role == b.Role && a.Shape.Equals(b.Shape) && a.Attributes == b.Attributes && (a.Law, b.Law) switch
    {
        (MomentLaw x, MomentLaw y) => x.GetType() == y.GetType() && x.IidRows == y.IidRows && LooksTheSame(x.Mean, y.Mean) && LooksTheSame(x.Covariance, y.Covariance),
        (EntriesLaw x, EntriesLaw y) => x.Family == y.Family && LooksTheSame(x, y),
        (LabelsLaw x, LabelsLaw y) => (x.Square is null) == (y.Square is null) && (x.Spread is null) == (y.Spread is null) && LooksTheSame(x, y),
        (null, null) or (AnyLaw, AnyLaw) => true,
        _ => false,
    };

    private bool LooksTheSame(Law a, Law b) => a.Expressions.Zip(b.Expressions).All(pair => LooksTheSame(pair.First, pair.Second));

    private bool LooksTheSame(Expr a, Expr b) => ReferenceEquals(a, b) || CorePrinter.Print(a, this) == CorePrinter.Print(b, this);

    private static string Unused(string name, Func<string, bool> isFree)
    {
        var candidate = name;
        for (var i = 1; !isFree(candidate); i++)
        {
            candidate = name + string.Concat(i.ToString().Select(digit => (char)('₀' + digit - '0')));
        }

        return candidate;
    }
}
