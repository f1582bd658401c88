using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Evidence.Mutants;

/// <summary>What sort of thing a claim says.</summary>
public enum StatementKind
{
    /// <summary>Two sides are equal, or tend to each other.</summary>
    Identity,

    /// <summary>An equality with a gradient in it.</summary>
    Gradient,

    /// <summary>The value of a minimum, and where it is attained.</summary>
    Minimum,

    /// <summary>Something is conserved along a flow.</summary>
    Conserved,

    /// <summary>An order, or that two sides are nowhere equal.</summary>
    Inequality,

    /// <summary>Where a flow tends to, and what holds along it.</summary>
    Flow,
}

/// <summary>Kinds of statements.</summary>
public static class StatementKinds
{
    /// <summary>Every kind in order, with its name in the plural.</summary>
    public static ImmutableArray<(StatementKind Kind, string Name)> All { get; } =
    [
        (StatementKind.Identity, "identities"), (StatementKind.Gradient, "gradients"), (StatementKind.Minimum, "minima"),
        (StatementKind.Conserved, "conserved"), (StatementKind.Inequality, "inequalities"), (StatementKind.Flow, "flows"),
    ];

    /// <summary>The name of a kind.</summary>
    public static string Name(this StatementKind kind) => All[(int)kind].Name;

    /// <summary>Whether every mutant of the kind can be settled: not of inequalities, which may leave room, nor of flows.</summary>
    public static bool MustBeSettled(this StatementKind kind) => kind is not (StatementKind.Inequality or StatementKind.Flow);

    /// <summary>The kind of a statement.</summary>
    public static StatementKind Of(Statement statement) => statement switch
    {
        Conserved => StatementKind.Conserved,
        MinimumClaim => StatementKind.Minimum,
        AlongFlow or FlowLimit => StatementKind.Flow,
        Comparison { Relation: not Relation.Equal } => StatementKind.Inequality,
        Comparison comparison when Mentions<Gradient>(comparison.Left) || Mentions<Gradient>(comparison.Right) => StatementKind.Gradient,
        Comparison comparison when Mentions<Minimum>(comparison.Left) || Mentions<Minimum>(comparison.Right) => StatementKind.Minimum,
        _ => StatementKind.Identity,
    };

    /// <summary>Whether a node of this type stands in the expression.</summary>
    internal static bool Mentions<T>(Expr expression)
        where T : Expr => Mentions(expression, node => node is T);

    /// <summary>Whether a node of this kind stands in the expression.</summary>
    internal static bool Mentions(Expr expression, Func<Expr, bool> isKind)
    {
        var (seen, open) = (new HashSet<Expr>(), new Stack<Expr>([expression]));
        while (open.TryPop(out var node))
        {
            if (isKind(node))
            {
                return true;
            }

            foreach (var child in node.Children.Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return false;
    }
}
