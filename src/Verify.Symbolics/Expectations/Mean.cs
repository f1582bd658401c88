using System.Collections.Immutable;
using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>E[form] over random symbols, one at a time from the last declared: a law may mention those before it.</summary>
internal static class Mean
{
    /// <summary>
    /// The expectation; <paramref name="normalize"/> gives the normal form of what a law mentions. A symbol of which the law determines too little waits for the others: what is linear in another one
    /// of mean 0 is gone by then.
    /// </summary>
    public static Form Of(Form form, ImmutableArray<Symbol> bound, Func<Expr, Form> normalize)
    {
        var left = bound;
        while (!left.IsEmpty)
        {
            NotTreatedException? first = null;
            var rest = left;
            foreach (var symbol in left.Reverse().Where(symbol => !left.Any(other => other.Law!.FreeSymbols.Contains(symbol))))
            {
                try
                {
                    (form, rest) = (form.DependsOn(symbol) ? Over(form, symbol, normalize) : form, left.Remove(symbol));
                    break;
                }
                catch (NotTreatedException obstacle)
                {
                    first ??= obstacle;
                }
            }

            left = rest.Length < left.Length ? rest : throw first!;
        }

        return form;
    }

    private static Form Over(Form form, Symbol symbol, Func<Expr, Form> normalize)
    {
        if (symbol.Law is not MomentLaw law)
        {
            return symbol.Law switch
            {
                EntriesLaw entries => EntriesMean.Of(form, symbol, entries, normalize),
                LabelsLaw labels => new LabelsMean(symbol, labels, normalize).Of(form),
                _ => UnknownLaw.Mean(form, symbol),
            };
        }

        var (mean, covariance) = (normalize(law.Mean), normalize(law.Covariance));
        var degree = law is NormalLaw ? int.MaxValue : 2;
        if (symbol.Shape.IsScalar)
        {
            return new ScalarMoments(symbol, mean.AsScalar, covariance.AsScalar, degree).Mean(form);
        }

        var (rows, columns) = (symbol.Shape.Rows, symbol.Shape.Columns);
        var centred = mean.IsZero ? form
            : Replacement.Of(form, symbol, Form.Of(symbol) + (law.IidRows ? Form.Of(new OnesAtom(rows)) * mean.Transpose() : mean));
        Form MeanOf(Form body) => law.IidRows
            ? new GaussianMatrix(symbol, Form.Identity(rows), covariance, degree).Mean(body)
            : new GaussianMatrix(symbol, covariance, Form.Identity(columns), degree).Mean(body);
        return MeanOf(ClosedMeans.Of(centred, symbol, MeanOf));
    }
}
