using FsCheck;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Symbolics.Normalization;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Expectations;

/// <summary>Expectations over labels and inputs against the sum over all draws of a finite law with the moments that are given.</summary>
public sealed class LabelsMeanTests
{
    private static readonly Dimension D = new("d");
    private static readonly Dimension M = new("M");
    private static readonly Symbol Covariance = new("C", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol Spread = new("Σ", new(D, D), SymbolRole.Given, MatrixAttributes.PositiveDefinite);
    private static readonly Symbol Cross = new("c", new(D, 1), SymbolRole.Given);
    private static readonly Symbol Square = new("s", Shape.Scalar, SymbolRole.Given);
    private static readonly Symbol A = new("A", new(D, D), SymbolRole.Given);
    private static readonly Symbol X = Inputs("X", new(M, D), rows: true);
    private static readonly Symbol Y = Labels("y", new(M, 1), X);
    private static readonly Symbol Q = Inputs("q", new(D, 1), rows: false);
    private static readonly Symbol Z = Labels("z", Shape.Scalar, Q);

    public static TheoryData<string> Bodies => ["X'y", "X'y y'X", "y'X A X'y", "y'y A", "z q", "z^2 q'A q", "(q'A X'y - z)^2", "q'A X'y z"];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_mean_over_labels_is_the_sum_over_all_draws_of_a_law_with_these_moments(string body) => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(1, 3).ToArbitrary(), (seed, rows) =>
    {
        using var algebra = Algebra.Enter(10_000_000);
        var at = new Instance(seed, (D, 2), (M, rows));
        var atoms = Atoms(new(seed), at);
        var value = Written(body);
        var form = new Normalizer().Of(Expr.ExpectationOf(value, [X, Y, Q, Z]));
        var expected = new double[at[value.Shape.Rows], at[value.Shape.Columns]];
        var count = 0;
        foreach (var draw in Draws(atoms.Count, rows + 1))
        {
            at[X] = PlainValue.Build(rows, 2, (i, j) => atoms[draw[i]].X[j]);
            at[Y] = PlainValue.Build(rows, 1, (i, _) => atoms[draw[i]].Y);
            at[Q] = PlainValue.Build(2, 1, (i, _) => atoms[draw[rows]].X[i]);
            at[Z] = Dense.Scalar(atoms[draw[rows]].Y);
            expected = Dense.Add(expected, ExprValue.Of(value, at));
            count++;
        }

        expected = Dense.Scale(expected, 1.0 / count);
        return Dense.Distance(expected, FormValue.Of(form, at)) <= 1e-9 * (1 + Dense.Norm(expected));
    }).Holds(12);

    // Each x comes with -x, which makes the mean 0, and with a label of its own, which need not be odd in x.
    private static List<(double[] X, double Y)> Atoms(Random random, Instance at)
    {
        List<(double[] X, double Y)> atoms = [];
        for (var k = 0; k < 3; k++)
        {
            double[] x = [(2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1];
            atoms.Add((x, random.NextDouble()));
            atoms.Add(([-x[0], -x[1]], (2 * random.NextDouble()) - 1));
        }

        double[,] Mean(int rows, int columns, Func<(double[] X, double Y), int, int, double> entry) =>
            PlainValue.Build(rows, columns, (i, j) => atoms.Average(atom => entry(atom, i, j)));
        at[Covariance] = Mean(2, 2, (atom, i, j) => atom.X[i] * atom.X[j]);
        at[Cross] = Mean(2, 1, (atom, i, _) => atom.Y * atom.X[i]);
        at[Square] = Mean(1, 1, (atom, _, _) => atom.Y * atom.Y);
        var fourth = Mean(2, 2, (atom, i, j) => atom.Y * atom.Y * atom.X[i] * atom.X[j]);
        at[Spread] = Dense.Add(fourth, Dense.Scale(Dense.Multiply(at[Cross], Dense.Transpose(at[Cross])), -1));
        return atoms;
    }

    private static IEnumerable<int[]> Draws(int atoms, int places) => places == 0 ? [[]]
        : Draws(atoms, places - 1).SelectMany(draw => Enumerable.Range(0, atoms).Select(atom => (int[])[.. draw, atom]));

    private static Expr Written(string body)
    {
        var (x, y, q, z, a) = (Expr.Of(X), Expr.Of(Y), Expr.Of(Q), Expr.Of(Z), Expr.Of(A));
        var sum = Expr.Times(Expr.TransposeOf(x), y);
        var prediction = Expr.Times(Expr.TransposeOf(q), a, sum);
        return body switch
        {
            "X'y" => sum,
            "X'y y'X" => Expr.Times(sum, Expr.TransposeOf(sum)),
            "y'X A X'y" => Expr.Times(Expr.TransposeOf(sum), a, sum),
            "y'y A" => Expr.Times(Expr.Times(Expr.TransposeOf(y), y), a),
            "z q" => Expr.Times(z, q),
            "z^2 q'A q" => Expr.Times(Expr.Pow(z, 2), Expr.Times(Expr.TransposeOf(q), a, q)),
            "(q'A X'y - z)^2" => Expr.Pow(Expr.Add(prediction, Expr.Negate(z)), 2),
            _ => Expr.Times(prediction, z),
        };
    }

    private static Symbol Inputs(string name, Shape shape, bool rows) =>
        new(name, shape, SymbolRole.Random, law: new GivenMomentsLaw(Expr.Zero(new(D, Size.One)), Expr.Of(Covariance), rows));

    private static Symbol Labels(string name, Shape shape, Symbol inputs) =>
        new(name, shape, SymbolRole.Random, law: new LabelsLaw(Expr.Of(inputs), Expr.Of(Cross), Expr.Of(Square), Expr.Of(Spread)));
}
