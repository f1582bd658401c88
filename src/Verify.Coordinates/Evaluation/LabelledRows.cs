using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Evaluation;

/// <summary>
/// Labels with their inputs, pairs (y_i, x_i) that are independent of each other: the entries of y are variables beside those of the inputs, and in a monomial each row that contains y_i
/// is replaced by E[y x_j] = c_j, E[y²] = s or E[y² x_j x_k] = Σ_jk + c_j c_k. Rows without a label keep their inputs, which are integrated by their own law.
/// </summary>
internal sealed class LabelledRows
{
    private readonly PolynomialRing _ring;
    private readonly int[,] _inputs;
    private readonly Matrix _cross;
    private readonly Matrix? _square;
    private readonly Matrix? _spread;

    private LabelledRows(PolynomialRing ring, int[,] inputs, Matrix cross, Matrix? square, Matrix? spread) =>
        (_ring, _inputs, _cross, _square, _spread) = (ring, inputs, cross, square, spread);

    /// <summary>The rows of a law. Moments that no law has throw <see cref="UndefinedException"/>: Σ must be positive definite, [C, c; c', s] positive semidefinite.</summary>
    public static LabelledRows Of(Evaluator evaluator, Symbol label, LabelsLaw law, Scope scope)
    {
        var symbol = ((SymbolValue)law.Inputs).Symbol;
        var given = (MomentLaw)symbol.Law!;
        var values = evaluator.Evaluate(law.Inputs, scope);
        var cross = evaluator.Evaluate(law.Cross, scope);
        var square = law.Square is { } s ? evaluator.Evaluate(s, scope) : null;
        var spread = law.Spread is { } t ? evaluator.Evaluate(t, scope) : null;
        Check(evaluator, evaluator.Evaluate(given.Covariance, scope), cross, square, spread);
        var areRows = given.IidRows || !label.Shape.IsScalar;
        var inputs = new int[areRows ? values.Rows : 1, cross.Rows];
        for (var i = 0; i < inputs.GetLength(0); i++)
        {
            for (var j = 0; j < cross.Rows; j++)
            {
                inputs[i, j] = VariableOf(areRows ? values[i, j] : values[j, 0]);
            }
        }

        return new(evaluator.Ring, inputs, cross, square, spread);
    }

    /// <summary>The expectation, over the labels and the inputs of rows with a label, of what the rest makes of the labels.</summary>
    public Matrix Integrate(int rows, Func<Matrix, Matrix> rest)
    {
        var first = _ring.TakeVariables(rows);
        try
        {
            return rest(Matrix.Of(rows, 1, (i, _) => Polynomial.Of(Monomial.Of(first + i), 1))).Map(entry => Integrate(entry, first));
        }
        finally
        {
            _ring.ReturnVariables(rows);
        }
    }

    private Polynomial Integrate(Polynomial integrand, int first)
    {
        var terms = new List<(Polynomial Moment, Polynomial Others)>(integrand.Terms.Length);
        foreach (var (monomial, coefficient) in integrand.Terms)
        {
            var (product, others) = (Polynomial.Of(coefficient), monomial);
            for (var row = 0; row < _inputs.GetLength(0); row++)
            {
                var labels = monomial[first + row];
                if (labels == 0)
                {
                    continue;
                }

                List<int> places = [];
                for (var j = 0; j < _inputs.GetLength(1); j++)
                {
                    places.AddRange(Enumerable.Repeat(j, monomial[_inputs[row, j]]));
                    others = others.With(_inputs[row, j], 0);
                }

                product = _ring.Multiply(product, Moment(labels, places));
                others = others.With(first + row, 0);
            }

            terms.Add((product, Polynomial.Of(others, 1)));
        }

        return _ring.SumOfProducts(terms.Count, k => terms[k]);
    }

    private Polynomial Moment(int labels, List<int> places) => (labels, places, _square, _spread) switch
    {
        (1, [var j], _, _) => _cross[j, 0],
        (2, [], { } square, _) => square[0, 0],
        (2, [var j, var k], _, { } spread) => spread[j, k] + _ring.Multiply(_cross[j, 0], _cross[k, 0]),
        _ => throw new NotTreatedException("an expectation that the given joint moments do not determine"),
    };

    private static void Check(Evaluator evaluator, Matrix covariance, Matrix cross, Matrix? square, Matrix? spread)
    {
        var n = cross.Rows;
        if (spread is not null && !(spread.IsSymmetric() && (!spread.IsRational || Definiteness.Of(evaluator.Algebra, spread).IsPositive)))
        {
            throw new UndefinedException("a covariance of y x that is not positive definite");
        }

        if (square is not null
            && Matrix.Of(n + 1, n + 1, (i, j) => i < n && j < n ? covariance[i, j] : i < n ? cross[i, 0] : j < n ? cross[j, 0] : square[0, 0]) is { IsRational: true } joint
            && !Definiteness.Of(evaluator.Algebra, joint).IsNonnegative)
        {
            throw new UndefinedException("moments of labels and inputs that are not positive semidefinite together");
        }
    }

    private static int VariableOf(Polynomial entry)
    {
        var monomial = entry.Terms is [var term] ? term.Monomial : throw new NotTreatedException("labels of inputs that are no variables");
        return Enumerable.Range(0, Monomial.Variables).First(variable => monomial[variable] == 1);
    }
}
