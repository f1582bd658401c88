using System.Text;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>A counterexample as a claim file that can be pasted.</summary>
public static class CounterexampleFile
{
    /// <summary>The file's text.</summary>
    public static string Of(Claim claim, Counterexample counterexample)
    {
        var text = new StringBuilder();
        foreach (var (symbol, value) in counterexample.Values)
        {
            text.Append("let ").Append(symbol.Name).Append(" = ").Append(MatrixText.Of(value)).Append('\n');
        }

        return text.Append("claim \"").Append(claim.Name).Append("\": ").Append(StatementText.Of(claim)).Append('\n').ToString();
    }
}
