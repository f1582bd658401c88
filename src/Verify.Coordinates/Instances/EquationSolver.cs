using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>Values of one symbol that may satisfy an equation, the other symbols being as they are. The caller checks them.</summary>
internal sealed class EquationSolver(Func<Instance, Evaluator> evaluatorAt, Instance instance, Comparison equation, SplitMix random)
{
    private const int Combinations = 8;
    private static readonly int[][] Pythagorean = [[1], [3, 4], [1, 2, 2], [1, 1, 1, 1], [1, 1, 1, 2, 3]];

    /// <summary>Candidates, from the most particular method on.</summary>
    public IEnumerable<Rational[,]> Solutions(Symbol symbol) => Linear(symbol).Concat(Quadratic(symbol)).Concat(Scaled(symbol));

    // The difference is linear in the entries: a particular solution and random combinations of the null vectors.
    private IEnumerable<Rational[,]> Linear(Symbol symbol)
    {
        var value = instance.Values[symbol];
        var places = FreePlaces(symbol, value.GetLength(0), value.GetLength(1)).ToList();
        if (WriteOut(symbol, places) is not { } entries || entries.Any(entry => entry.Terms.ToArray().Any(term => DegreeOf(term.Monomial, places.Count) > 1)))
        {
            yield break;
        }

        var matrix = RationalMatrix.Of(entries.Count, places.Count, (i, j) => Coefficient(entries[i], Monomial.Of(j)));
        if (LinearSystem.Solve(matrix, [.. entries.Select(entry => -Coefficient(entry, Monomial.One))]) is not { } solutions)
        {
            yield break;
        }

        for (var k = 0; k < Combinations; k++)
        {
            var weights = solutions.NullVectors.Select(_ => (Rational)random.NonZero(3)).ToArray();
            var point = Enumerable.Range(0, places.Count).Select(p =>
                solutions.NullVectors.Select((v, n) => v[p] * weights[n]).Aggregate(solutions.Particular[p], (a, b) => a + b)).ToArray();
            var candidate = Assemble(symbol, value, places, point);
            yield return candidate;

            // A multiple of I makes a symmetric matrix definite; where I does not solve the equation the caller finds out.
            if (symbol.Is(MatrixAttributes.PositiveSemidefinite))
            {
                yield return RationalMatrix.Shift(candidate, -(4 * (k + 2)));
            }
        }
    }

    // One entry of a scalar equation that is quadratic in it, where the roots are rational.
    private IEnumerable<Rational[,]> Quadratic(Symbol symbol)
    {
        var value = instance.Values[symbol];
        foreach (var place in FreePlaces(symbol, value.GetLength(0), value.GetLength(1)))
        {
            if (WriteOut(symbol, [place]) is not [var polynomial] || polynomial.Terms.ToArray().Any(term => DegreeOf(term.Monomial, 1) > 2))
            {
                continue;
            }

            var (a, b, c) = (Coefficient(polynomial, Monomial.Of(0, 2)), Coefficient(polynomial, Monomial.Of(0)), Coefficient(polynomial, Monomial.One));
            if (a.IsZero ? b.IsZero : Root((b * b) - (4 * a * c), 2) is null)
            {
                continue;
            }

            var roots = a.IsZero ? [-c / b] : new[] { 1, -1 }.Select(sign => (-b + (Root((b * b) - (4 * a * c), 2)!.Value * sign)) / (2 * a));
            foreach (var root in roots)
            {
                yield return Assemble(symbol, value, [place], [root]);
            }
        }
    }

    // A side that is homogeneous in the symbol, or in its reciprocal: scaling by a rational root. Products of vectors of rational length have rational norms.
    private IEnumerable<Rational[,]> Scaled(Symbol symbol)
    {
        var (rows, columns) = (instance.Values[symbol].GetLength(0), instance.Values[symbol].GetLength(1));
        var (left, right) = (Rational(PythagoreanVector(rows)), Rational(PythagoreanVector(columns)));
        foreach (var start in new[] { instance.Values[symbol], RationalMatrix.Of(rows, columns, (i, j) => left[i] * right[j]) })
        {
            if (ScaleOf(symbol, start) is { } factor)
            {
                yield return RationalMatrix.Scale(start, factor);
            }
        }
    }

    private Rational? ScaleOf(Symbol symbol, Rational[,] start)
    {
        var (moving, target) = equation.Left.FreeSymbols.Contains(symbol) ? (equation.Left, equation.Right) : (equation.Right, equation.Left);
        if (!moving.IsScalar || target.FreeSymbols.Contains(symbol) || Value(moving, instance.With(symbol, start)) is not { Sign: > 0 } once ||
            Value(moving, instance.With(symbol, RationalMatrix.Scale(start, 2))) is not { } twice || Value(target, instance) is not { Sign: > 0 } goal)
        {
            return null;
        }

        var degree = Enumerable.Range(1, 8).FirstOrDefault(k => twice == once * (1 << k) || twice * (1 << k) == once);
        return degree == 0 ? null : Root(twice > once ? goal / once : once / goal, degree);
    }

    private Rational? Value(Expr expression, Instance at)
    {
        try
        {
            return evaluatorAt(at).Evaluate(expression)[0, 0] is { IsRational: true } value ? value.Value : null;
        }
        catch (Exception obstacle) when (obstacle is InexactException or UndefinedException or InfiniteLimitException)
        {
            return null;
        }
    }

    private int[] PythagoreanVector(int n) => Enumerable.Range(0, n).Select(i => i < Pythagorean[Math.Min(n, Pythagorean.Length) - 1].Length
        ? Pythagorean[Math.Min(n, Pythagorean.Length) - 1][i] * (random.Integer(0, 1) == 0 ? 1 : -1) : 0).ToArray();

    private static Rational[] Rational(int[] vector) => [.. vector.Select(x => (Rational)x)];

    private static Rational? Root(Rational value, int k)
    {
        if (value.Sign < 0)
        {
            return null;
        }

        var root = new Rational(IntegerRoots.Floor(value.Numerator, k), IntegerRoots.Floor(value.Denominator, k));
        return root.Power(k) == value ? root : null;
    }

    // Left minus right with variables 0, 1, … at the places; null where that is no polynomial in them with rational coefficients.
    private List<Polynomial>? WriteOut(Symbol symbol, IReadOnlyList<(int Row, int Column)> places)
    {
        var evaluator = evaluatorAt(instance);
        try
        {
            var first = evaluator.Ring.TakeVariables(places.Count);
            var values = Matrix.Of(instance.Values[symbol]);
            var moved = Matrix.Of(values.Rows, values.Columns, (i, j) => IndexOf(symbol, places, i, j) is >= 0 and var p ? Polynomial.Of(Monomial.Of(first + p), 1) : values[i, j]);
            KeyValuePair<Symbol, Matrix>[] at = [new(symbol, moved)];
            var difference = evaluator.EvaluateAt(equation.Left, at) - evaluator.EvaluateAt(equation.Right, at);
            var entries = difference.Entries.ToArray();
            return first == 0 && evaluator.Ring.Radicals.Count == 0 ? [.. entries] : null;
        }
        catch (Exception obstacle) when (obstacle is NotTreatedException or InexactException or LimitException or UndefinedException or InfiniteLimitException)
        {
            return null;
        }
    }

    private Rational[,] Assemble(Symbol symbol, Rational[,] value, IReadOnlyList<(int Row, int Column)> places, Rational[] point) =>
        RationalMatrix.Of(value.GetLength(0), value.GetLength(1), (i, j) => IndexOf(symbol, places, i, j) is >= 0 and var p ? point[p] : value[i, j]);

    private static int IndexOf(Symbol symbol, IReadOnlyList<(int Row, int Column)> places, int row, int column) =>
        Enumerable.Range(0, places.Count).FirstOrDefault(p => places[p] == (row, column) || (symbol.Is(MatrixAttributes.Symmetric) && places[p] == (column, row)), -1);

    private static IEnumerable<(int Row, int Column)> FreePlaces(Symbol symbol, int rows, int columns) =>
        from i in Enumerable.Range(0, rows)
        from j in Enumerable.Range(0, columns)
        where !symbol.Is(MatrixAttributes.Orthogonal) && !symbol.Is(MatrixAttributes.UnitVector) && (symbol.Is(MatrixAttributes.Diagonal) ? i == j : !symbol.Is(MatrixAttributes.Symmetric) || i <= j)
        select (i, j);

    private static int DegreeOf(Monomial monomial, int count) => Enumerable.Range(0, count).Sum(v => monomial[v]);

    private static Rational Coefficient(Polynomial polynomial, Monomial monomial)
    {
        foreach (var term in polynomial.Terms)
        {
            if (term.Monomial == monomial)
            {
                return term.Coefficient;
            }
        }

        return 0;
    }
}
