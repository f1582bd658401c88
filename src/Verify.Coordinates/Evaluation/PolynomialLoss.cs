using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>A scalar written out as a polynomial in the entries of its parameters, at an instance.</summary>
internal sealed class PolynomialLoss
{
    private readonly int[] _owner;
    private readonly List<(int[] Exponents, Rational Coefficient)> _terms = [];

    private PolynomialLoss(ImmutableArray<Symbol> parameters, ImmutableArray<(int Rows, int Columns)> shapes)
    {
        (Parameters, Shapes) = (parameters, shapes);
        _owner = [.. shapes.SelectMany((shape, index) => Enumerable.Repeat(index, shape.Rows * shape.Columns))];
    }

    /// <summary>The parameters, in order.</summary>
    public ImmutableArray<Symbol> Parameters { get; }

    /// <summary>Their sizes.</summary>
    public ImmutableArray<(int Rows, int Columns)> Shapes { get; }

    /// <summary>The number of entries of all parameters.</summary>
    public int Entries => _owner.Length;

    /// <summary>The terms: an exponent for each entry, and a coefficient.</summary>
    public IReadOnlyList<(int[] Exponents, Rational Coefficient)> Terms => _terms;

    /// <summary>Which parameter an entry belongs to.</summary>
    public int OwnerOf(int entry) => _owner[entry];

    /// <summary>Writes the body out. Radicals, and inverses of parameters, are not treated.</summary>
    public static PolynomialLoss Of(Evaluator evaluator, Expr body, ImmutableArray<Symbol> parameters, Scope scope)
    {
        var loss = new PolynomialLoss(parameters, [.. parameters.Select(p => (evaluator.SizeOf(p.Shape.Rows, scope), evaluator.SizeOf(p.Shape.Columns, scope)))]);
        var (ring, count) = (evaluator.Ring, loss.Entries);
        var first = ring.TakeVariables(count);
        try
        {
            var inner = new Scope(scope);
            var next = first;
            foreach (var (parameter, (rows, columns)) in parameters.Zip(loss.Shapes))
            {
                var start = next;
                inner.Bind(parameter, Matrix.Of(rows, columns, (i, j) => Polynomial.Of(Monomial.Of(start + (i * columns) + j), 1)));
                next += rows * columns;
            }

            foreach (var (monomial, coefficient) in evaluator.Evaluate(body, inner)[0, 0].Terms)
            {
                var rest = Enumerable.Range(first, count).Aggregate(monomial, (m, variable) => m.With(variable, 0));
                loss._terms.Add(rest.IsOne ? ([.. Enumerable.Range(first, count).Select(v => monomial[v])], coefficient)
                    : ring.Radicals.IsNumber(rest) ? throw new InexactException("a minimum with an irrational coefficient")
                    : throw new NotTreatedException("a minimum inside an expectation or a gradient"));
            }
        }
        finally
        {
            ring.ReturnVariables(count);
        }

        return loss;
    }

    /// <summary>The value at a point (all entries in order).</summary>
    public Rational ValueAt(IReadOnlyList<Rational> point) => _terms.Aggregate(Rational.Zero, (sum, term) => sum + Term(term, point, _ => true));

    /// <summary>Whether every term has degree at most 2 in the entries of the given parameters.</summary>
    public bool IsQuadraticIn(IReadOnlyCollection<int> parameters) =>
        _terms.TrueForAll(term => Enumerable.Range(0, Entries).Where(e => parameters.Contains(_owner[e])).Sum(e => term.Exponents[e]) <= 2);

    /// <summary>The quadratic in the given parameters' entries where the others are as in the point.</summary>
    public QuadraticForm QuadraticIn(IReadOnlyCollection<int> parameters, IReadOnlyList<Rational> point)
    {
        var entries = Enumerable.Range(0, Entries).Where(e => parameters.Contains(_owner[e])).ToArray();
        var (hessian, slope, constant) = (new Rational[entries.Length, entries.Length], new Rational[entries.Length], Rational.Zero);
        foreach (var term in _terms)
        {
            var coefficient = Term(term, point, e => !parameters.Contains(_owner[e]));
            var used = entries.Index().SelectMany(e => Enumerable.Repeat(e.Index, term.Exponents[e.Item])).ToArray();
            switch (used)
            {
                case []:
                    constant += coefficient;
                    break;
                case [var i]:
                    slope[i] += coefficient;
                    break;
                case [var i, var j]:
                    hessian[i, j] += coefficient;
                    hessian[j, i] += coefficient;
                    break;
            }
        }

        return new(entries, hessian, slope, constant);
    }

    private static Rational Term((int[] Exponents, Rational Coefficient) term, IReadOnlyList<Rational> point, Func<int, bool> include)
    {
        var value = term.Coefficient;
        for (var e = 0; e < point.Count; e++)
        {
            if (term.Exponents[e] > 0 && include(e))
            {
                value *= point[e].Power(term.Exponents[e]);
            }
        }

        return value;
    }
}

/// <summary>c + g'x + x'Hx/2 in some of the entries, the others fixed.</summary>
internal sealed record QuadraticForm(int[] Entries, Rational[,] Hessian, Rational[] Slope, Rational Constant)
{
    /// <summary>All minimisers and the minimum, or a direction along which the form falls without bound.</summary>
    public (SolutionSet? Minimisers, Rational Minimum, Rational[]? Falling) Minimise(MatrixAlgebra algebra)
    {
        var definite = Definiteness.Of(algebra, Matrix.Of(Hessian));
        if (!definite.IsNonnegative)
        {
            var direction = definite.Direction!.ToRational();
            return (null, default, [.. Enumerable.Range(0, Slope.Length).Select(i => direction[i, 0])]);
        }

        if (LinearSystem.Solve(Hessian, [.. Slope.Select(s => -s)]) is { } minimisers)
        {
            return (minimisers, Constant + (Slope.Zip(minimisers.Particular, (s, x) => s * x).Aggregate(Rational.Zero, (a, b) => a + b) / 2), null);
        }

        // The slope has a part in the null space of H: along it the form is linear.
        var flat = LinearSystem.Solve(Hessian, new Rational[Slope.Length])!.NullVectors
            .First(v => !Slope.Zip(v, (s, x) => s * x).Aggregate(Rational.Zero, (a, b) => a + b).IsZero);
        return (null, default, flat);
    }
}
