namespace Verify.Language.Syntax;

/// <summary>The law after <c>~</c>.</summary>
public abstract record LawSyntax : SyntaxNode
{
    private protected LawSyntax(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>any</c>.</summary>
public sealed record AnyLawSyntax(TextSpan Span) : LawSyntax(Span);

/// <summary><c>normal(mean: m, cov: C)</c> or <c>moments(mean: m, rows: C)</c>; a mean left out (null) is 0.</summary>
public sealed record MomentLawSyntax(LawFamily Family, ExprSyntax? Mean, CovarianceForm Form, ExprSyntax Covariance, TextSpan Span) : LawSyntax(Span);

/// <summary><c>exponential(μ)</c>, <c>uniform(a, b)</c> or <c>rademacher</c>.</summary>
public sealed record EntriesLawSyntax(EntryFamily Family, SyntaxList<ExprSyntax> Parameters, TextSpan Span) : LawSyntax(Span);

/// <summary><c>labels(of: X, yx: c, yy: s, cov: Σ)</c>; moments left out are null.</summary>
public sealed record LabelsLawSyntax(NameSyntax Inputs, ExprSyntax Cross, ExprSyntax? Square, ExprSyntax? Spread, TextSpan Span) : LawSyntax(Span);

/// <summary>Which laws have the moments that are given.</summary>
public enum LawFamily
{
    /// <summary><c>normal</c>: the Gaussian one.</summary>
    Normal,

    /// <summary><c>moments</c>: all of them.</summary>
    Moments,
}

/// <summary>How the covariance was written.</summary>
public enum CovarianceForm
{
    /// <summary><c>normal(C)</c>: of a vector or scalar, its covariance; of a matrix, <c>I</c>, iid entries.</summary>
    Plain,

    /// <summary><c>cov: C</c>, the covariance of a vector, or of a scalar.</summary>
    Covariance,

    /// <summary><c>rows: C</c>, the covariance of each of the iid rows.</summary>
    Rows,
}
