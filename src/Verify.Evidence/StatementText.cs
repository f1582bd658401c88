using Verify.Language;
using Verify.Language.Printing;

namespace Verify.Evidence;

/// <summary>The statement as understood, in one line.</summary>
public static class StatementText
{
    /// <summary>The claim's statement with its conditions, names and sizes resolved.</summary>
    public static string Of(Claim claim) => UnderstoodStatement.Print(claim);

    /// <summary>The expression.</summary>
    public static string Of(Expr expression) => CorePrinter.Print(expression);

    /// <summary>The expression as LaTeX, for mathematics mode.</summary>
    public static string Latex(Expr expression) => LatexPrinter.Print(expression);
}
