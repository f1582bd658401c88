using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Syntax;
using static Verify.Language.Tests.Syntax.SurfaceTrees;

namespace Verify.Language.Tests.Syntax;

/// <summary>Random statements of the surface language, every declaration, law and claim form among them.</summary>
internal static class SurfaceStatements
{
    private static readonly Gen<ExprSyntax> Small = Gen.Resize(Expressions, 6);

    private static readonly Gen<Relation> RelationSigns = Gen.Elements(Enum.GetValues<Relation>());

    private static readonly Gen<QuotedSyntax> Texts = Gen.Elements("loss", "a, b: c # no comment", "Λ' x", "", "(").Select(text => new QuotedSyntax(text, default));

    private static readonly Gen<SizeSyntax> Sizes = List(Gen.OneOf(
        Gen.Choose(0, 9).Select(n => new SizeTermSyntax(n, null, default)),
        Gen.Choose(1, 3).Zip(Gen.Elements("d", "N", "k_1"), (n, name) => new SizeTermSyntax(n, Name(name), default)))).Select(terms => new SizeSyntax(terms, default));

    private static readonly Gen<ShapeSyntax> Shapes = Gen.OneOf(
        Sizes.Select(size => (ShapeSyntax)new VectorShapeSyntax(size, default)),
        Sizes.Two().Select(pair => (ShapeSyntax)new MatrixShapeSyntax(pair.Item1, pair.Item2, default)));

    private static readonly Gen<ShapeSyntax> AllShapes = Gen.OneOf(Shapes, Gen.Constant((ShapeSyntax)new ScalarShapeSyntax(default)));

    private static readonly Gen<SyntaxList<AttributeSyntax>> Attributes = List(
        Gen.Elements(
            MatrixAttributes.Symmetric, MatrixAttributes.PositiveSemidefinite, MatrixAttributes.PositiveDefinite, MatrixAttributes.Diagonal, MatrixAttributes.Orthogonal)
        .Select(attribute => new AttributeSyntax(attribute, default)), 0, 2);

    private static readonly Gen<LawSyntax> Laws =
        from family in Gen.Elements(Enum.GetValues<LawFamily>())
        from form in Gen.Elements(Enum.GetValues<CovarianceForm>())
        from mean in Gen.OneOf(Gen.Constant((ExprSyntax?)null), Small.Select(e => (ExprSyntax?)e))
        from covariance in Small
        from any in Gen.Choose(0, 9)
        select any == 0 ? (LawSyntax)new AnyLawSyntax(default)
            : any == 1 ? new EntriesLawSyntax(EntryFamily.Exponential, [covariance], default)
            : any == 2 ? new EntriesLawSyntax(EntryFamily.Uniform, [mean ?? covariance, covariance], default)
            : any == 3 ? new EntriesLawSyntax(EntryFamily.Rademacher, [], default)
            : any == 4 ? new LabelsLawSyntax(new("X", default), covariance, mean, form == CovarianceForm.Plain ? covariance : null, default)
            : new MomentLawSyntax(family, mean, family == LawFamily.Moments && form == CovarianceForm.Plain ? CovarianceForm.Rows : form, covariance, default);

    private static readonly Gen<ComparisonSyntax> Comparisons =
        Small.Zip(RelationSigns.Zip(Small, (sign, right) => (sign, right)), (left, rest) => new ComparisonSyntax(left, rest.sign, rest.right, default));

    private static readonly Gen<ComparisonSyntax> Equations = Comparisons.Select(comparison => comparison with { Relation = Relation.Equal });

    private static readonly Gen<ClaimFormSyntax> Forms = Gen.OneOf(
        Comparisons.Select(comparison => comparison is { Left: MinimumSyntax minimum, Relation: Relation.Equal }
            ? (ClaimFormSyntax)new MinimumClaimSyntax(minimum, comparison.Right, [], default)
            : comparison),
        Small.Zip(Flows(started: Gen.Constant((ExprSyntax?)null)), (e, flow) => (ClaimFormSyntax)new ConservedSyntax(e, flow, default)),
        Comparisons.Zip(Flows(Small.Select(e => (ExprSyntax?)e)), (comparison, flow) => (ClaimFormSyntax)new AlongFlowSyntax(comparison, flow, default)),
        from minimum in Small.Zip(List(Names), (e, names) => new MinimumSyntax(e, names, default))
        from value in Small
        from attained in List(Equations, 0, 2)
        select (ClaimFormSyntax)new MinimumClaimSyntax(minimum, value, attained, default),
        Flows(Small.Select(e => (ExprSyntax?)e)).Zip(List(Equations), (flow, equations) => (ClaimFormSyntax)new FlowLimitSyntax(flow, equations, default)),
        from sides in Small.Two()
        from approaches in List(Approaches(Small), 1, 2)
        select (ClaimFormSyntax)new LimitComparisonSyntax(sides.Item1, sides.Item2, approaches, default));

    public static readonly Gen<StatementSyntax> Statements = Gen.OneOf(
        Texts.Select(text => (StatementSyntax)new TitleSyntax(text, default)),
        Texts.Select(text => (StatementSyntax)new SourceSyntax(text, default)),
        Texts.Select(text => (StatementSyntax)new UseSyntax(text, default)),
        List(Names.Zip(OrNull(Sizes), (name, bound) => new DimensionSyntax(name, bound, default))).Select(list => (StatementSyntax)new DimensionsSyntax(list, default)),
        List(Names.Zip(OrNull(Bounds()), (name, bound) => new ScalarSyntax(name, bound, default))).Select(list => (StatementSyntax)new ScalarsSyntax(list, default)),
        from names in List(Names) from shape in Shapes from attributes in Attributes select (StatementSyntax)new MatricesSyntax(names, shape, attributes, default),
        List(Names).Zip(Sizes, (names, size) => (StatementSyntax)new VectorsSyntax(names, size, default)),
        List(Names).Zip(Sizes, (names, size) => (StatementSyntax)new IndicesSyntax(names, size, default)),
        List(Names).Zip(AllShapes, (names, shape) => (StatementSyntax)new ParametersSyntax(names, shape, default)),
        from names in List(Names) from shape in AllShapes from attributes in Attributes from law in Laws
        select (StatementSyntax)new RandomsSyntax(names, shape, attributes, law, default),
        Names.Zip(Small, (name, e) => (StatementSyntax)new LetSyntax(name, e, default)),
        from arguments in List(Names) from body in Small select (StatementSyntax)new FunctionSyntax(Name("risk"), arguments, body, default),
        Small.Select(e => (StatementSyntax)new ShowSyntax(e, default)),
        from expected in Gen.Elements(true, false) from text in Texts from form in Forms from conditions in List(Comparisons, 0, 2) from steps in List(Comparisons, 0, 2)
        select (StatementSyntax)new ClaimSyntax(expected, text, form, conditions, default) { Steps = steps });

    private static Gen<ScalarBoundSyntax> Bounds() => Gen.Elements(Relation.Less, Relation.LessOrEqual, Relation.Greater, Relation.GreaterOrEqual)
        .Zip(Small, (sign, value) => new ScalarBoundSyntax(sign, value, default));

    private static Gen<T?> OrNull<T>(Gen<T> values)
        where T : class => Gen.OneOf(Gen.Constant((T?)null), values.Select(value => (T?)value));

    private static Gen<FlowSyntax> Flows(Gen<ExprSyntax?> started) =>
        Small.Zip(List(Names.Zip(started, (name, start) => new FlowParameterSyntax(name, start, default))), (loss, parameters) => new FlowSyntax(loss, parameters, default));
}
