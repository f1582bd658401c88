namespace Verify.Language.Syntax;

/// <summary>The canonical text of statements, one line each. Parsing it gives the same tree.</summary>
public static class StatementPrinter
{
    /// <summary>The text of a statement, without a line end.</summary>
    public static string Print(StatementSyntax statement) => statement switch
    {
        TitleSyntax title => "title " + Quoted(title.Text),
        SourceSyntax source => "source " + Quoted(source.Text),
        UseSyntax use => "use " + Quoted(use.Setting),
        DimensionsSyntax dimensions => "dim " + List(dimensions.Dimensions, Dimension),
        ScalarsSyntax scalars => "scalar " + List(scalars.Scalars, Scalar),
        MatricesSyntax matrices => $"matrix {Names(matrices.Names)} : {Shape(matrices.Shape)}{Attributes(matrices.Attributes)}",
        VectorsSyntax vectors => $"vector {Names(vectors.Names)} : {Size(vectors.Size)}",
        IndicesSyntax indices => $"index {Names(indices.Names)} : {Size(indices.Size)}",
        ParametersSyntax parameters => $"param {Names(parameters.Names)} : {Shape(parameters.Shape)}",
        RandomsSyntax randoms => $"random {Names(randoms.Names)} : {Shape(randoms.Shape)}{Attributes(randoms.Attributes)} ~ {Print(randoms.Law)}",
        LetSyntax let => $"let {let.Name.Name} = {SyntaxPrinter.Print(let.Body)}",
        FunctionSyntax function => $"let {function.Name.Name}({Names(function.Arguments)}) = {SyntaxPrinter.Print(function.Body)}",
        ShowSyntax show => "show " + SyntaxPrinter.Print(show.Expression),
        ClaimSyntax claim => $"{(claim.ExpectedTrue ? "claim" : "refute")} {Quoted(claim.Name)}: {Print(claim.Form)}{Clause("assuming", claim.Conditions)}{Clause("by", claim.Steps)}",
        _ => throw new ArgumentException($"No text for {statement.GetType().Name}.", nameof(statement)),
    };

    /// <summary>The text of what a claim states, with its <c>at</c> or <c>as</c>.</summary>
    public static string Print(ClaimFormSyntax form) => form switch
    {
        ComparisonSyntax comparison => Comparison(comparison),
        ConservedSyntax conserved => $"{SyntaxPrinter.Print(conserved.Quantity)} conserved along {Flow(conserved.Flow)}",
        AlongFlowSyntax along => $"{Comparison(along.Comparison)} along {Flow(along.Flow)}",
        MinimumClaimSyntax minimum => $"{SyntaxPrinter.Print(minimum.Minimum)} = {SyntaxPrinter.Print(minimum.Value)}{Clause("at", minimum.Attained)}",
        FlowLimitSyntax limit => $"{Flow(limit.Flow)} -> {List(limit.Equations, Comparison)}",
        LimitComparisonSyntax limit =>
            $"{SyntaxPrinter.Print(limit.Left)} = {SyntaxPrinter.Print(limit.Right)} as {List(limit.Approaches, SyntaxPrinter.Print)}",
        _ => throw new ArgumentException($"No text for {form.GetType().Name}.", nameof(form)),
    };

    private static string Comparison(ComparisonSyntax comparison) =>
        $"{SyntaxPrinter.Print(comparison.Left)} {Relations.SignOf(comparison.Relation)} {SyntaxPrinter.Print(comparison.Right)}";

    private static string Clause(string word, SyntaxList<ComparisonSyntax> comparisons) =>
        comparisons.Count == 0 ? "" : $" {word} {List(comparisons, Comparison)}";

    private static string Flow(FlowSyntax flow) => $"flow({SyntaxPrinter.Print(flow.Loss)}; {List(flow.Parameters, FlowParameter)})";

    private static string FlowParameter(FlowParameterSyntax parameter) =>
        parameter.Start is { } start ? $"{parameter.Name.Name} = {SyntaxPrinter.Print(start)}" : parameter.Name.Name;

    private static string Dimension(DimensionSyntax dimension) =>
        dimension.LowerBound is { } bound ? $"{dimension.Name.Name} >= {Size(bound)}" : dimension.Name.Name;

    private static string Scalar(ScalarSyntax scalar) => scalar.Bound is { } bound
        ? $"{scalar.Name.Name} {Relations.SignOf(bound.Relation)} {SyntaxPrinter.Print(bound.Value)}"
        : scalar.Name.Name;

    private static string Shape(ShapeSyntax shape) => shape switch
    {
        VectorShapeSyntax vector => Size(vector.Size),
        MatrixShapeSyntax matrix => $"{Side(matrix.Rows)} × {Side(matrix.Columns)}",
        _ => "scalar",
    };

    private static string Size(SizeSyntax size) => string.Join(" + ", size.Terms.Select(term =>
        term.Dimension is null ? $"{term.Multiple}"
            : (term.Multiple == 1 ? "" : $"{term.Multiple} ") + string.Join(" * ", term.Dimensions.Select(dimension => dimension.Name))));

    private static string Side(SizeSyntax size) => size.Terms.Count == 1 ? Size(size) : $"({Size(size)})";

    private static string Attributes(SyntaxList<AttributeSyntax> attributes) => string.Concat(attributes.Select(attribute => ", " + attribute.Attribute switch
    {
        MatrixAttributes.Symmetric => "sym",
        MatrixAttributes.PositiveSemidefinite => "psd",
        MatrixAttributes.PositiveDefinite => "spd",
        MatrixAttributes.Diagonal => "diag",
        _ => "orthogonal",
    }));

    /// <summary>The text of a law.</summary>
    public static string Print(LawSyntax law)
    {
        switch (law)
        {
            case EntriesLawSyntax { Parameters.Count: 0 }:
                return "rademacher";
            case EntriesLawSyntax entries:
                return $"{(entries.Family == EntryFamily.Exponential ? "exponential" : "uniform")}({List(entries.Parameters, SyntaxPrinter.Print)})";
            case LabelsLawSyntax labels:
                return $"labels(of: {labels.Inputs.Name}, yx: {SyntaxPrinter.Print(labels.Cross)}{Moment("yy", labels.Square)}{Moment("cov", labels.Spread)})";
            case AnyLawSyntax:
                return "any";
        }

        var moments = (MomentLawSyntax)law;
        var mean = moments.Mean is { } value ? $"mean: {SyntaxPrinter.Print(value)}, " : "";
        var label = moments.Form switch { CovarianceForm.Covariance => "cov: ", CovarianceForm.Rows => "rows: ", _ => "" };
        return $"{(moments.Family == LawFamily.Normal ? "normal" : "moments")}({mean}{label}{SyntaxPrinter.Print(moments.Covariance)})";
    }

    private static string Moment(string label, ExprSyntax? value) => value is null ? "" : $", {label}: {SyntaxPrinter.Print(value)}";

    private static string Quoted(QuotedSyntax text) => $"\"{text.Text}\"";

    private static string Names(SyntaxList<NameSyntax> names) => List(names, name => name.Name);

    private static string List<T>(IEnumerable<T> items, Func<T, string> print) => string.Join(", ", items.Select(print));
}
