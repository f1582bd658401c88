using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Decisions;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Derivations;

/// <summary>E[body] as steps: the body multiplied out, then one random symbol after the other from the last declared, each with the rule of its law.</summary>
internal static class MeanSteps
{
    /// <summary>Beyond this many terms a step would not be read, and the expectation is one step.</summary>
    private const int MostTerms = 60;

    /// <summary>Records the steps of an expectation whose body contains no min and lim.</summary>
    public static void Add(Steps steps, Expr body, ImmutableArray<Symbol> bound)
    {
        var current = NormalForms.Of(body);
        var whole = Expr.ExpectationOf(body, bound);
        void AsOne() =>
            steps.Add($"expectation over {string.Join(", ", bound.Select(symbol => symbol.Name))}: {string.Join("; ", bound.Reverse().Select(RuleOf))}", whole, NormalForms.Of(whole));
        if (TermsOf(body) > MostTerms)
        {
            AsOne();
            return;
        }

        steps.Add("multiplied out under E", whole, Over(current, bound, bound.Length));
        for (var i = bound.Length - 1; i >= 0; i--)
        {
            if (current.FreeSymbols.Contains(bound[i]))
            {
                Expr next;
                try
                {
                    next = NormalForms.Of(Expr.ExpectationOf(current, [bound[i]]));
                }
                catch (NotTreatedException)
                {
                    // This symbol has to wait for those before it.
                    AsOne();
                    return;
                }

                steps.Add(RuleOf(bound[i]), Over(current, bound, i + 1), Over(next, bound, i));
                current = next;
            }
        }
    }

    /// <summary>E over those of the first symbols that the body contains, itself or through a law.</summary>
    private static Expr Over(Expr body, ImmutableArray<Symbol> bound, int count)
    {
        var (contained, over) = (body.FreeSymbols.ToHashSet(), new Stack<Symbol>());
        foreach (var symbol in bound.Take(count).Reverse().Where(contained.Contains))
        {
            over.Push(symbol);
            contained.UnionWith(symbol.Law is { } law ? law.FreeSymbols : []);
        }

        return Expr.ExpectationOf(body, [.. over]);
    }

    private static int TermsOf(Expr body) => NormalForms.FormOf(body) is { IsScalar: true } scalar ? scalar.AsScalar.Numerator.Count
        : NormalForms.FormOf(body) is Form form ? Enumerable.Range(0, form.Count).Sum(i => form.CoefficientAt(i).Numerator.Count) : 0;

    private static string RuleOf(Symbol symbol) => symbol.Law switch
    {
        NormalLaw { IidRows: true } when !symbol.Shape.Columns.IsOne =>
            $"Stein's lemma over {symbol}: one {symbol} is joined with each other in turn, closed loops become {symbol.Shape.Rows} and traces",
        NormalLaw when symbol.Shape.IsScalar => $"moments of the Gaussian scalar {symbol}",
        NormalLaw => $"Stein's lemma over {symbol}: one {symbol} is joined with each other in turn, by its covariance",
        EntriesLaw => $"moments of the entries of {symbol}, which are independent of each other",
        LabelsLaw labels => $"joint moments of {symbol} with {((SymbolValue)labels.Inputs).Symbol}: equal rows and distinct ones",
        MomentLaw => $"mean and covariance of {symbol}",
        _ => $"E over {symbol} is linear, and its law is unknown",
    };
}
