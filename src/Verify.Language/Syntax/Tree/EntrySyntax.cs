namespace Verify.Language.Syntax;

/// <summary><c>entry(A; i, j)</c> of a matrix, <c>entry(v; i)</c> of a vector.</summary>
public sealed record EntrySyntax(ExprSyntax Operand, SyntaxList<PositionSyntax> Positions, TextSpan Span) : ExprSyntax(Span, Operand.Height + 1);

/// <summary><c>column(A; j)</c>.</summary>
public sealed record ColumnSyntax(ExprSyntax Operand, PositionSyntax Position, TextSpan Span) : ExprSyntax(Span, Operand.Height + 1);

/// <summary>A position in a row or column: the name of an index, or a number from 1 where there is no name.</summary>
public sealed record PositionSyntax(int Number, NameSyntax? Index, TextSpan Span) : SyntaxNode(Span);
