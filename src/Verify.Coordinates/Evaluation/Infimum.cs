using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Instances;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// The minima of a loss over those parameters in which it is quadratic, at several values of the others (zero and not zero): where it is quadratic in all of them the
/// infimum itself, otherwise a sample of the minima along the others.
/// </summary>
/// <param name="Loss">The loss written out.</param>
/// <param name="Quadratic">The parameters, by index, that each minimum is over.</param>
/// <param name="Slices">The quadratic, its minimum (null: none, it falls without bound) and the point that fixes the others.</param>
internal sealed record Infimum(PolynomialLoss Loss, ImmutableArray<int> Quadratic, ImmutableArray<Slice> Slices)
{
    private const int RandomSlices = 3;
    private const int Directions = 12;

    /// <summary>Whether each slice is the whole space.</summary>
    public bool IsComplete => Quadratic.Length == Loss.Parameters.Length;

    /// <summary>
    /// Whether the least minimum is the infimum for certain: the slices are the whole space, or the loss depends on the quadratic parameters times one scalar only,
    /// so that all slices where the scalar is not 0 are alike and that at 0 has no lower minimum.
    /// </summary>
    public bool IsExact => IsComplete || (Loss.Entries - Quadratic.Sum(i => Loss.Shapes[i].Rows * Loss.Shapes[i].Columns) == 1 && Loss.Terms.All(term =>
        Enumerable.Range(0, Loss.Entries).Sum(e => Quadratic.Contains(Loss.OwnerOf(e)) ? term.Exponents[e] : -term.Exponents[e]) == 0));

    /// <summary>The least minimum, or null where some slice falls without bound.</summary>
    public Rational? Least => Slices.Any(slice => slice.Minimisers is null) ? null : Slices.Min(slice => slice.Minimum);

    /// <summary>Whether the least minimum was met on at least two slices (or on all of the space), as it is for a loss that depends on products of parameters.</summary>
    public bool IsRepeated => IsComplete || Slices.Count(slice => slice.Minimisers is not null && slice.Minimum == Least) >= 2;

    /// <summary>The value of a minimum inside an expression.</summary>
    public static Polynomial Of(Evaluator evaluator, Minimum minimum, Scope scope)
    {
        var infimum = Of(evaluator, PolynomialLoss.Of(evaluator, minimum.Body, minimum.Bound, scope));
        return infimum.Least is not { } least ? throw new UndefinedException("a loss without a lower bound")
            : infimum.IsRepeated ? Polynomial.Of(least)
            : throw new NotTreatedException("a minimum that no quadratic gives");
    }

    /// <summary>Minimises over the most parameters in which the loss is quadratic; none throws <see cref="NotTreatedException"/>.</summary>
    public static Infimum Of(Evaluator evaluator, PolynomialLoss loss)
    {
        var count = loss.Parameters.Length;
        var subsets = Enumerable.Range(1, (1 << count) - 1)
            .Select(bits => Enumerable.Range(0, count).Where(i => (bits >> i & 1) == 1).ToImmutableArray())
            .OrderByDescending(subset => subset.Sum(i => loss.Shapes[i].Rows * loss.Shapes[i].Columns));
        var quadratic = subsets.FirstOrDefault(subset => loss.IsQuadraticIn(subset));
        if (quadratic.IsDefault)
        {
            throw FallsForEver(loss) ? new UndefinedException("a loss without a lower bound") : new NotTreatedException("the minimum of a loss that is quadratic in no parameter");
        }

        return new(loss, quadratic, [.. Points(loss, quadratic).Select(point =>
        {
            var form = loss.QuadraticIn(quadratic, point);
            evaluator.Ring.Work.Spend((long)form.Entries.Length * form.Entries.Length * form.Entries.Length);
            var (minimisers, minimum, falling) = form.Minimise(evaluator.Algebra);
            return new Slice(point, form, minimisers, minimum, falling);
        })]);
    }

    // The terms of the highest degree are below 0 in some direction.
    private static bool FallsForEver(PolynomialLoss loss)
    {
        var degree = loss.Terms.Max(term => term.Exponents.Sum());
        var top = loss.Terms.Where(term => term.Exponents.Sum() == degree).ToList();
        var random = new SplitMix(23);
        return Enumerable.Range(0, Directions).Select(_ => Enumerable.Range(0, loss.Entries).Select(_ => (Rational)random.Integer(-3, 3)).ToArray())
            .Any(x => top.Aggregate(Rational.Zero, (sum, term) => sum + term.Exponents.Index().Aggregate(term.Coefficient, (product, e) => product * x[e.Index].Power(e.Item))).Sign < 0);
    }

    // Values of the other parameters: each pattern of zero and not zero, the latter at several values.
    private static IEnumerable<ImmutableArray<Rational>> Points(PolynomialLoss loss, ImmutableArray<int> quadratic)
    {
        var others = Enumerable.Range(0, loss.Parameters.Length).Except(quadratic).ToArray();
        var random = new SplitMix(17);
        for (var pattern = (1 << others.Length) - 1; pattern >= 0; pattern--)
        {
            for (var repeat = 0; repeat < (pattern == 0 ? 1 : RandomSlices); repeat++)
            {
                yield return [.. Enumerable.Range(0, loss.Entries).Select(e =>
                    Array.IndexOf(others, loss.OwnerOf(e)) is >= 0 and var index && (pattern >> index & 1) == 1 ? Distinct(random, repeat) : Rational.Zero)];
            }
        }
    }

    // Of different sizes for different repeats, so that no two slices are one.
    private static Rational Distinct(SplitMix random, int repeat) => ((3 * repeat) + random.Integer(1, 3)) * (random.Integer(0, 1) == 0 ? 1 : -1);
}

/// <summary>The loss where some parameters are fixed: a quadratic in the others, with its minimisers or a direction in which it has none.</summary>
internal sealed record Slice(ImmutableArray<Rational> Point, QuadraticForm Form, SolutionSet? Minimisers, Rational Minimum, Rational[]? Falling)
{
    /// <summary>The whole point with the quadratic's entries replaced.</summary>
    public ImmutableArray<Rational> At(IReadOnlyList<Rational> entries)
    {
        var point = Point.ToBuilder();
        for (var i = 0; i < entries.Count; i++)
        {
            point[Form.Entries[i]] = entries[i];
        }

        return point.ToImmutable();
    }
}
