using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads a law of iid entries and checks that such entries can be what is declared.</summary>
internal sealed class EntriesLawReader(Scope scope, ErrorList errors, SourceText source)
{
    /// <summary>The law; null where it is faulty, which has been reported.</summary>
    public Law? Read(EntriesLawSyntax syntax, Shape shape, MatrixAttributes attributes)
    {
        var reader = new ExpressionReader(scope, errors, source);
        List<Term> terms = [];
        foreach (var parameter in syntax.Parameters)
        {
            var term = reader.Read(parameter);
            reader.Demand(term, OpenShape.Scalar, () => $"{(syntax.Family == EntryFamily.Exponential ? "the mean" : "an end")} is a scalar; this is {term.Shape}");
            terms.Add(term);
        }

        if (!reader.Finish())
        {
            return null;
        }

        var law = new EntriesLaw(syntax.Family, [.. terms.Select(term => term.Make())]);
        var values = law.Parameters.Select(ConstantValue.Of).ToList();
        var message = SayWrongShape(shape, attributes)
            ?? (law.Family == EntryFamily.Exponential && values[0] is { Sign: <= 0 } mean ? $"the mean of exponential entries is positive; this is {mean}"
            : law.Family == EntryFamily.Uniform && values[0] >= values[1] ? $"uniform(a, b) needs a < b; this is uniform({values[0]}, {values[1]})"
            : SayWrongSign(law, values, attributes));
        if (message is not null)
        {
            errors.Report(new(source, syntax.Span), message);
        }

        return message is null && !reader.IsFaulty ? law : null;
    }

    private static string? SayWrongShape(Shape shape, MatrixAttributes attributes) =>
        attributes.HasFlag(MatrixAttributes.Orthogonal) ? "entries of a named law make no orthogonal matrix"
        : !shape.Columns.IsOne && !attributes.HasFlag(MatrixAttributes.Diagonal) ? $"the entries of a scalar, of a vector or of a diagonal matrix have such a law; a matrix, here {shape}, takes diag"
        : null;

    // What is declared positive must be so for certain: the routes take its roots.
    private static string? SayWrongSign(EntriesLaw law, List<Rational?> values, MatrixAttributes attributes) =>
        (attributes & MatrixAttributes.PositiveSemidefinite) != MatrixAttributes.PositiveSemidefinite || law.Family == EntryFamily.Exponential
            || (law.Family == EntryFamily.Uniform && values[0] is { Sign: >= 0 }) ? null
        : "entries of this law are not positive for certain: psd and spd stand with exponential(…), or uniform(a, b) with a number a of at least 0";
}
