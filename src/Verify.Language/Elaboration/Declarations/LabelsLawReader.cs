using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads the law of labels and checks the shapes in it.</summary>
internal sealed class LabelsLawReader(Scope scope, ErrorList errors, SourceText source)
{
    /// <summary>The law of labels of that shape; null where it is faulty, which has been reported.</summary>
    public Law? Read(LabelsLawSyntax syntax, Shape shape)
    {
        var reader = new ExpressionReader(scope, errors, source);
        var inputs = reader.ReadSymbol(syntax.Inputs, SymbolRole.Random);
        if (inputs is null || SayWrongInputs(inputs, shape) is { } wrong && Report(syntax.Inputs, wrong))
        {
            return null;
        }

        var size = AreSeveral(inputs, shape) ? inputs.Shape.Columns : inputs.Shape.Rows;
        var cross = reader.Read(syntax.Cross);
        reader.Demand(cross, OpenShape.Of(new(size, Size.One)), () => $"E[y x] must be {new Shape(size, Size.One)}; this is {cross.Shape}");
        var square = syntax.Square is null ? null : reader.Read(syntax.Square);
        if (square is not null)
        {
            reader.Demand(square, OpenShape.Scalar, () => $"E[y^2] is a scalar; this is {square.Shape}");
        }

        var spread = syntax.Spread is null ? null : reader.Read(syntax.Spread);
        if (spread is not null)
        {
            reader.Demand(spread, OpenShape.Of(new(size, size)), () => $"the covariance of y x must be {new Shape(size, size)}; this is {spread.Shape}");
        }

        return reader.Finish() ? new LabelsLaw(Expr.Of(inputs), cross.Make(), square?.Make(), spread?.Make()) : null;
    }

    // The moments of other laws would restrict the joint ones further: with normal inputs not every c, s and Σ can be.
    private static string? SayWrongInputs(Symbol inputs, Shape shape)
    {
        var expected = AreSeveral(inputs, shape) ? new Shape(inputs.Shape.Rows, Size.One) : Shape.Scalar;
        return inputs.Law is not GivenMomentsLaw { Mean: ZeroMatrix or Number { Value.IsZero: true } } ? $"labels are of inputs with the law moments(rows: C) or moments(cov: C), of mean 0; {inputs.Name} has another"
            : !shape.Equals(expected) ? $"the labels of {inputs.Name}, which is {inputs.Shape}, are {expected}, one for each input; this is {shape}"
            : null;
    }

    // A matrix of rows; or, where the inputs are scalars, a vector of independent ones, cov: v I.
    private static bool AreSeveral(Symbol inputs, Shape shape) => inputs.Law is GivenMomentsLaw { IidRows: true }
        || (!shape.IsScalar && inputs.Shape.Columns.IsOne && inputs.Law is GivenMomentsLaw { Covariance: IdentityMatrix or Product { Left.IsScalar: true, Right: IdentityMatrix } });

    private bool Report(NameSyntax name, string message)
    {
        errors.Report(new(source, name.Span), message);
        return true;
    }
}
