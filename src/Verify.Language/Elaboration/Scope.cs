using System.Diagnostics.CodeAnalysis;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>What a name was declared as.</summary>
internal abstract record Declared(Location At);

/// <summary>A dimension.</summary>
internal sealed record DeclaredDimension(Dimension Dimension, Location At) : Declared(At);

/// <summary>A matrix, vector or scalar.</summary>
internal sealed record DeclaredSymbol(Symbol Symbol, Location At) : Declared(At);

/// <summary>A definition of known sizes: its value.</summary>
internal sealed record DeclaredValue(Expr Value, Location At) : Declared(At);

/// <summary>A definition that is put in as written: with arguments, or (with none) one whose size is fixed where it is used.</summary>
internal sealed record DeclaredFunction(SyntaxList<NameSyntax> Arguments, ExprSyntax Body, SourceText Source, Location At) : Declared(At);

/// <summary>A declaration with an error of its own: its uses say nothing more.</summary>
internal sealed record DeclaredFaulty(Location At) : Declared(At);

/// <summary>The names of a file and the settings it uses, in order of declaration.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Declared> _names = [];
    private readonly Dictionary<string, Location> _below = [];
    private readonly HashSet<string> _lost = [];
    private readonly Dictionary<Symbol, int> _symbols = [];
    private bool _isIncomplete;
    private readonly Dictionary<Dimension, int> _dimensions = [];

    /// <summary>How large the numbers become in what was read.</summary>
    public NumeralSizes Numerals { get; } = new();

    /// <summary>How deep what was read is.</summary>
    public ExpressionDepths Depths { get; } = new();

    /// <summary>The dimensions in order of declaration.</summary>
    public IEnumerable<Dimension> Dimensions => _dimensions.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>What the definitions without arguments stand for.</summary>
    public IEnumerable<Expr> Definitions => _names.Values.OfType<DeclaredValue>().Select(definition => definition.Value);

    /// <summary>What the name was declared as, if it was.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Declared? declared) => _names.TryGetValue(name, out declared);

    /// <summary>Declares a name that is not declared yet.</summary>
    public void Add(string name, Declared declared)
    {
        _names.Add(name, declared);
        if (declared is DeclaredSymbol { Symbol: var symbol })
        {
            _symbols.Add(symbol, _symbols.Count);
        }
        else if (declared is DeclaredDimension { Dimension: var dimension })
        {
            _dimensions.Add(dimension, _dimensions.Count);
        }
    }

    /// <summary>Announces a name that is declared further down, so that an early use can be told so.</summary>
    public void Announce(string name, Location at) => _below.TryAdd(name, at);

    /// <summary>Notes names that statements with an error were to declare: that they are unknown is no further error.</summary>
    public void Lose(IEnumerable<string> names) => _lost.UnionWith(names);

    /// <summary>Notes that a setting could not be read: what it declares is not known, so no unknown name is a further error.</summary>
    public void LoseSetting() => _isIncomplete = true;

    /// <summary>Whether the name is unknown for an error that is reported already.</summary>
    public bool IsLost(string name) => _isIncomplete || _lost.Contains(name);

    /// <summary>The symbols in order of declaration.</summary>
    public IEnumerable<Symbol> InOrder(IEnumerable<Symbol> symbols) => symbols.OrderBy(symbol => _symbols[symbol]);

    /// <summary>The dimensions in order of declaration.</summary>
    public IEnumerable<Dimension> InOrder(IEnumerable<Dimension> dimensions) => dimensions.OrderBy(dimension => _dimensions[dimension]);

    /// <summary>What to say of a name that is not declared: where it comes later, or which name is near.</summary>
    public string SayUnknown(string name, IEnumerable<string> local)
    {
        if (_below.TryGetValue(name, out var below) && !_names.ContainsKey(name))
        {
            return $"{name} is used before its declaration at line {below.Place.Line}";
        }

        var near = NearNames.Nearest(name, _names.Keys.Concat(local).Concat(_below.Keys));
        return near is null ? $"{name} is not declared" : $"{name} is not declared; did you mean {near}?";
    }
}
