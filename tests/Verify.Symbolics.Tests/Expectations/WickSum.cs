using Verify.Language;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Tests.Expectations;

/// <summary>
/// E of a product of traces in a centred Gaussian X with E[X_ij X_kl] = R_ik C_jl, by the sum over all pairings (Isserlis): each pairing joins row index to row index through R and
/// column index to column index through C, and the loops that arise are traces. Shares no step with the recurrence: nothing is collected, no occurrence is singled out.
/// </summary>
internal sealed class WickSum(Symbol symbol, Form r, Form c)
{
    /// <summary>One occurrence: the X (or X') of a cycle, and the product of the letters up to the next occurrence.</summary>
    private sealed record Site(bool Transposed, Form Between, int Next);

    public Scalar Mean(params Letter[][] cycles)
    {
        var sites = new List<Site>();
        foreach (var cycle in cycles)
        {
            var places = Enumerable.Range(0, cycle.Length).Where(i => cycle[i].Atom is SymbolAtom atom && atom.Symbol == symbol).ToList();
            var first = sites.Count;
            for (var k = 0; k < places.Count; k++)
            {
                var between = Form.Identity(cycle[places[k]].Columns);
                for (var i = (places[k] + 1) % cycle.Length; i != places[(k + 1) % places.Count]; i = (i + 1) % cycle.Length)
                {
                    between *= Form.Of(cycle[i]);
                }

                sites.Add(new(cycle[places[k]].IsTransposed, between, first + ((k + 1) % places.Count)));
            }
        }

        return sites.Count % 2 == 1 ? Scalar.Zero : Pairings([.. Enumerable.Range(0, sites.Count)], new int[sites.Count], sites);
    }

    private Scalar Pairings(List<int> free, int[] partner, List<Site> sites)
    {
        if (free.Count == 0)
        {
            return Loops(partner, sites);
        }

        var sum = Scalar.Zero;
        foreach (var other in free.Skip(1))
        {
            (partner[free[0]], partner[other]) = (other, free[0]);
            sum += Pairings([.. free.Where(i => i != free[0] && i != other)], partner, sites);
        }

        return sum;
    }

    /// <summary>Walks along "between" pieces and through pairings until every piece was used once.</summary>
    private Scalar Loops(int[] partner, List<Site> sites)
    {
        var used = new bool[sites.Count];
        var value = Scalar.One;
        for (var start = 0; start < sites.Count; start++)
        {
            if (used[start])
            {
                continue;
            }

            Form? loop = null;
            var (site, forward) = (start, true);
            do
            {
                // Forward: the piece after the site, ending at the left index of the next site. Backward: its transpose, ending at the right index of the site before.
                var piece = forward ? sites[site].Between : sites[site].Between.Transpose();
                used[site] = true;
                var arrived = forward ? sites[site].Next : site;
                var arrivedAtRows = forward != sites[arrived].Transposed;
                var covariance = arrivedAtRows ? r : c;
                loop = loop is null ? piece * covariance : loop * piece * covariance;
                var left = partner[arrived];

                // The same kind of index (row or column) of the partner; a site's right index begins its own piece, its left index ends the piece before.
                forward = arrivedAtRows == sites[left].Transposed;
                site = forward ? left : sites.FindIndex(s => s.Next == left);
            }
            while (site != start || !forward);

            value *= loop.Trace();
        }

        return value;
    }
}
