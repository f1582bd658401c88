using Verify.Language;
using Verify.Symbolics.Decisions;

namespace Verify.Symbolics.Derivations;

/// <summary>grad(body; P) as steps: the body multiplied out, then the gradient of each of its terms.</summary>
internal static class GradientSteps
{
    private const int MostTerms = 12;

    /// <summary>Records the steps of a gradient whose body contains no min and lim.</summary>
    public static void Add(Steps steps, Expr body, Symbol bound, Expr at)
    {
        var whole = Expr.GradientOf(body, bound, at);
        var expanded = NormalForms.Of(body);
        if (expanded is Sum { Terms: { Length: <= MostTerms } terms })
        {
            steps.Add($"multiplied out before the gradient by {bound}", body, expanded);
            foreach (var term in terms.Where(term => term.FreeSymbols.Contains(bound)))
            {
                var gradient = Expr.GradientOf(term, bound, at);
                steps.Add($"gradient of a term: d{bound} is cycled to the front of each trace, and tr(d{bound} K) has the gradient K'", gradient, NormalForms.Of(gradient));
            }
        }

        steps.Add($"gradient by {bound}", whole, NormalForms.Of(whole));
    }
}
