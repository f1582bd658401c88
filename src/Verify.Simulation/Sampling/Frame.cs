using Verify.Language;
using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>Steps that are run together, and the values they leave: those of the whole program, or those that move with the parameter of a gradient.</summary>
/// <param name="Bound">The parameter, or null for the whole program.</param>
internal sealed record Frame(Symbol? Bound)
{
    private readonly List<Step> _steps = [];
    private readonly List<Combination> _pending = [];

    /// <summary>The values known in this frame.</summary>
    public Dictionary<Expr, LaneMatrix> Known { get; } = [];

    /// <summary>Adds a combination behind what was added before.</summary>
    public void Add(Combination combination) => _pending.Add(combination);

    /// <summary>Adds a step behind what was added before.</summary>
    public void Add(Step step)
    {
        Flush();
        _steps.Add(step);
    }

    /// <summary>All steps in order.</summary>
    public IReadOnlyList<Step> Finish()
    {
        Flush();
        return _steps;
    }

    private void Flush()
    {
        if (_pending.Count > 0)
        {
            _steps.Add(new Combinations(_pending));
            _pending.Clear();
        }
    }
}
