using Verify.Language;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>Which expressions are used in more than one place.</summary>
internal sealed class UseCounts
{
    private readonly HashSet<Expr> _seen = [];
    private readonly HashSet<Expr> _shared = [];

    /// <summary>Counts the uses below and as outputs.</summary>
    public UseCounts(IEnumerable<Expr> outputs)
    {
        foreach (var output in outputs)
        {
            Visit(output);
        }
    }

    /// <summary>Whether two or more nodes (or places of one node) use the expression.</summary>
    public bool IsShared(Expr expression) => _shared.Contains(expression);

    private void Visit(Expr expression)
    {
        if (!_seen.Add(expression))
        {
            _shared.Add(expression);
            return;
        }

        foreach (var child in expression.Children)
        {
            Visit(child);
        }
    }
}
