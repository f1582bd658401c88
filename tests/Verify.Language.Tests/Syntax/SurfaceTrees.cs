using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>Random expressions of the surface language, every construct among them, with shrinking. Spans are left out: they do not count.</summary>
internal static class SurfaceTrees
{
    /// <summary>The definitions with arguments that calls call.</summary>
    public static readonly string[] Functions = ["risk", "gain"];

    public static readonly Gen<NameSyntax> Names = Gen.Elements("A", "B", "Λ", "ŷ", "x", "x_1", "e3", "T", "σ₂", "normal", "rows", "x\u0304").Select(Name);

    private static readonly Gen<ExprSyntax> Numbers = Gen.OneOf(
        Gen.Choose(0, 12).Select(n => (ExprSyntax)new NumberSyntax(n, default)),
        Gen.Choose(0, 9).Two().Select(pair => (ExprSyntax)new NumberSyntax(new(pair.Item1, pair.Item2 + 1), default)));

    private static readonly Gen<ExponentSyntax> Exponents = Gen.OneOf(
        Gen.Choose(-3, 9).Select(n => new ExponentSyntax(n, default)),
        Gen.Choose(-9, 9).Two().Select(pair => new ExponentSyntax(new(pair.Item1, Math.Abs(pair.Item2) + 1), default)));

    private static readonly Gen<ExprSyntax> Leaves = Gen.OneOf(
        Names.Select(name => (ExprSyntax)name), Numbers, Gen.Elements((ExprSyntax)new IdentitySyntax(default), new OnesSyntax(default)));

    private static readonly Gen<PositionSyntax> Positions = Gen.OneOf(
        Names.Select(name => new PositionSyntax(0, name, default)), Gen.Choose(1, 1000).Select(number => new PositionSyntax(number, null, default)));

    /// <summary>Expressions of growing size.</summary>
    public static readonly Gen<ExprSyntax> Expressions = Gen.Sized(size => Of(Math.Min(size, 30)));

    /// <summary>Expressions with their shrinker.</summary>
    public static Arbitrary<ExprSyntax> Arbitrary => Arb.From(Expressions, Shrink);

    public static Gen<SyntaxList<T>> List<T>(Gen<T> items, int least = 1, int most = 3) =>
        Gen.Choose(least, most).SelectMany(count => items.ArrayOf(count)).Select(array => new SyntaxList<T>([.. array]));

    public static NameSyntax Name(string name) => new(name, default);

    private static Gen<ExprSyntax> Of(int size)
    {
        if (size <= 1)
        {
            return Leaves;
        }

        var part = Of(size / 2);
        var small = Of(size / 4);
        return Gen.OneOf(
            Leaves,
            part.Select(e => (ExprSyntax)new NegationSyntax(e, default)),
            part.Select(e => (ExprSyntax)new TransposeSyntax(e, default)),
            part.Zip(Exponents, (e, k) => (ExprSyntax)new PowerSyntax(e, k, default)),
            part.Zip(List(Terms(small)), (e, rest) => (ExprSyntax)new SumSyntax(e, rest, default)),
            part.Zip(List(Factors(small)), (e, rest) => (ExprSyntax)new ProductSyntax(e, rest, default)),
            small.Zip(List(Factors(small)), (e, rest) => (ExprSyntax)new ProductSyntax(e, rest, default)),
            Gen.Choose(1, 2).SelectMany(width => List(List(small, width, width))).Select(rows => (ExprSyntax)new BlockSyntax(rows, default)),
            part.Zip(List(Names.Zip(small, (name, value) => new AssignmentSyntax(name, value, default))), (e, list) => (ExprSyntax)new SubstitutionSyntax(e, list, default)),
            part.Zip(Gen.Elements(Enum.GetValues<BuiltIn>()), (e, function) => (ExprSyntax)new BuiltInSyntax(function, e, default)),
            part.Zip(List(Positions, 1, 2), (e, positions) => (ExprSyntax)new EntrySyntax(e, positions, default)),
            part.Zip(Positions, (e, position) => (ExprSyntax)new ColumnSyntax(e, position, default)),
            List(small).Zip(Gen.Elements(Functions), (arguments, function) => (ExprSyntax)new CallSyntax(Name(function), arguments, default)),
            part.Zip(List(Names, 0), (e, given) => (ExprSyntax)new ExpectationSyntax(e, given, default)),
            part.Zip(Names, (e, name) => (ExprSyntax)new GradientSyntax(e, name, default)),
            part.Zip(List(Names), (e, names) => (ExprSyntax)new MinimumSyntax(e, names, default)),
            part.Zip(Approaches(small), (e, approach) => (ExprSyntax)new LimitSyntax(e, approach, default)));
    }

    public static Gen<ApproachSyntax> Approaches(Gen<ExprSyntax> targets) =>
        Names.Zip(Gen.OneOf(Gen.Constant((ExprSyntax?)null), targets.Select(e => (ExprSyntax?)e)), (name, target) => new ApproachSyntax(name, target, default));

    private static Gen<SumTermSyntax> Terms(Gen<ExprSyntax> operands) =>
        Gen.Elements(Enum.GetValues<SumOperator>()).Zip(operands, (kind, e) => new SumTermSyntax(kind, e, default));

    private static Gen<FactorSyntax> Factors(Gen<ExprSyntax> operands) =>
        Gen.Elements(Enum.GetValues<FactorOperator>()).Zip(operands, (kind, e) => new FactorSyntax(kind, e, default));

    /// <summary>Each part alone, each list without one element, and each operand shrunk.</summary>
    private static IEnumerable<ExprSyntax> Shrink(ExprSyntax expression) => expression switch
    {
        NegationSyntax e => [e.Operand, .. Shrink(e.Operand).Select(part => e with { Operand = part })],
        TransposeSyntax e => [e.Operand, .. Shrink(e.Operand).Select(part => e with { Operand = part })],
        PowerSyntax e => [e.Base, .. Shrink(e.Base).Select(part => e with { Base = part })],
        SumSyntax e =>
        [
            e.First, .. e.Rest.Select(term => term.Operand), .. Without(e.Rest).Select(rest => e with { Rest = rest }),
            .. Shrink(e.First).Select(part => e with { First = part }),
            .. Each(e.Rest, term => Shrink(term.Operand).Select(part => term with { Operand = part })).Select(rest => e with { Rest = rest }),
        ],
        ProductSyntax e =>
        [
            e.First, .. e.Rest.Select(factor => factor.Operand), .. Without(e.Rest).Select(rest => e with { Rest = rest }),
            .. Shrink(e.First).Select(part => e with { First = part }),
            .. Each(e.Rest, factor => Shrink(factor.Operand).Select(part => factor with { Operand = part })).Select(rest => e with { Rest = rest }),
        ],
        BlockSyntax e => e.Rows.SelectMany(row => row),
        SubstitutionSyntax e => [e.Operand, .. e.Assignments.Select(assignment => assignment.Value), .. Shrink(e.Operand).Select(part => e with { Operand = part })],
        BuiltInSyntax e => [e.Argument, .. Shrink(e.Argument).Select(part => e with { Argument = part })],
        EntrySyntax e => [e.Operand, .. Shrink(e.Operand).Select(part => e with { Operand = part })],
        ColumnSyntax e => [e.Operand, .. Shrink(e.Operand).Select(part => e with { Operand = part })],
        CallSyntax e => e.Arguments,
        ExpectationSyntax e => [e.Body, .. Shrink(e.Body).Select(part => e with { Body = part })],
        GradientSyntax e => [e.Body],
        MinimumSyntax e => [e.Body],
        LimitSyntax e => [e.Body],
        _ => [],
    };

    private static IEnumerable<SyntaxList<T>> Without<T>(SyntaxList<T> list) =>
        list.Count == 1 ? [] : Enumerable.Range(0, list.Count).Select(i => new SyntaxList<T>(list.Items.RemoveAt(i)));

    private static IEnumerable<SyntaxList<T>> Each<T>(SyntaxList<T> list, Func<T, IEnumerable<T>> shrink) =>
        Enumerable.Range(0, list.Count).SelectMany(i => shrink(list[i]).Select(item => new SyntaxList<T>(list.Items.SetItem(i, item))));
}
