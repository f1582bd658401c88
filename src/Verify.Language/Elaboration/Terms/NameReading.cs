using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

internal sealed partial class ExpressionReader
{
    /// <summary>An argument of a definition, as written, with the names that it may use.</summary>
    private sealed record Argument(ExprSyntax Syntax, SourceText Source, ImmutableDictionary<string, Argument> Arguments, Term? Closed);

    /// <summary>The symbol that a binder names, null (and reported) where it names none or one of another role.</summary>
    public Symbol? ReadSymbol(NameSyntax name, SymbolRole role)
    {
        var named = ReadName(name);
        if (named.Symbol is { } symbol && symbol.Role == role)
        {
            return symbol;
        }

        if (!IsFaulty)
        {
            Report(name, role == SymbolRole.Random ? $"{name.Name} is not declared random" : $"{name.Name} is not declared param");
        }

        _faulty = true;
        return null;
    }

    /// <summary>Parameters named once each; null where one of them is none.</summary>
    public ImmutableArray<Symbol>? ReadParameters(IEnumerable<NameSyntax> names)
    {
        var symbols = ImmutableArray.CreateBuilder<Symbol>();
        var sound = true;
        foreach (var name in names)
        {
            var symbol = ReadSymbol(name, SymbolRole.Parameter);
            if (symbol is null)
            {
                sound = false;
            }
            else if (symbols.Contains(symbol))
            {
                Report(name, $"{name.Name} is named twice");
                sound = false;
            }
            else
            {
                symbols.Add(symbol);
            }
        }

        return sound ? symbols.ToImmutable() : null;
    }

    private Term ReadName(NameSyntax name)
    {
        if (_arguments.TryGetValue(name.Name, out var argument))
        {
            return argument.Closed ?? Within(argument.Source, argument.Arguments, () => Read(argument.Syntax));
        }

        if (!_scope.TryFind(name.Name, out var declared))
        {
            return _scope.IsLost(name.Name) ? Faulty(name) : Fail(name, _scope.SayUnknown(name.Name, _arguments.Keys));
        }

        return declared switch
        {
            DeclaredSymbol symbol => Term.Known(Expr.Of(symbol.Symbol), At(name)),
            DeclaredDimension dimension => Term.Known(Expr.Of(dimension.Dimension), At(name)),
            DeclaredValue value => Term.Known(value.Value, At(name)),
            DeclaredFunction { Arguments.Count: 0 } definition =>
                Within(definition.Source, ImmutableDictionary<string, Argument>.Empty, () => Read(definition.Body)),
            DeclaredFunction definition => Fail(name, $"{name.Name} is a definition with arguments: write {name.Name}({string.Join(", ", definition.Arguments.Select(a => a.Name))})"),
            _ => Faulty(name),
        };
    }

    private Term ReadCall(CallSyntax call)
    {
        var name = call.Function.Name;
        if (!_scope.TryFind(name, out var declared))
        {
            return _scope.IsLost(name) ? Faulty(call) : Fail(call.Function, _scope.SayUnknown(name, _arguments.Keys));
        }

        if (declared is not DeclaredFunction function)
        {
            return declared is DeclaredFaulty ? Faulty(call) : Fail(call.Function, $"{name} is no definition with arguments");
        }

        if (function.Arguments.Count != call.Arguments.Count)
        {
            return Fail(call, $"{name} takes {Count(function.Arguments.Count)}, here it is given {call.Arguments.Count}");
        }

        var arguments = ImmutableDictionary.CreateBuilder<string, Argument>();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            arguments.Add(function.Arguments[i].Name, ReadArgument(call.Arguments[i]));
        }

        return Within(function.Source, arguments.ToImmutable(), () => Read(function.Body));
    }

    // An argument whose sizes are known is the same wherever it is put in; one with an open 0 or I is read anew in each place.
    private Argument ReadArgument(ExprSyntax syntax)
    {
        var before = _literals.Count;
        var term = Read(syntax);
        _sizes.Solve();
        var isClosed = term.Shape.Found is not null && _literals.Skip(before).All(literal => literal.Term.Shape.Found is not null);
        if (!isClosed)
        {
            _literals.RemoveRange(before, _literals.Count - before);
        }

        return new(syntax, _source, _arguments, isClosed ? term : null);
    }

    private Term Within(SourceText source, ImmutableDictionary<string, Argument> arguments, Func<Term> read)
    {
        var (outerSource, outerArguments) = (_source, _arguments);
        (_source, _arguments) = (source, arguments);
        var term = read();
        (_source, _arguments) = (outerSource, outerArguments);
        return term;
    }

    private static string Count(int arguments) => arguments == 1 ? "one argument" : $"{arguments} arguments";
}
