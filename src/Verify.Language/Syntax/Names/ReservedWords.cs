using System.Collections.Frozen;

namespace Verify.Language.Syntax;

/// <summary>The words that are no names.</summary>
internal static class ReservedWords
{
    /// <summary>Words that begin a statement.</summary>
    public static FrozenSet<string> Statements { get; } =
        FrozenSet.Create("title", "source", "dim", "scalar", "matrix", "vector", "param", "random", "let", "use", "show", "claim", "refute");

    /// <summary>Words that begin a clause of a claim.</summary>
    public static FrozenSet<string> Clauses { get; } = FrozenSet.Create("assuming", "at", "as", "along", "conserved", "by");

    /// <summary>Functions, and the constants <c>I</c>, <c>ones</c> and <c>inf</c>.</summary>
    public static FrozenSet<string> Operands { get; } =
        FrozenSet.Create("I", "E", "tr", "inf", "opnorm", "norm", "sqrt", "diag", "vec", "kron", "det", "grad", "min", "lim", "flow", "ones");

    /// <summary>Words kept for later versions of the language.</summary>
    public static FrozenSet<string> Later { get; } = FrozenSet.Create("sum", "logdet", "where");

    /// <summary>Whether a word is reserved.</summary>
    public static bool Contains(string word) => Statements.Contains(word) || Clauses.Contains(word) || Operands.Contains(word) || Later.Contains(word);
}
