using System.Collections.Immutable;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Attention.Theory;

/// <summary>
/// Weighted diagonal matrices that give E f(Λ) exactly for Λ = diag(λ₁ … λ_d), λᵢ iid Exponential(1), and every polynomial f of total degree 3 or less in the λᵢ.
/// </summary>
/// <remarks>
/// For each i the two nodes 2 ± √2 of the Gauss-Laguerre rule, exact to degree 3, in place i and the mean 1 elsewhere; less (d - 1) times the identity. A monomial of degree 3
/// or less has at most one factor of a degree above 1, so that one summand alone is not the product of the means. The weights add up to 1; the last one is negative for d > 1,
/// which does not matter to a sum.
/// </remarks>
internal static class DegreeThree
{
    /// <summary>The 2d + 1 weighted matrices; without the last one where its weight is 0.</summary>
    public static ImmutableArray<Atom> Exponential(int d)
    {
        var root = Math.Sqrt(2);
        var atoms = ImmutableArray.CreateBuilder<Atom>();
        for (var place = 0; place < d; place++)
        {
            atoms.Add(new((2 - root) / 4, Diagonal(d, place, 2 + root)));
            atoms.Add(new((2 + root) / 4, Diagonal(d, place, 2 - root)));
        }

        if (d > 1)
        {
            atoms.Add(new(1 - d, Diagonal(d, 0, 1)));
        }

        return atoms.ToImmutable();
    }

    private static Matrix Diagonal(int d, int place, double value) => Matrix.Of(d, d, (i, j) => i != j ? 0 : i == place ? value : 1);
}
