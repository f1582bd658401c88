using Verify.Language.Elaboration;
using Verify.Language.Syntax;

namespace Verify.Language.Printing;

/// <summary>Core expressions and statements as text in the claim language. What is very large, written out, is cut off with dots.</summary>
public static class CorePrinter
{
    internal const double Budget = 4000;
    internal const double FullBudget = 250_000;

    /// <summary>The expression.</summary>
    public static string Print(Expr expression) => Print(expression, new SymbolNames([expression], []));

    /// <summary>The expression for someone who asked for it: what would be cut off elsewhere is written out, up to some thousand terms.</summary>
    public static string PrintInFull(Expr expression) =>
        SyntaxPrinter.Print(new CoreSyntax(new SymbolNames([expression], []), FullBudget).Of(expression));

    /// <summary>The statement.</summary>
    public static string Print(Statement statement)
    {
        var names = new SymbolNames(Dependence.ExpressionsOf(statement), []);
        return StatementPrinter.Print(new CoreSyntax(names, Budget).Of(statement));
    }

    internal static string Print(Expr expression, SymbolNames names) => SyntaxPrinter.Print(new CoreSyntax(names, Budget).Of(expression));
}
