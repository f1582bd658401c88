using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Symbolics.Tests.Expectations;

/// <summary>Expectations over iid entries against quadrature with three points, which is exact to degree 5 in each entry: Gauss-Laguerre, Gauss-Legendre, and the two signs.</summary>
public sealed class EntriesMeanTests
{
    private static readonly Dimension D = new("d");
    private static readonly Symbol A = new("A", new(D, D), SymbolRole.Given);
    private static readonly Symbol B = new("B", new(D, D), SymbolRole.Given);
    private static readonly Symbol V = new("v", new(D, 1), SymbolRole.Given);

    public static TheoryData<EntryFamily, string> Cases
    {
        get
        {
            var cases = new TheoryData<EntryFamily, string>();
            foreach (var family in Enum.GetValues<EntryFamily>())
            {
                foreach (var body in new[] { "Λ", "Λ^3", "tr(Λ) Λ^2", "tr(Λ)^2 tr(Λ^2) Λ", "tr(Λ)^3", "Λ A Λ^2", "tr(Λ) A Λ B", "tr(Λ A Λ B)", "v'Λ v tr(Λ^2)", "v'Λ A Λ v", "tr(Λ^2 A) tr(Λ) B" })
                {
                    cases.Add(family, body);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mean_over_a_diagonal_is_the_sum_over_the_points_of_a_quadrature(EntryFamily family, string body) => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (seed, d) =>
    {
        using var algebra = Algebra.Enter(10_000_000);
        var diagonal = new Symbol("Λ", new(D, D), SymbolRole.Random, MatrixAttributes.Diagonal, law: LawOf(family));
        var at = new Instance(seed, (D, d));
        var value = Written(body, Expr.Of(diagonal));
        var form = new Normalizer().Of(Expr.ExpectationOf(value, [diagonal]));
        var points = PointsOf(family);
        var expected = new double[at[value.Shape.Rows], at[value.Shape.Columns]];
        foreach (var choice in Choices(points.Length, d))
        {
            at[diagonal] = PlainValue.Build(d, d, (i, j) => i == j ? points[choice[i]].Value : 0);
            expected = Dense.Add(expected, Dense.Scale(ExprValue.Of(value, at), choice.Aggregate(1.0, (product, place) => product * points[place].Weight)));
        }

        return Dense.Distance(expected, FormValue.Of(form, at)) <= 1e-9 * (1 + Dense.Norm(expected));
    }).Holds(6);

    [Theory]
    [InlineData("rademacher", "E[(r' A r) r] = 0", Outcome.Proved)]
    [InlineData("uniform(-1, 1)", "E[(r' A r) r] = 0", Outcome.Proved)]
    [InlineData("uniform(-1, 3)", "E[((r - ones)' A (r - ones)) (r - ones)] = 0", Outcome.Proved)]
    [InlineData("exponential(1)", "E[((r - ones)' A (r - ones)) (r - ones)] = 0", Outcome.NotTreated)]
    [InlineData("rademacher", "E[(r' A r)^2] = 0", Outcome.NotTreated)]
    [InlineData("rademacher", "E[(r' A r)^2 (q' v)] = 0", Outcome.Proved)]
    public void Odd_moments_of_a_symmetric_law_vanish_and_a_mean_of_0_is_taken_first(string law, string statement, Outcome outcome)
    {
        var file = SoundFile.Read($"dim d\nmatrix A : d × d\nvector v : d\nrandom q : d ~ moments(cov: A A')\nrandom r : d ~ {law}\nclaim \"it\": {statement}\n");
        Assert.Equal(outcome, Claims.Examine(file.Claims.Single()).Outcome);
    }

    private static EntriesLaw LawOf(EntryFamily family) => new(family, family switch
    {
        EntryFamily.Exponential => [Expr.Of(2)],
        EntryFamily.Uniform => [Expr.Of(-1), Expr.Of(2)],
        _ => ImmutableArray<Expr>.Empty,
    });

    private static (double Value, double Weight)[] PointsOf(EntryFamily family) => family switch
    {
        EntryFamily.Exponential => [(2 * 0.41577455678347908, 0.71109300992917302), (2 * 2.2942803602790417, 0.27851773356924085), (2 * 6.2899450829374792, 0.010389256501586136)],
        EntryFamily.Uniform => [(0.5 - (1.5 * Math.Sqrt(0.6)), 5.0 / 18), (0.5, 8.0 / 18), (0.5 + (1.5 * Math.Sqrt(0.6)), 5.0 / 18)],
        _ => [(1, 0.5), (-1, 0.5)],
    };

    private static IEnumerable<int[]> Choices(int points, int places) => places == 0 ? [[]]
        : Choices(points, places - 1).SelectMany(choice => Enumerable.Range(0, points).Select(point => (int[])[.. choice, point]));

    private static Expr Written(string body, Expr l)
    {
        var (a, b, v) = (Expr.Of(A), Expr.Of(B), Expr.Of(V));
        Expr Tr(params Expr[] factors) => Expr.TraceOf(Expr.Times(factors));
        return body switch
        {
            "Λ" => l,
            "Λ^3" => Expr.Pow(l, 3),
            "tr(Λ) Λ^2" => Expr.Times(Tr(l), Expr.Pow(l, 2)),
            "tr(Λ)^2 tr(Λ^2) Λ" => Expr.Times(Expr.Times(Expr.Pow(Tr(l), 2), Tr(l, l)), l),
            "tr(Λ)^3" => Expr.Pow(Tr(l), 3),
            "Λ A Λ^2" => Expr.Times(l, a, Expr.Pow(l, 2)),
            "tr(Λ) A Λ B" => Expr.Times(Tr(l), Expr.Times(a, l, b)),
            "tr(Λ A Λ B)" => Tr(l, a, l, b),
            "v'Λ v tr(Λ^2)" => Expr.Times(Expr.Times(Expr.TransposeOf(v), l, v), Tr(l, l)),
            "v'Λ A Λ v" => Expr.Times(Expr.TransposeOf(v), l, a, l, v),
            _ => Expr.Times(Expr.Times(Tr(l, l, a), Tr(l)), b),
        };
    }
}
