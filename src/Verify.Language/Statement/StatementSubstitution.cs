using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>Replacement throughout a statement. The parameters of a flow or a minimum may be renamed, by a value that is another symbol, and nothing else.</summary>
public static class StatementSubstitution
{
    /// <summary>The comparison with both sides replaced.</summary>
    public static Comparison In(this Substitution substitution, Comparison comparison) =>
        comparison with { Left = substitution.In(comparison.Left), Right = substitution.In(comparison.Right) };

    /// <summary>The flow with its loss replaced and its parameters renamed.</summary>
    public static Flow In(this Substitution substitution, Flow flow) =>
        new(substitution.In(flow.Loss), substitution.Renamed(flow.Parameters));

    /// <summary>The statement with every expression in it replaced. A parameter that would be replaced by what is no symbol throws <see cref="ArgumentException"/>.</summary>
    public static Statement In(this Substitution substitution, Statement statement) => statement switch
    {
        Comparison comparison => substitution.In(comparison),
        Conserved conserved => new Conserved(substitution.In(conserved.Quantity), substitution.In(conserved.Flow)),
        AlongFlow along => new AlongFlow(substitution.In(along.Comparison), substitution.In(along.Flow), substitution.In(along.Start)),
        MinimumClaim minimum => new MinimumClaim(
            substitution.In(minimum.Loss),
            substitution.Renamed(minimum.Parameters),
            substitution.In(minimum.Value),
            minimum.Attained.IsDefault ? default : substitution.In(minimum.Attained)),
        FlowLimit limit => new FlowLimit(substitution.In(limit.Flow), substitution.In(limit.Start), substitution.In(limit.Equations)),
        LimitComparison limit => new LimitComparison(
            substitution.In(limit.Left), substitution.In(limit.Right), [.. limit.Approaches.Select(substitution.In)]),
        _ => throw new InvalidOperationException($"{statement.GetType().Name} is no statement."),
    };

    private static ImmutableArray<Comparison> In(this Substitution substitution, ImmutableArray<Comparison> comparisons) => [.. comparisons.Select(substitution.In)];

    private static ImmutableArray<Expr> In(this Substitution substitution, ImmutableArray<Expr> values) => [.. values.Select(substitution.In)];

    private static ImmutableArray<Symbol> Renamed(this Substitution substitution, ImmutableArray<Symbol> parameters) =>
        [.. parameters.Select(parameter => (substitution.In(Expr.Of(parameter)) as SymbolValue)?.Symbol
            ?? throw new ArgumentException($"{parameter} is a parameter of the statement and can only be renamed."))];

    private static Approach In(this Substitution substitution, Approach approach)
    {
        var target = approach.Target is { } old ? substitution.In(old) : null;
        return approach.Scalar is { } scalar
            ? new(null, substitution.Renamed([scalar])[0], target)
            : new(substitution.In((Size)approach.Dimension!).AsDimension
                ?? throw new ArgumentException($"{approach.Name} is the variable of a limit and can only be renamed."), null, target);
    }
}
