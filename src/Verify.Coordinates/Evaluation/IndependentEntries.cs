using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Independent entries of a named law: each is a variable, and a power x^k of one in a monomial is replaced by E[x^k]. Exponential with mean μ: E[x^k] = k μ E[x^(k-1)];
/// uniform on (a, b): E[x^k] = (b^k + a k E[x^(k-1)]) / (k + 1); ±1 with equal chances: 0 or 1.
/// </summary>
internal sealed class IndependentEntries
{
    private readonly PolynomialRing _ring;
    private readonly EntryFamily _family;
    private readonly Polynomial[] _parameters;
    private readonly List<Polynomial> _moments = [Polynomial.One];

    private IndependentEntries(PolynomialRing ring, EntryFamily family, Polynomial[] parameters) => (_ring, _family, _parameters) = (ring, family, parameters);

    /// <summary>The entries of a law; a mean that is not positive, or ends in the wrong order, throw <see cref="UndefinedException"/>.</summary>
    public static IndependentEntries Of(Evaluator evaluator, EntriesLaw law, Scope scope)
    {
        var parameters = law.Parameters.Select(parameter => evaluator.Evaluate(parameter, scope)[0, 0]).ToArray();
        var width = law.Family switch
        {
            EntryFamily.Exponential => parameters[0],
            EntryFamily.Uniform => parameters[1] - parameters[0],
            _ => Polynomial.One,
        };
        return !width.IsRational || width.Value.Sign > 0 ? new(evaluator.Ring, law.Family, parameters)
            : throw new UndefinedException("a law whose mean is not positive, or whose ends are not in order");
    }

    /// <summary>The expectation of what the rest makes of the symbol: of a scalar, of a vector, of a diagonal matrix of the given number of rows.</summary>
    public Matrix Integrate(Symbol symbol, int rows, Func<Matrix, Matrix> rest)
    {
        var first = _ring.TakeVariables(rows);
        try
        {
            Polynomial Entry(int i) => Polynomial.Of(Monomial.Of(first + i), 1);
            var value = rest(symbol.Shape.Columns.IsOne
                ? Matrix.Of(rows, 1, (i, _) => Entry(i))
                : Matrix.Of(rows, rows, (i, j) => i == j ? Entry(i) : Polynomial.Zero));
            return value.Map(entry => Integrate(entry, first, rows));
        }
        finally
        {
            _ring.ReturnVariables(rows);
        }
    }

    private Polynomial Integrate(Polynomial integrand, int first, int count)
    {
        var terms = new List<(Polynomial Moment, Polynomial Others)>(integrand.Terms.Length);
        foreach (var (monomial, coefficient) in integrand.Terms)
        {
            var (product, others) = (Polynomial.Of(coefficient), monomial);
            for (var variable = first; variable < first + count; variable++)
            {
                product = _ring.Multiply(product, Moment(monomial[variable]));
                others = others.With(variable, 0);
            }

            terms.Add((product, Polynomial.Of(others, 1)));
        }

        return _ring.SumOfProducts(terms.Count, k => terms[k]);
    }

    private Polynomial Moment(int exponent)
    {
        while (_moments.Count <= exponent)
        {
            var (k, before) = (_moments.Count, _moments[^1]);
            _moments.Add(_family switch
            {
                EntryFamily.Exponential => _ring.Multiply(_parameters[0], before).Scale(k),
                EntryFamily.Uniform => (_ring.Power(_parameters[1], k) + _ring.Multiply(_parameters[0], before).Scale(k)).Scale(new Rational(1, k + 1)),
                _ => k % 2 == 0 ? Polynomial.One : Polynomial.Zero,
            });
        }

        return _moments[exponent];
    }
}
