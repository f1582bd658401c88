namespace Verify.Language.Elaboration;

/// <summary>Whether expectations are determined by what is given of the laws, where that is moments alone. In a file one that is not is an error.</summary>
public static class Determinacy
{
    /// <summary>Whether every expectation in the expression is; what is free in one is held in it.</summary>
    public static bool Of(Expr expression)
    {
        var (seen, open) = (new HashSet<Expr>(), new Stack<Expr>([expression]));
        while (open.TryPop(out var node))
        {
            if (node is Expectation mean && (MomentDegrees.FirstUndetermined(mean) is not null || LabelDegrees.Obstacle(mean, mean.FreeSymbols.Where(symbol => symbol.Law is not null)) is not null))
            {
                return false;
            }

            foreach (var child in node.Children.Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return true;
    }
}
