namespace Verify.Language.Syntax;

/// <summary>What a claim states.</summary>
public abstract record ClaimFormSyntax : SyntaxNode
{
    private protected ClaimFormSyntax(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>A = B</c> and the other relations. Also a condition, or an equation after <c>at</c> and <c>-></c> (always <c>=</c> there).</summary>
public sealed record ComparisonSyntax(ExprSyntax Left, Relation Relation, ExprSyntax Right, TextSpan Span) : ClaimFormSyntax(Span);

/// <summary><c>S conserved along flow(F; P, …)</c>: no parameter has a start.</summary>
public sealed record ConservedSyntax(ExprSyntax Quantity, FlowSyntax Flow, TextSpan Span) : ClaimFormSyntax(Span);

/// <summary><c>A = B along flow(F; P = P0, …)</c>: every parameter has a start.</summary>
public sealed record AlongFlowSyntax(ComparisonSyntax Comparison, FlowSyntax Flow, TextSpan Span) : ClaimFormSyntax(Span);

/// <summary><c>min(F; P, …) = V at EQUATION, …</c>. Without <c>at</c> (<c>Attained</c> empty) the infimum need not be attained.</summary>
public sealed record MinimumClaimSyntax(MinimumSyntax Minimum, ExprSyntax Value, SyntaxList<ComparisonSyntax> Attained, TextSpan Span) : ClaimFormSyntax(Span);

/// <summary><c>flow(F; P = P0, …) -> EQUATION, …</c>: every parameter has a start.</summary>
public sealed record FlowLimitSyntax(FlowSyntax Flow, SyntaxList<ComparisonSyntax> Equations, TextSpan Span) : ClaimFormSyntax(Span);

/// <summary><c>A = B as N -> inf, …</c>.</summary>
public sealed record LimitComparisonSyntax(ExprSyntax Left, ExprSyntax Right, SyntaxList<ApproachSyntax> Approaches, TextSpan Span) : ClaimFormSyntax(Span);
