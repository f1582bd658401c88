using Verify.Language;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Binders;

/// <summary>Expectations over symbols with unknown laws, for which the instance has finite ones: sums over their values.</summary>
internal static class FiniteExpectations
{
    /// <summary>Σ p f(v) over the values of each bound symbol in turn. A bound symbol with another law throws a <see cref="NotTreatedException"/>.</summary>
    public static Term Of(Lowering lowering, Expectation expectation) => expectation.Bound.All(symbol => symbol.Law is AnyLaw)
        ? Over(lowering, expectation, 0)
        : throw new NotTreatedException("an expectation");

    private static Term Over(Lowering lowering, Expectation expectation, int index)
    {
        if (index == expectation.Bound.Length)
        {
            return lowering.Of(expectation.Body);
        }

        var (symbol, shape) = (expectation.Bound[index], expectation.Shape);
        var atoms = lowering.Instance.Laws(symbol, lowering.Instance.SizeOf(symbol.Shape.Rows), lowering.Instance.SizeOf(symbol.Shape.Columns));
        return lowering.Graph.Add(
            lowering.Instance.SizeOf(shape.Rows),
            lowering.Instance.SizeOf(shape.Columns),
            atoms.Select(atom => lowering.Graph.Scale(Term.Number(atom.Probability), Over(lowering.With(symbol, atom.Value), expectation, index + 1))));
    }
}
