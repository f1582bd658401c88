namespace Verify.Language.Elaboration;

/// <summary>How many levels an expression has, with everything that its definitions stand for put in: what a recursive walk needs of the stack.</summary>
internal sealed class ExpressionDepths
{
    /// <summary>The greatest depth that an expression may have.</summary>
    public const int Limit = 4000;

    private readonly Dictionary<Expr, int> _known = [];

    /// <summary>The depth; of a leaf 1.</summary>
    public int Of(Expr value)
    {
        if (!_known.TryGetValue(value, out var depth))
        {
            _known[value] = depth = 1 + value.Children.Select(Of).DefaultIfEmpty().Max();
        }

        return depth;
    }
}
