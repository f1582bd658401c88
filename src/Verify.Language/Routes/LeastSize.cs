using Verify.Language.Elaboration;

namespace Verify.Language.Routes;

/// <summary>How large the matrices of a claim are at the least values of its dimensions: what no route that writes entries out can get below.</summary>
public static class LeastSize
{
    /// <summary>What a route finds that can take no more than so many entries of a matrix, where the claim has more; otherwise null.</summary>
    public static Finding? Beyond(int most, Claim claim) => Entries(claim) > most ? new(Outcome.Undecided, $"a matrix of more than {most} entries, even at the least sizes") : null;

    /// <summary>The most entries that a symbol or a part of the claim has there, in floating point, since a file can make them any number.</summary>
    public static double Entries(Claim claim)
    {
        var seen = new HashSet<Expr>();
        var open = new Stack<Expr>(new[] { claim.Statement }.Concat(claim.Conditions).SelectMany(Dependence.ExpressionsOf));
        var most = claim.Symbols.Select(symbol => Of(symbol.Shape)).Append(1).Max();
        while (open.TryPop(out var part))
        {
            most = Math.Max(most, Of(part.Shape));
            foreach (var child in part.Children.Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return most;
    }

    private static double Of(Shape shape) => Of(shape.Rows) * Of(shape.Columns);

    private static double Of(Size size) => size.Constant + size.Terms.Sum(term => (double)term.Value * term.Key.Least);
}
