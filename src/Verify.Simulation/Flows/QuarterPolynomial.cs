namespace Verify.Simulation.Flows;

/// <summary>The polynomial of degree 9 through states and rates at both ends and the quarters of a step, in Newton's form with each node twice.</summary>
internal sealed class QuarterPolynomial(int dimension)
{
    /// <summary>The degree.</summary>
    public const int Degree = (2 * Nodes) - 1;

    /// <summary>How many nodes there are: 0, 1/4, 1/2, 3/4 and 1.</summary>
    public const int Nodes = 5;
    private readonly double[] _coefficients = new double[(Degree + 1) * dimension];

    /// <summary>The place of node i in the step, from 0 to 1.</summary>
    public static double Place(int i) => i / (double)(Nodes - 1);

    /// <summary>Makes the polynomial from the states at the nodes and h times the rates there.</summary>
    public void Through(double[][] states, double[][] rates, double h)
    {
        Span<double> differences = stackalloc double[Degree + 1];
        for (var i = 0; i < dimension; i++)
        {
            for (var k = 0; k <= Degree; k++)
            {
                differences[k] = states[k / 2][i];
            }

            for (var order = 1; order <= Degree; order++)
            {
                for (var k = Degree; k >= order; k--)
                {
                    differences[k] = order == 1 && k % 2 == 1
                        ? h * rates[k / 2][i]
                        : (differences[k] - differences[k - 1]) / (Place(k / 2) - Place((k - order) / 2));
                }
            }

            for (var k = 0; k <= Degree; k++)
            {
                _coefficients[(k * dimension) + i] = differences[k];
            }
        }
    }

    /// <summary>Writes the value at θ in [0, 1].</summary>
    public void At(double theta, Span<double> state)
    {
        _coefficients.AsSpan(Degree * dimension, dimension).CopyTo(state);
        for (var k = Degree - 1; k >= 0; k--)
        {
            var distance = theta - Place(k / 2);
            for (var i = 0; i < dimension; i++)
            {
                state[i] = _coefficients[(k * dimension) + i] + (distance * state[i]);
            }
        }
    }
}
