using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Simulation.Sampling;

namespace Verify.Simulation.Checks;

/// <summary>Values by dense evaluation at an instance, each expression once.</summary>
internal sealed class FixedValues(Instance instance) : IFixedValues
{
    private readonly Dictionary<Expr, Matrix> _known = [];

    /// <inheritdoc/>
    public Matrix Of(Expr expression)
    {
        if (!_known.TryGetValue(expression, out var value))
        {
            _known[expression] = value = DenseProgram.ValueOf(expression, instance);
        }

        return value;
    }

    /// <inheritdoc/>
    public Func<Matrix, Matrix> As(Expr expression, Symbol symbol)
    {
        // A program keeps buffers, so every thread has one of its own.
        var programs = new ThreadLocal<DenseProgram>(() => DenseProgram.Compile([expression], instance, [symbol]));
        return value =>
        {
            programs.Value!.Evaluate(value.Entries);
            return programs.Value.Value(0);
        };
    }
}
