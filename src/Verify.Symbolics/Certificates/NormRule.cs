using Verify.Language;

namespace Verify.Symbolics.Certificates;

/// <summary>A known inequality: expressions that are never smaller than one of a form.</summary>
/// <param name="Name">The inequality.</param>
/// <param name="Above">The larger expressions, none where the form or what the rule asks for is not there.</param>
internal sealed record NormRule(string Name, Func<Expr, FormSign, IEnumerable<Expr>> Above)
{
    /// <summary>Whether what is above a trace is above minus the trace too.</summary>
    public bool HoldsForMinus { get; init; }
}
