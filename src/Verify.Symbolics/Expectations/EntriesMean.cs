using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Expectations;

/// <summary>E[form] over iid entries of a named law: every moment of a scalar and of a diagonal, moments up to the second of a vector, and those of odd degree of a law that is symmetric about its mean.</summary>
internal static class EntriesMean
{
    /// <summary>The expectation; <paramref name="normalize"/> gives the normal form of the law's parameters.</summary>
    public static Form Of(Form form, Symbol symbol, EntriesLaw law, Func<Expr, Form> normalize)
    {
        List<Scalar> parameters = [.. law.Parameters.Select(parameter => normalize(parameter).AsScalar)];
        Scalar Moment(int n) => MomentOf(law.Family, parameters, n);
        if (symbol.Shape.IsScalar)
        {
            return ScalarMoments.Mean(form, symbol, Moment);
        }

        if (symbol.Is(MatrixAttributes.Diagonal))
        {
            var entries = new DiagonalEntries(symbol, Moment);
            return entries.Mean(ClosedMeans.Of(form, symbol, entries.Mean));
        }

        var centred = Moment(1).IsZero ? form
            : Replacement.Of(form, symbol, Form.Of(symbol) + Form.Of(new OnesAtom(symbol.Shape.Rows)).Scaled(Moment(1)));
        var variance = Form.Identity(symbol.Shape.Rows).Scaled(Moment(2) - (Moment(1) * Moment(1)));
        var isSymmetric = law.Family != EntryFamily.Exponential;
        Form MeanOf(Form body) => new GaussianMatrix(symbol, variance, Form.Identity(symbol.Shape.Columns), 2, isSymmetric).Mean(body);
        return MeanOf(ClosedMeans.Of(centred, symbol, MeanOf));
    }

    /// <summary>E[x^n]: n! μ^n, or Σ a^i b^(n - i) / (n + 1), or 1 for even n.</summary>
    private static Scalar MomentOf(EntryFamily family, List<Scalar> parameters, int n)
    {
        var value = family == EntryFamily.Uniform ? Scalar.Zero : Scalar.One;
        switch (family)
        {
            case EntryFamily.Exponential:
                for (var k = 1; k <= n; k++)
                {
                    value *= k * parameters[0];
                }

                return value;
            case EntryFamily.Uniform:
                for (var i = 0; i <= n; i++)
                {
                    value += parameters[0].Power(i) * parameters[1].Power(n - i);
                }

                return value * Scalar.Of(new Rational(1, n + 1));
            default:
                return n % 2 == 0 ? Scalar.One : Scalar.Zero;
        }
    }
}
