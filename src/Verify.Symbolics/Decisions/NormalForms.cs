using System.Runtime.CompilerServices;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Decisions;

/// <summary>Normal forms of core expressions in the current workspace, as expressions again, so that decisions can be written in terms of expressions. Each is made once.</summary>
internal static class NormalForms
{
    private static readonly ConditionalWeakTable<Algebra, Memory> Memories = [];

    /// <summary>The normal form of an expression without min and lim, as an expression.</summary>
    public static Expr Of(Expr expression)
    {
        var memory = Memories.GetOrCreateValue(Algebra.Current);
        if (!memory.Expressions.TryGetValue(expression, out var normal))
        {
            memory.Expressions[expression] = normal = ToExpr(memory.Normalizer.Of(expression));
            memory.Expressions.TryAdd(normal, normal);
        }

        return normal;
    }

    /// <summary>The normal form of an expression without min and lim.</summary>
    public static Form FormOf(Expr expression) => Memories.GetOrCreateValue(Algebra.Current).Normalizer.Of(expression);

    /// <summary>A normal form as an expression.</summary>
    public static Expr ToExpr(Form form) => CorePrinter.ToCore(form);

    /// <summary>Whether the normal form is 0. False does not say that the value is no zero.</summary>
    public static bool IsZero(Expr expression) => FormOf(expression).IsZero;

    /// <summary>Forgets all forms, since the workspace has new rules.</summary>
    public static void Forget() => Memories.Remove(Algebra.Current);

    private sealed class Memory
    {
        public Normalizer Normalizer { get; } = new();

        public Dictionary<Expr, Expr> Expressions { get; } = [];
    }
}
