using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Verify.Language.Syntax;

/// <summary>
/// The names that before parentheses are calls: definitions with arguments, and functions of the language whose names are not reserved and which a text has
/// only where it declares nothing of that name.
/// </summary>
internal sealed record CallableNames(ImmutableHashSet<string> Definitions, ImmutableHashSet<string> Declared)
{
    private static readonly FrozenDictionary<string, BuiltIn> Unreserved =
        new Dictionary<string, BuiltIn> { ["negatives"] = BuiltIn.Negatives, ["singular"] = BuiltIn.Singular, ["softmax"] = BuiltIn.Softmax }.ToFrozenDictionary();

    /// <summary>Whether the name before parentheses is a call.</summary>
    public bool Contains(string name) => Definitions.Contains(name) || BuiltInOf(name) is not null;

    /// <summary>The function of the language that the name is; null where it is none, or is declared.</summary>
    public BuiltIn? BuiltInOf(string name) => !Declared.Contains(name) && Unreserved.TryGetValue(name, out var function) ? function : null;

    /// <summary>Where the names are arguments of a definition.</summary>
    public CallableNames Hiding(IEnumerable<string> arguments) => new(Definitions.Except(arguments), Declared.Union(arguments));
}
