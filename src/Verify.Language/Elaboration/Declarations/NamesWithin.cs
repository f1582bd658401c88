using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>The names in an expression as written.</summary>
internal static class NamesWithin
{
    /// <summary>Every name, also those that binders and substitutions name, from left to right.</summary>
    public static IEnumerable<NameSyntax> Of(ExprSyntax syntax) => syntax switch
    {
        NameSyntax name => [name],
        NegationSyntax negation => Of(negation.Operand),
        TransposeSyntax transpose => Of(transpose.Operand),
        PowerSyntax power => Of(power.Base),
        SumSyntax sum => Of(sum.First).Concat(sum.Rest.SelectMany(term => Of(term.Operand))),
        ProductSyntax product => Of(product.First).Concat(product.Rest.SelectMany(factor => Of(factor.Operand))),
        BlockSyntax block => block.Rows.SelectMany(row => row.SelectMany(Of)),
        EntrySyntax entry => Of(entry.Operand).Concat(entry.Positions.Select(position => position.Index).OfType<NameSyntax>()),
        ColumnSyntax column => Of(column.Operand).Concat(column.Position.Index is { } index ? [index] : []),
        BuiltInSyntax function => Of(function.Argument),
        KroneckerSyntax product => Of(product.Left).Concat(Of(product.Right)),
        CallSyntax call => Of(call.Function).Concat(call.Arguments.SelectMany(Of)),
        ExpectationSyntax expectation => Of(expectation.Body).Concat(expectation.Given),
        GradientSyntax gradient => Of(gradient.Body).Append(gradient.Parameter),
        MinimumSyntax minimum => Of(minimum.Body).Concat(minimum.Parameters),
        LimitSyntax limit => Of(limit.Body).Append(limit.Approach.Name).Concat(limit.Approach.Target is { } target ? Of(target) : []),
        SubstitutionSyntax substitution => Of(substitution.Operand)
            .Concat(substitution.Assignments.SelectMany(assignment => Of(assignment.Value).Prepend(assignment.Name))),
        _ => [],
    };
}
