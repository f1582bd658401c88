using System.Collections.Immutable;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>
/// D_0 A_0 D_1 A_1 … A_(l-1) D_l with dense A and diagonal D, which may be absent (null). Cyclic, D_l stands in front, as part of D_0, and indices of A and D
/// count on modulo l.
/// </summary>
internal sealed class Chain
{
    private readonly Graph _graph;
    private readonly List<Factor> _dense = [];
    private readonly List<Node?> _weights = [null];
    private readonly bool _cyclic;
    private readonly Dictionary<(int First, int Count), (double Cost, int Split)> _plans = [];

    /// <summary>The chain of the factors.</summary>
    public Chain(Graph graph, ImmutableArray<Factor> factors, bool cyclic)
    {
        (_graph, _cyclic) = (graph, cyclic);
        foreach (var factor in factors)
        {
            if (factor.IsDiagonal)
            {
                _weights[^1] = Merged(_weights[^1], factor.Node);
            }
            else
            {
                _dense.Add(factor);
                _weights.Add(null);
            }
        }

        if (cyclic && Length > 0)
        {
            _weights[0] = Merged(_weights[^1], _weights[0]);
            _weights[^1] = null;
        }
    }

    /// <summary>The number of dense factors.</summary>
    public int Length => _dense.Count;

    /// <summary>The diagonal factors.</summary>
    public IReadOnlyList<Node?> Weights => _weights;

    /// <summary>A_i.</summary>
    public Factor Dense(int i) => _dense[i % Length];

    /// <summary>D_i, in front of A_i.</summary>
    public Node? Weight(int i) => _cyclic ? _weights[i % Length] : _weights[i];

    /// <summary>A_i D_(i+1) … A_(i+count-1), multiplied in the cheapest order.</summary>
    public Term Form(int first, int count)
    {
        if (count == 1)
        {
            return _graph.TermOf(Dense(first));
        }

        var split = Plan(first, count).Split;
        return _graph.Multiply(Form(first, split), Weight(first + split), Form(first + split, count - split));
    }

    /// <summary>Where the first arc of the cheapest cut of the ring into two begins, and how many factors it has.</summary>
    public (int First, int Count) CheapestCut()
    {
        var (best, least) = ((First: 0, Count: 1), double.PositiveInfinity);
        for (var first = 0; first < Length; first++)
        {
            for (var count = 1; first + count <= Length && count < Length; count++)
            {
                var both = IsConstant(first, count) && IsConstant(first + count, Length - count);
                var cost = Plan(first, count).Cost + Plan(first + count, Length - count).Cost
                    + (both ? 0 : (double)Dense(first).Rows * Dense(first + count).Rows);
                if (cost < least)
                {
                    (best, least) = ((first, count), cost);
                }
            }
        }

        return best;
    }

    private (double Cost, int Split) Plan(int first, int count)
    {
        if (count == 1)
        {
            return (0, 0);
        }

        var key = (first % Length, count);
        if (!_plans.TryGetValue(key, out var best))
        {
            best = (double.PositiveInfinity, 0);
            for (var split = 1; split < count; split++)
            {
                var free = IsConstant(first, split) && IsConstant(first + split, count - split);
                var cost = Plan(first, split).Cost + Plan(first + split, count - split).Cost
                    + (free ? 0 : (double)Dense(first).Rows * Dense(first + split).Rows * Dense(first + count - 1).Columns);
                best = cost < best.Cost ? (cost, split) : best;
            }

            _plans[key] = best;
        }

        return best;
    }

    private bool IsConstant(int first, int count) => Enumerable.Range(first, count).All(i => Dense(i).Node.IsConstant)
        && Enumerable.Range(first + 1, count - 1).All(i => Weight(i) is null or { IsConstant: true });

    private Node? Merged(Node? left, Node? right) => left is null || right is null ? left ?? right : _graph.Entrywise(left, right);
}
