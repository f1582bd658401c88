using Verify.Language;
using Verify.Symbolics.Calculus;
using Verify.Symbolics.Expectations;
using Verify.Symbolics.Inverses;
using Verify.Symbolics.Positivity;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Normalization;

/// <summary>
/// Normal forms of core expressions, in the workspace that is current; each node once. What has no rule throws <see cref="NotTreatedException"/> with its name.
/// Block matrices, and every min and lim, must have been replaced before.
/// </summary>
internal sealed class Normalizer
{
    private readonly Dictionary<Expr, Form> _forms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, Symbol> _aliases = [];

    /// <summary>The normal form.</summary>
    public Form Of(Expr expression)
    {
        if (!_forms.TryGetValue(expression, out var form))
        {
            Algebra.Current.Spend(1);
            _forms.Add(expression, form = Compute(expression));
        }

        return form;
    }

    private Form Compute(Expr expression) => expression switch
    {
        Number number => Form.Of(Scalar.Of(number.Value)),
        DimensionValue dimension => Form.Of(Scalar.Of(dimension.Dimension)),
        SymbolValue symbol => Form.Of(Written(symbol.Symbol)),
        ZeroMatrix => Form.Zero(expression.Shape),
        IdentityMatrix => Form.Identity(expression.Shape.Rows),
        OnesVector => Form.Of(new OnesAtom(expression.Shape.Rows)),
        UnitVector unit => Form.Of(new UnitAtom(expression.Shape.Rows, unit.Position)),
        Sum sum => Of(sum),
        Product { Left: Transpose { Operand: SingularValues left }, Right: SingularValues right } when Of(left.Children[0]).SameAs(Of(right.Children[0])) =>
            Form.Of(Norms.Frobenius(Of(left.Children[0]), 2)),
        Product product => Of(product.Left) * Of(product.Right),
        Hadamard => Entrywise.Product(Of(expression.Children[0]), Of(expression.Children[1])),
        Transpose transpose => Of(transpose.Operand).Transpose(),
        Power { Base: FrobeniusNorm { Children: [SingularValues values] } } power => Form.Of(Norms.Frobenius(Of(values.Children[0]), power.Exponent)),
        Power { Base: FrobeniusNorm norm } power => Form.Of(Norms.Frobenius(Of(norm.Children[0]), power.Exponent)),
        Power power => MatrixPowers.Of(Of(power.Base), power.Exponent),
        Trace => Form.Of(Of(expression.Children[0]).Trace()),
        FrobeniusNorm { Children: [SingularValues values] } => Form.Of(Norms.Frobenius(Of(values.Children[0]), 1)),
        FrobeniusNorm => Form.Of(Norms.Frobenius(Of(expression.Children[0]), 1)),
        OperatorNorm => Form.Of(Norms.Operator(Of(expression.Children[0]))),
        DiagonalPart => Entrywise.Diagonal(Of(expression.Children[0])),
        Determinant => Form.Of(Determinants.Of(Of(expression.Children[0]))),
        NegativeEigenvalues => Negatives(expression.Children[0]),
        Softmax => SoftmaxAtom.Softmax(Of(expression.Children[0])),
        Expectation expectation => Mean.Of(Of(expectation.Body), expectation.Bound, Of),
        Gradient gradient => Of(gradient),
        Minimum => throw new NotTreatedException("a minimum inside an expression"),
        Limit => throw new NotTreatedException("a limit inside an expression"),
        BlockMatrix => throw new NotTreatedException("a block matrix that does not multiply out"),
        _ => throw new NotTreatedException(expression.GetType().Name),
    };

    // None of a positive semidefinite matrix, all of a negative definite one.
    private Form Negatives(Expr matrix)
    {
        var form = Of(matrix);
        return Algebra.Current.IsGeneric(form.Leaves) ? throw new NotTreatedException("the number of negative eigenvalues of a matrix that may be undefined")
            : LoewnerSign.Of(form) != Sign.Unknown ? Form.Of(Scalar.Zero)
            : LoewnerSign.Of(-form) == Sign.Positive ? Form.Of(Scalar.Of(matrix.Shape.Rows))
            : throw new NotTreatedException("the number of negative eigenvalues of a matrix of unknown sign");
    }

    private Form Of(Sum sum)
    {
        var total = new FormBuilder(sum.Shape);
        foreach (var term in sum.Terms)
        {
            total.Add(Of(term), Scalar.One);
        }

        return total.ToForm();
    }

    private Form Of(Gradient gradient)
    {
        // The bound copy is written as the parameter itself where nothing else in the body is: most gradients are taken there, and need no replacement.
        if (!_aliases.TryGetValue(gradient.Bound, out var variable))
        {
            var at = gradient.At is SymbolValue value ? Written(value.Symbol) : gradient.Bound;
            variable = Algebra.Current.IsConditioned(at) || gradient.Body.FreeSymbols.Any(symbol => Written(symbol) == at) ? gradient.Bound : at;
            _aliases.Add(gradient.Bound, variable);
        }
        else if (variable != gradient.Bound && gradient.Body.FreeSymbols.Any(symbol => symbol != gradient.Bound && Written(symbol) == variable))
        {
            // Another body of the same copy had the parameter to itself; this one has not.
            var copy = new Symbol(gradient.Bound.Name, gradient.Bound.Shape, gradient.Bound.Role, gradient.Bound.Attributes, gradient.Bound.Range);
            return Of((Gradient)Expr.GradientOf(Substitution.Of(gradient.Bound, Expr.Of(copy)).In(gradient.Body), copy, gradient.At));
        }

        var form = Differentiation.Gradient(Of(gradient.Body).AsScalar, variable);
        return gradient.At is SymbolValue same && Written(same.Symbol) == variable ? form : Replacement.Of(form, variable, Of(gradient.At));
    }

    private Symbol Written(Symbol symbol) => _aliases.GetValueOrDefault(symbol, symbol);
}
