namespace Verify.Simulation.Flows;

/// <summary>
/// A way to follow an autonomous system dy/dt = f(y). A method is a value without state: each run begins a stepper of its own, so a method can be wrapped or
/// replaced by another one. <see cref="Integration.Integrate"/> drives the stepper to the horizon or to an event.
/// </summary>
internal interface IFlowMethod
{
    /// <summary>The name in reports.</summary>
    string Name { get; }

    /// <summary>
    /// The order p: one step of size h from an exact state has the error O(h^(p+1)), and steps of size h have O(h^p) at a fixed time. Of a method that
    /// chooses its order, the highest.
    /// </summary>
    int Order { get; }

    /// <summary>The order q of the dense output: inside one step of size h from an exact state its error is O(h^(q+1)).</summary>
    int DenseOrder { get; }

    /// <summary>Begins at a state, which is copied. The field and the stepper are used by one thread at a time.</summary>
    IFlowStepper Begin(IVectorField field, double time, ReadOnlySpan<double> state);
}
