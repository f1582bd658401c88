using Verify.Language;

namespace Verify.Evidence;

/// <summary>The statement as understood, in one line.</summary>
public static class StatementText
{
    /// <summary>The claim's statement with its conditions.</summary>
    public static string Of(Claim claim) => claim.Statement.ToString();

    /// <summary>The expression.</summary>
    public static string Of(Expr expression) => expression.ToString()!;

    /// <summary>The expression as LaTeX, for mathematics mode.</summary>
    public static string Latex(Expr expression) => expression.ToString()!;
}
