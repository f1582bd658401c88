namespace Verify.Language.Blocks;

/// <summary>Whether block matrices occur, also in the laws of bound symbols.</summary>
internal sealed class BlockSearch
{
    private readonly HashSet<Expr> _seen = [];

    /// <summary>Whether a block matrix occurs in one of the expressions.</summary>
    public bool Any(IEnumerable<Expr> expressions)
    {
        var open = new Stack<Expr>(expressions);
        while (open.TryPop(out var expression))
        {
            if (expression is BlockMatrix)
            {
                return true;
            }

            if (!_seen.Add(expression))
            {
                continue;
            }

            foreach (var child in expression.Children)
            {
                open.Push(child);
            }

            foreach (var law in (expression as Expectation)?.Bound.Select(symbol => symbol.Law).OfType<Law>() ?? [])
            {
                law.Expressions.ToList().ForEach(open.Push);
            }
        }

        return false;
    }
}
