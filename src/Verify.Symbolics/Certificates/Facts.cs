using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Certificates;

/// <summary>What may be used in the proof of a claim: its conditions, and the steps that are proved already.</summary>
internal sealed class Facts
{
    private readonly List<Comparison> _all = [];

    /// <summary>The conditions, which the workspace knows already.</summary>
    public Facts(ImmutableArray<Comparison> conditions) => _all.AddRange(conditions);

    /// <summary>The equations.</summary>
    public IEnumerable<Comparison> Equations => _all.Where(fact => fact.Relation == Relation.Equal);

    /// <summary>The orders, larger side first; an equation is two of them.</summary>
    public IEnumerable<(Expr Larger, Expr Smaller, bool IsStrict)> Orders => _all.SelectMany(OrdersOf);

    /// <summary>Positive signs that were seen; more facts leave them what they are.</summary>
    public Dictionary<Expr, Sign> Signs { get; } = [];

    /// <summary>Adds a proved step.</summary>
    public void Add(Comparison proved) => _all.Add(proved);

    private static IEnumerable<(Expr, Expr, bool)> OrdersOf(Comparison fact) => fact.Relation switch
    {
        Relation.Equal => [(fact.Left, fact.Right, false), (fact.Right, fact.Left, false)],
        Relation.Less or Relation.LessOrEqual => [(fact.Right, fact.Left, fact.Relation == Relation.Less)],
        Relation.Greater or Relation.GreaterOrEqual => [(fact.Left, fact.Right, fact.Relation == Relation.Greater)],
        _ => [],
    };
}
