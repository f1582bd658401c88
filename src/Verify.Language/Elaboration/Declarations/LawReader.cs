using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads the law of a random symbol and checks the shapes in it.</summary>
internal sealed class LawReader(Scope scope, ErrorList errors, SourceText source)
{
    /// <summary>The law of a symbol of that shape and those attributes; null where it is faulty, which has been reported.</summary>
    public Law? Read(LawSyntax syntax, Shape shape, MatrixAttributes attributes)
    {
        if (syntax is not MomentLawSyntax moments)
        {
            return syntax switch
            {
                EntriesLawSyntax entries => new EntriesLawReader(scope, errors, source).Read(entries, shape, attributes),
                LabelsLawSyntax labels => new LabelsLawReader(scope, errors, source).Read(labels, shape),
                _ => new AnyLaw(),
            };
        }

        var isMatrix = !shape.Columns.IsOne;
        if (SayWrongForm(moments, shape, isMatrix) is { } wrong)
        {
            errors.Report(new(source, moments.Covariance.Span), wrong);
            return null;
        }

        var size = isMatrix ? shape.Columns : shape.Rows;
        var reader = new ExpressionReader(scope, errors, source);
        var covariance = reader.Read(moments.Covariance);
        reader.Demand(covariance, OpenShape.Of(new(size, size)), () => $"the covariance must be {new Shape(size, size)}; this is {covariance.Shape}");
        var mean = moments.Mean is null ? null : reader.Read(moments.Mean);
        if (mean is not null)
        {
            reader.Demand(mean, OpenShape.Of(new(size, Size.One)), () => $"the mean must be {new Shape(size, Size.One)}; this is {mean.Shape}");
        }

        if (!reader.Finish())
        {
            return null;
        }

        var (m, c) = (mean?.Make() ?? Expr.Zero(new(size, Size.One)), covariance.Make());
        if (ConstantValue.Of(c) is { Sign: < 0 } variance)
        {
            reader.Report(moments.Covariance, $"a variance is not negative; this is {variance}");
        }

        return reader.IsFaulty ? null
            : moments.Family == LawFamily.Normal ? new NormalLaw(m, c, isMatrix)
            : new GivenMomentsLaw(m, c, isMatrix);
    }

    private static string? SayWrongForm(MomentLawSyntax law, Shape shape, bool isMatrix) => (law.Form, isMatrix) switch
    {
        (CovarianceForm.Rows, false) => $"rows: gives the rows of a matrix; a {(shape.IsScalar ? "scalar" : "vector")} takes cov:",
        (CovarianceForm.Covariance, true) => $"cov: is of a vector or scalar; a matrix, here {shape}, takes rows:",
        (CovarianceForm.Plain, true) when law.Covariance is not IdentitySyntax => $"a matrix, here {shape}, takes rows: (or I alone for iid entries)",
        _ => null,
    };
}
