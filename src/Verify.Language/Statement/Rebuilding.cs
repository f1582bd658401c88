using System.Collections.Immutable;

namespace Verify.Language;

public abstract partial class Expr
{
    /// <summary>
    /// The same operation on other operands, in the order of <see cref="Children"/>; the shapes may differ from before where they still fit.
    /// For operations only: leaves have no operands, and a binder's operands belong with its bound symbols (<see cref="InvalidOperationException"/>).
    /// </summary>
    public Expr WithChildren(ImmutableArray<Expr> children) => this switch
    {
        Sum => Add(children),
        Product => Times(children[0], children[1]),
        Hadamard => EntrywiseProduct(children[0], children[1]),
        Transpose => TransposeOf(children[0]),
        Power power => Pow(children[0], power.Exponent),
        Trace => TraceOf(children[0]),
        OperatorNorm => OperatorNormOf(children[0]),
        FrobeniusNorm => NormOf(children[0]),
        DiagonalPart => DiagonalOf(children[0]),
        Vectorization => VecOf(children[0]),
        KroneckerProduct => Kronecker(children[0], children[1]),
        Determinant => DeterminantOf(children[0]),
        NegativeEigenvalues => NegativesOf(children[0]),
        SingularValues => SingularValuesOf(children[0]),
        Softmax => SoftmaxOf(children[0]),
        BlockMatrix block => Blocks([.. children.Chunk(block.Rows[0].Length).Select(row => row.ToImmutableArray())]),
        _ => throw new InvalidOperationException($"{GetType().Name} is not an operation."),
    };
}
