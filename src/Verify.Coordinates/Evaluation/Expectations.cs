using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Expectations in coordinates: one random symbol after another gets variables for its entries (or each value of a finite law in turn), the body is evaluated,
/// and the variables are integrated out of the polynomials that result, the symbol declared last first.
/// </summary>
internal static class Expectations
{
    /// <summary>E[body] with the bound symbols integrated out.</summary>
    public static Matrix Of(Evaluator evaluator, Expectation expectation, Scope scope) => Integrate(evaluator, expectation, 0, scope);

    private static Matrix Integrate(Evaluator evaluator, Expectation expectation, int index, Scope scope)
    {
        if (index == expectation.Bound.Length)
        {
            return evaluator.Evaluate(expectation.Body, scope);
        }

        var symbol = expectation.Bound[index];
        return symbol.Law switch
        {
            AnyLaw => evaluator.AtomsOf(symbol, scope).Select(atom => Rest(Matrix.Of(atom.Value)).Scale(atom.Probability)).Aggregate((a, b) => a + b),
            NormalLaw law => Normal(evaluator, law, evaluator.SizeOf(symbol.Shape.Rows, scope), scope, Rest),
            MomentLaw law => new Pairings(evaluator.Ring, Covariance(evaluator, law, scope), 2)
                .Integrate(Mean(evaluator, law, scope), law.IidRows ? evaluator.SizeOf(symbol.Shape.Rows, scope) : null, Rest),
            EntriesLaw law => IndependentEntries.Of(evaluator, law, scope).Integrate(symbol, evaluator.SizeOf(symbol.Shape.Rows, scope), Rest),
            LabelsLaw law => LabelledRows.Of(evaluator, symbol, law, scope).Integrate(evaluator.SizeOf(symbol.Shape.Rows, scope), Rest),
            _ => throw new NotTreatedException($"the law of {symbol.Name}"),
        };

        Matrix Rest(Matrix value) => Integrate(evaluator, expectation, index + 1, new Scope(scope).Bind(symbol, value));
    }

    private static Matrix Normal(Evaluator evaluator, MomentLaw law, int rows, Scope scope, Func<Matrix, Matrix> rest)
    {
        var (mean, covariance) = (Mean(evaluator, law, scope), Covariance(evaluator, law, scope));
        int? iidRows = law.IidRows ? rows : null;
        return covariance.IsRational
            ? new IndependentNormals(evaluator.Ring, covariance.ToRational()).Integrate(mean, iidRows, rest)
            : new Pairings(evaluator.Ring, covariance, null).Integrate(mean, iidRows, rest);
    }

    private static Matrix Mean(Evaluator evaluator, MomentLaw law, Scope scope) => evaluator.Evaluate(law.Mean, scope);

    private static Matrix Covariance(Evaluator evaluator, MomentLaw law, Scope scope)
    {
        var covariance = evaluator.Evaluate(law.Covariance, scope);
        if (!covariance.IsSymmetric())
        {
            throw new UndefinedException("a covariance that is not symmetric");
        }

        // Entries that contain variables are another random symbol's: they are what its law makes them.
        return !covariance.IsRational || Definiteness.Of(evaluator.Algebra, covariance).IsNonnegative ? covariance
            : throw new UndefinedException("a covariance that is not positive semidefinite");
    }
}
