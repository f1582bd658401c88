using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>softmax(v) of a vector that is no multiple of the vector of ones: opaque, with positive entries of sum 1. The argument has no term in the vector of ones.</summary>
internal sealed class SoftmaxAtom : Atom
{
    private SoftmaxAtom(Form argument) => Argument = argument;

    /// <summary>v.</summary>
    public Form Argument { get; }

    /// <inheritdoc/>
    public override Shape Shape => Argument.Shape;

    /// <inheritdoc/>
    public override MatrixAttributes Attributes => MatrixAttributes.None;

    /// <inheritdoc/>
    public override Leaves Leaves => Argument.Leaves;

    /// <summary>softmax(v + c 1) = softmax(v), softmax(0) = 1/n times the vector of ones, and 1 for a scalar.</summary>
    public static Form Softmax(Form argument)
    {
        var size = argument.Shape.Rows;
        if (size.IsOne)
        {
            return Form.Of(Scalar.One);
        }

        var rest = new FormBuilder(argument.Shape);
        for (var i = 0; i < argument.Count; i++)
        {
            if (argument.WordAt(i).Letters is not [{ Element.IsLambda: true, Atom: OnesAtom }])
            {
                rest.Add(argument.WordAt(i), argument.CoefficientAt(i));
            }
        }

        var form = rest.ToForm();
        return form.IsZero ? Form.Of(new OnesAtom(size)).Scaled(Scalar.Of(size).Inverse()) : Form.Of(new SoftmaxAtom(form));
    }

    /// <summary>The form k with k' dv = K d softmax(v), for K of size 1 × n: the derivative of p = softmax(v) by v is diag(p) - p p'.</summary>
    public Form Backward(Form k)
    {
        var p = Form.Of(this);
        return Entrywise.Product(k.Transpose(), p) - p.Scaled((k * p).AsScalar);
    }

    /// <inheritdoc/>
    public override bool Equals(Atom? other) => other is SoftmaxAtom s && s.Argument.SameAs(Argument);

    /// <inheritdoc/>
    public override int GetHashCode() => Argument.GetHashCode() ^ 0x7777;
}
