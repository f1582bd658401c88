using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Expectations;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Tests.Numeric;
using Verify.Symbolics.Words;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Rules;

/// <summary>The rules for entries, ones and entrywise products, each alone, on random numbers.</summary>
public sealed class EntrywiseRuleTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Fact]
    public void A_mean_under_an_unknown_law_has_the_value_of_the_mean_over_its_atoms() => Prop.ForAll(Seeds, Seeds, (seed, values) =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        var random = new RandomExpressions(seed);
        var law = new Symbol("Φ", new(random.D, random.D), SymbolRole.Random, MatrixAttributes.PositiveDefinite | MatrixAttributes.Diagonal, law: new AnyLaw());
        var (expression, instance) = (Random(seed, random, law), random.Instance(values));
        var atoms = instance.LawOf(law);
        var expected = atoms.Select(atom =>
        {
            instance[law] = atom;
            return Dense.Scale(ExprValue.Of(expression, instance), 1.0 / atoms.Count);
        }).ToList().Aggregate(Dense.Add);
        return Close(expected, FormValue.Of(UnknownLaw.Mean(new Normalizer().Of(expression), law), instance));
    }).Holds(300);

    [Fact]
    public void Factors_stand_in_any_order_and_grouping() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(4_000_000);
        var (normalizer, random) = (new Normalizer(), new RandomExpressions(seed));
        var (a, b, c) = (normalizer.Of(Expr.Of(random.U)), normalizer.Of(Expr.TransposeOf(Expr.Times(Expr.Of(random.Spd), Expr.Of(random.U)))), normalizer.Of(Expr.Of(random.Other)));
        var d = Form.Of(random.Diagonal);
        return (Entrywise.Product(Entrywise.Product(a, b), c) - Entrywise.Product(c, Entrywise.Product(b, a))).IsZero
            && (Entrywise.Product(a, b).Transpose() - Entrywise.Product(b.Transpose(), a.Transpose())).IsZero
            && (Entrywise.Product(d * a, b * d) - (d * Entrywise.Product(a, b) * d)).IsZero
            && (Entrywise.Product(a, b) * c.Transpose()).Trace().SameAs((a * Entrywise.Product(b, c).Transpose()).Trace());
    }).Holds(20);

    [Fact]
    public void The_gradient_of_a_sum_of_entries_weights_each_entry()
    {
        using var algebra = Algebra.Enter(1_000_000);
        var random = new RandomExpressions(1);
        var (weights, u) = (Form.Of(random.Spd), Form.Of(random.U));
        var ones = Form.Of(new OnesAtom(random.D));
        var sum = (ones.Transpose() * Entrywise.Product(weights, Entrywise.Product(u, u)) * ones).AsScalar;
        Assert.True((Differentiation.Gradient(sum, random.U) - Entrywise.Product(weights, u).Scaled(2)).IsZero);
        Assert.False((Differentiation.Gradient(sum, random.U) - Entrywise.Product(weights, u)).IsZero);
    }

    [Fact]
    public void Signs_of_entries_are_those_of_the_values() => Prop.ForAll(Seeds, seed =>
    {
        using var algebra = Algebra.Enter(1_000_000);
        var (source, random) = (new Random(seed), new RandomExpressions(seed));
        var ones = Form.Of(new OnesAtom(random.D));
        var outer = ones * ones.Transpose();
        var anySign = new Symbol("K", new(random.D, random.D), SymbolRole.Given, MatrixAttributes.Diagonal);
        Form[] letters = [Form.Of(random.Diagonal), Form.Of(anySign), Form.Identity(random.D)];
        var form = Enumerable.Range(0, 2).Select(_ => (letters[source.Next(3)] * outer * letters[source.Next(3)]).Scaled(source.Next(3) == 0 ? -Scalar.One : Scalar.Of(random.Positive)))
            .Aggregate((a, b) => a + b);
        return EntrySign.Of(form) != Sign.Positive || FormValue.Of(form, random.Instance(seed)).Cast<double>().All(entry => entry > 0);
    }).Holds(200);

    [Fact]
    public void A_matrix_that_is_positive_definite_may_have_negative_entries()
    {
        using var algebra = Algebra.Enter(1_000_000);
        var random = new RandomExpressions(1);
        Assert.Equal(Sign.Unknown, EntrySign.Of(Form.Of(random.Spd)));
        Assert.Equal(Sign.Unknown, EntrySign.Of(Form.Of(random.Diagonal)));
    }

    [Fact]
    public void Entries_at_other_positions_are_0_only_where_the_claim_was_taken_apart()
    {
        using var algebra = Algebra.Enter(1_000_000);
        var random = new RandomExpressions(1);
        var (i, second) = (Form.Of(random.Index), Form.Of(new UnitAtom(random.D, 2)));
        Assert.False((i.Transpose() * second).IsZero);
        algebra.PositionsDiffer = true;
        Assert.True((i.Transpose() * second).IsZero);
        Assert.True((i.Transpose() * Form.Of(random.Diagonal) * second).IsZero);
        Assert.False((i.Transpose() * Form.Of(random.Spd) * second).IsZero);
        Assert.True((i.Transpose() * i).AsScalar.IsOne);
    }

    /// <summary>A product in which the symbol stands several times, among others as D A D.</summary>
    private static Expr Random(int seed, RandomExpressions random, Symbol law)
    {
        var source = new Random(seed);
        Expr Function() => source.Next(5) switch
        {
            0 => Expr.Of(law),
            1 => Expr.Times(Expr.Of(law), Expr.Of(random.Diagonal)),
            2 => Expr.Pow(Expr.Of(law), 2),
            3 => Expr.Times(Expr.TraceOf(Expr.Of(law)), Expr.Of(law)),
            _ => Expr.Identity(random.D),
        };
        var inner = source.Next(3) == 0 ? Expr.Times(Expr.Ones(random.D), Expr.TransposeOf(Expr.Ones(random.D))) : random.Matrix(1);
        var sandwich = Expr.Times(Function(), inner, Function());
        return source.Next(4) switch
        {
            0 => Expr.Times(Expr.Of(random.U), sandwich),
            1 => Expr.EntrywiseProduct(sandwich, random.Matrix(1)),
            2 => Expr.Times(sandwich, Expr.Of(random.Other), Function()),
            _ => Expr.DiagonalOf(sandwich),
        };
    }

    private static bool Close(double[,] expected, double[,] actual) => Dense.Distance(expected, actual) <= 1e-7 * (1 + Dense.Norm(expected));
}
