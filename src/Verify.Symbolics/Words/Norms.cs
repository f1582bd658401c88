using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Norms of forms.</summary>
internal static class Norms
{
    /// <summary>norm(A)^k = tr(A' A)^(k/2): at even k no root is taken, so that none has to be decided.</summary>
    public static Scalar Frobenius(Form form, Rational exponent) =>
        ScalarRoots.Power(form.IsScalar ? form.AsScalar.Power(2) : (form.Transpose() * form).Trace(), exponent / 2);

    /// <summary>opnorm(A), closed, with a nonnegative factor taken out; of a multiple of the identity its value.</summary>
    public static Scalar Operator(Form form)
    {
        if (form.IsZero)
        {
            return Scalar.Zero;
        }

        var lead = form.CoefficientAt(form.Count - 1);
        var scale = Signs.Of(lead) != Sign.Unknown ? lead : Signs.Of(-lead) != Sign.Unknown ? -lead : Scalar.One;
        Algebra.Current.Divide(scale);
        var rest = form.Scaled(scale.Inverse());
        if (form.IsScalar || (rest.Count == 1 && rest.WordAt(0).IsIdentity))
        {
            return scale.IsOne && !lead.IsOne ? ScalarRoots.Power(lead.Power(2), 1, 2) : scale;
        }

        var transpose = rest.Transpose();
        var known = Algebra.Current.Known(new OperatorNormGenerator(transpose));
        return scale * Scalar.Of(known ?? new OperatorNormGenerator(rest));
    }
}
