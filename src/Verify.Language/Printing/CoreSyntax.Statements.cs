using Verify.Language.Syntax;

namespace Verify.Language.Printing;

internal sealed partial class CoreSyntax
{
    /// <summary>The statement as a surface tree.</summary>
    public ClaimFormSyntax Of(Statement statement) => statement switch
    {
        Comparison comparison => Of(comparison),
        Conserved conserved => new ConservedSyntax(Of(conserved.Quantity), Of(conserved.Flow, []), Nowhere),
        AlongFlow along => new AlongFlowSyntax(Of(along.Comparison), Of(along.Flow, along.Start), Nowhere),
        MinimumClaim minimum => new MinimumClaimSyntax(
            OfMinimum(minimum.Loss, minimum.Parameters), Of(minimum.Value), minimum.Attained.IsDefault ? [] : [.. minimum.Attained.Select(Of)], Nowhere),
        FlowLimit limit => new FlowLimitSyntax(Of(limit.Flow, limit.Start), [.. limit.Equations.Select(Of)], Nowhere),
        LimitComparison limit => new LimitComparisonSyntax(Of(limit.Left), Of(limit.Right), [.. limit.Approaches.Select(Of)], Nowhere),
        _ => throw new InvalidOperationException($"{statement.GetType().Name} is no statement."),
    };

    /// <summary>The comparison as a surface tree.</summary>
    public ComparisonSyntax Of(Comparison comparison) => new(Of(comparison.Left), comparison.Relation, Of(comparison.Right), Nowhere);

    /// <summary>The law as a surface tree.</summary>
    public LawSyntax Of(Law law) => law switch
    {
        MomentLaw moments => Of(moments),
        EntriesLaw entries => new EntriesLawSyntax(entries.Family, [.. entries.Parameters.Select(Of)], Nowhere),
        LabelsLaw labels => new LabelsLawSyntax(
            Name(names[((SymbolValue)labels.Inputs).Symbol]), Of(labels.Cross), labels.Square is null ? null : Of(labels.Square), labels.Spread is null ? null : Of(labels.Spread), Nowhere),
        _ => new AnyLawSyntax(Nowhere),
    };

    private MomentLawSyntax Of(MomentLaw law) => new(
        law is NormalLaw ? LawFamily.Normal : LawFamily.Moments,
        law.Mean is ZeroMatrix or Number { Value.IsZero: true } ? null : Of(law.Mean),
        law.IidRows ? CovarianceForm.Rows : law is NormalLaw && law.Mean is ZeroMatrix or Number { Value.IsZero: true } ? CovarianceForm.Plain : CovarianceForm.Covariance,
        Of(law.Covariance),
        Nowhere);

    private FlowSyntax Of(Flow flow, IReadOnlyList<Expr> start) => new(
        Of(flow.Loss),
        [.. flow.Parameters.Select((parameter, i) => new FlowParameterSyntax(Name(names[parameter]), start.Count == 0 ? null : Of(start[i]), Nowhere))],
        Nowhere);
}
