namespace Verify.Language.Syntax;

/// <summary>The functions of one argument that the language knows.</summary>
public enum BuiltIn
{
    /// <summary><c>tr</c></summary>
    Trace,

    /// <summary><c>opnorm</c></summary>
    OperatorNorm,

    /// <summary><c>norm</c></summary>
    Norm,

    /// <summary><c>sqrt</c></summary>
    SquareRoot,

    /// <summary><c>diag</c></summary>
    Diagonal,

    /// <summary><c>vec</c></summary>
    Vec,

    /// <summary><c>det</c></summary>
    Determinant,

    /// <summary><c>negatives</c></summary>
    Negatives,

    /// <summary><c>singular</c></summary>
    Singular,

    /// <summary><c>softmax</c></summary>
    Softmax,
}

/// <summary><c>tr(A)</c> and its like.</summary>
public sealed record BuiltInSyntax(BuiltIn Function, ExprSyntax Argument, TextSpan Span) : ExprSyntax(Span, Argument.Height + 1);

/// <summary><c>kron(A, B)</c>.</summary>
public sealed record KroneckerSyntax(ExprSyntax Left, ExprSyntax Right, TextSpan Span) : ExprSyntax(Span, Math.Max(Left.Height, Right.Height) + 1);

/// <summary><c>risk(A, m)</c>: a definition with arguments, applied. A name in front of parentheses that is no such definition is a factor of a product.</summary>
public sealed record CallSyntax(NameSyntax Function, SyntaxList<ExprSyntax> Arguments, TextSpan Span) : ExprSyntax(Span, HeightOf(Arguments) + 1);

/// <summary><c>E[e | X, w]</c>; <c>Given</c> is empty for <c>E[e]</c>.</summary>
public sealed record ExpectationSyntax(ExprSyntax Body, SyntaxList<NameSyntax> Given, TextSpan Span) : ExprSyntax(Span, Body.Height + 1);

/// <summary><c>grad(f; P)</c>.</summary>
public sealed record GradientSyntax(ExprSyntax Body, NameSyntax Parameter, TextSpan Span) : ExprSyntax(Span, Body.Height + 1);

/// <summary><c>min(F; P, …)</c>.</summary>
public sealed record MinimumSyntax(ExprSyntax Body, SyntaxList<NameSyntax> Parameters, TextSpan Span) : ExprSyntax(Span, Body.Height + 1);

/// <summary><c>lim(e; N -> inf)</c>.</summary>
public sealed record LimitSyntax(ExprSyntax Body, ApproachSyntax Approach, TextSpan Span)
    : ExprSyntax(Span, Math.Max(Body.Height, Approach.Target?.Height ?? 0) + 1);

/// <summary><c>N -> inf</c> (a null target) or <c>s -> value</c>.</summary>
public sealed record ApproachSyntax(NameSyntax Name, ExprSyntax? Target, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>flow(F; P, …)</c> or <c>flow(F; P = P0, …)</c>: part of a claim, not an expression. Either every parameter has its start or none.</summary>
public sealed record FlowSyntax(ExprSyntax Loss, SyntaxList<FlowParameterSyntax> Parameters, TextSpan Span) : SyntaxNode(Span);

/// <summary>A parameter that flows, and where it starts (null: anywhere).</summary>
public sealed record FlowParameterSyntax(NameSyntax Name, ExprSyntax? Start, TextSpan Span) : SyntaxNode(Span);
