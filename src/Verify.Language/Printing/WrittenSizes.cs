namespace Verify.Language.Printing;

/// <summary>How many nodes an expression has when it is written out, shared parts as often as they occur.</summary>
internal sealed class WrittenSizes
{
    private readonly Dictionary<Expr, double> _known = [];

    /// <summary>The number of nodes.</summary>
    public double Of(Expr expression)
    {
        if (!_known.TryGetValue(expression, out var size))
        {
            _known[expression] = size = 1 + expression.Children.Sum(Of);
        }

        return size;
    }
}
