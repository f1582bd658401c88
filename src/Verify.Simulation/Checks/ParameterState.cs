using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>Parameters as one list of numbers: the entries of each, row by row, one parameter after the other.</summary>
internal static class ParameterState
{
    /// <summary>The instance with the parameters at a state.</summary>
    public static Instance Place(Instance instance, ImmutableArray<Symbol> parameters, ReadOnlySpan<double> state)
    {
        foreach (var parameter in parameters)
        {
            var (rows, columns) = (instance.SizeOf(parameter.Shape.Rows), instance.SizeOf(parameter.Shape.Columns));
            instance = instance.With(parameter, new(rows, columns, state[..(rows * columns)].ToArray()));
            state = state[(rows * columns)..];
        }

        return instance;
    }
}
