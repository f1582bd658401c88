using System.Collections.Immutable;
using System.Numerics;
using Verify.Coordinates.Checks;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>What of a statement decides which instances can tell it from a false one.</summary>
internal sealed class StatementTraits
{
    private const int LargestDegree = 12;
    private readonly Dictionary<Expr, (int Matrices, int Dimensions)> _degrees = [];

    /// <summary>Reads the check's expressions and the conditions.</summary>
    public StatementTraits(Claim claim, StatementCheck check)
    {
        ImmutableArray<Expr> all = [.. check.Expressions, .. claim.Conditions.SelectMany(condition => new[] { condition.Left, condition.Right })];
        var symbols = all.SelectMany(expression => expression.FreeSymbols).Except(check.Bound).Order().ToList();
        var order = claim.Symbols.IsDefault ? [] : claim.Symbols;
        Symbols = [.. symbols.OrderBy(symbol => order.IndexOf(symbol) is >= 0 and var place ? place : int.MaxValue)];

        var given = claim.Dimensions.IsDefault ? [] : claim.Dimensions;
        var dimensions = all.SelectMany(expression => expression.FreeDimensions)
            .Concat(symbols.Concat(check.Bound).SelectMany(symbol => symbol.Shape.Rows.Dimensions.Concat(symbol.Shape.Columns.Dimensions))).ToHashSet();
        Dimensions = [.. DimensionOrder.WithBounding(dimensions).Except(check.BoundDimensions).Order().OrderBy(dimension => given.IndexOf(dimension) is >= 0 and var place ? place : int.MaxValue)];

        var nodes = new HashSet<Expr>();
        foreach (var expression in all)
        {
            Collect(expression, nodes);
        }

        HasExpectation = nodes.Any(node => node is Expectation);
        UnknownLaws = [.. nodes.OfType<Expectation>().SelectMany(e => e.Bound).Where(symbol => symbol.Law is AnyLaw).Order().DistinctBy(symbol => symbol.Name)];
        RootOrder = (int)BigInteger.Min(15, all.Aggregate(BigInteger.One, (lcm, e) => Lcm(lcm, OrderOf(e))));
        MatrixRoots = (int)BigInteger.Min(15, nodes.OfType<Power>().Where(power => !power.IsScalar).Aggregate(BigInteger.One, (lcm, power) => Lcm(lcm, power.Exponent.Denominator)));
        NeedsSpectrum = MatrixRoots > 1 || nodes.Any(node => node is OperatorNorm or SingularValues);
        IsExactOnlyAtSpecialValues = nodes.Any(node => node is Softmax);
        MatrixDegree = Math.Min(LargestDegree, all.Max(e => DegreeOf(e).Matrices + (e.IsScalar ? 0 : 1)));
        DimensionDegree = Math.Min(LargestDegree, all.Max(e => DegreeOf(e).Dimensions));
    }

    /// <summary>The free symbols, in order of declaration.</summary>
    public ImmutableArray<Symbol> Symbols { get; }

    /// <summary>The free dimensions and those that bound them, in order of declaration.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>Whether an expectation occurs.</summary>
    public bool HasExpectation { get; }

    /// <summary>Bound symbols of unknown law, one of each name.</summary>
    public ImmutableArray<Symbol> UnknownLaws { get; }

    /// <summary>The order that all roots in the statement divide.</summary>
    public int RootOrder { get; }

    /// <summary>The order of the fractional powers of matrices.</summary>
    public int MatrixRoots { get; }

    /// <summary>Whether eigenvalues or singular values of matrices are asked for.</summary>
    public bool NeedsSpectrum { get; }

    /// <summary>Whether something in the statement has an exact value only where it is special: a softmax, where all entries are equal.</summary>
    public bool IsExactOnlyAtSpecialValues { get; }

    /// <summary>How many matrix factors the longest product has, one more for a statement about matrices (its trace against any matrix).</summary>
    public int MatrixDegree { get; }

    /// <summary>The degree in the dimensions as numbers, those counted that sums over rows make.</summary>
    public int DimensionDegree { get; }

    private static void Collect(Expr expression, HashSet<Expr> nodes)
    {
        if (!nodes.Add(expression))
        {
            return;
        }

        foreach (var child in expression.Children)
        {
            Collect(child, nodes);
        }

        foreach (var law in expression is Expectation expectation ? expectation.Bound.Select(symbol => symbol.Law).OfType<Law>() : [])
        {
            law.Expressions.ToList().ForEach(given => Collect(given, nodes));
        }
    }

    // Roots of roots multiply.
    private static BigInteger OrderOf(Expr expression)
    {
        var known = new Dictionary<Expr, BigInteger>();
        return Order(expression);

        BigInteger Order(Expr e)
        {
            if (!known.TryGetValue(e, out var order))
            {
                order = e.Children.Aggregate(BigInteger.One, (lcm, child) => Lcm(lcm, Order(child)));
                order *= e switch { Power power => power.Exponent.Denominator, OperatorNorm or FrobeniusNorm or SingularValues => 2, _ => 1 };
                known[e] = order;
            }

            return order;
        }
    }

    private static BigInteger Lcm(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;

    private (int Matrices, int Dimensions) DegreeOf(Expr expression)
    {
        if (!_degrees.TryGetValue(expression, out var degree))
        {
            var parts = expression.Children.Select(DegreeOf).ToList();
            var (most, numbers) = (parts.Select(p => p.Matrices).DefaultIfEmpty().Max(), parts.Select(p => p.Dimensions).DefaultIfEmpty().Max());
            var (sum, product) = (Bounded(parts.Sum(p => p.Matrices)), Bounded(parts.Sum(p => p.Dimensions)));
            degree = expression switch
            {
                DimensionValue => (0, 1),
                SymbolValue value => (value.IsScalar ? 0 : 1, 0),
                Product or Hadamard or KroneckerProduct => (sum, product),
                Power power => (Bounded(most * Exponent(power)), Bounded(numbers * Exponent(power))),
                Expectation => (most, Bounded(numbers + (most / 2))),
                OperatorNorm or FrobeniusNorm or SingularValues or Softmax => (2 * most, numbers),
                _ => (most, numbers),
            };
            _degrees[expression] = degree;
        }

        return degree;
    }

    private static int Exponent(Power power) => (int)BigInteger.Min(LargestDegree, BigInteger.Abs(power.Exponent.Numerator));

    private static int Bounded(int degree) => Math.Min(degree, 1000);
}
