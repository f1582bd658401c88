using Verify.Simulation.Instances;

namespace Verify.Simulation.Descent;

/// <summary>A point with what the objective gave there; an undefined value is +∞.</summary>
internal sealed record Point(double[] X, double Value, double[] Gradient)
{
    /// <summary>The norm of the gradient.</summary>
    public double GradientNorm { get; } = Flat.Norm(Gradient);

    /// <summary>‖g‖ max(1, ‖x‖): how much the value changes to first order when x changes by its own size.</summary>
    public double Slope => GradientNorm * Math.Max(1, Flat.Norm(X));
}

/// <summary>Evaluates an objective and counts how often.</summary>
internal sealed class CountedObjective(IObjective objective)
{
    /// <summary>How many values, each with its gradient, were taken.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The objective at x. The array is kept.</summary>
    public Point At(double[] x)
    {
        Evaluations++;
        var gradient = new double[x.Length];
        var value = objective.Value(x, gradient);
        var isUndefined = double.IsNaN(value) || (value > double.NegativeInfinity && !gradient.All(double.IsFinite));
        return new(x, isUndefined ? double.PositiveInfinity : value, gradient);
    }

    /// <summary>The objective at x + step · direction.</summary>
    public Point Along(double[] x, double step, double[] direction)
    {
        var moved = (double[])x.Clone();
        Flat.AddScaled(moved, step, direction);
        return At(moved);
    }
}
