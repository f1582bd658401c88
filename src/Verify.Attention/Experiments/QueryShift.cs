using Verify.Attention.Prompts;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;

namespace Verify.Attention.Experiments;

/// <summary>
/// Query shift: queries with another covariance H than the pairs, and queries in the orthogonal complement of the pairs, where Zhang, Frei &amp; Bartlett 2024, section 4.2, say that the
/// prediction is 0. That is so where Λ is a multiple of I; the last row holds it against a layer trained on another Λ, and is expected to differ.
/// </summary>
internal sealed class QueryShift : IExperiment
{
    /// <inheritdoc/>
    public string Name => "query-shift";

    /// <inheritdoc/>
    public string Question => "what queries of another law cost, and what is predicted for one orthogonal to all pairs";

    /// <inheritdoc/>
    public Plan PlanFor(ExperimentSettings settings)
    {
        var covariance = Trained.Covariance(settings, "Λ");
        var identity = Trained.Identity(settings.D);
        var values = Predictions.Trained(covariance, settings.N);
        (string Label, Matrix Query)[] queries = [("Λ", covariance), ("I", identity), ("another", Trained.Covariance(settings, "H")), ("Λ^-1, scaled", Inverse(covariance))];
        int[] lengths = [settings.N, 4 * settings.N];
        return new(
            Name, settings, Plan.Cases, [Trained.On("N(0, Λ)", covariance, settings), Trained.On("N(0, I)", identity, settings)],
            [.. lengths.SelectMany(pairs => queries.Select((query, at) => Row(pairs, query.Label, query.Query, at))), Orthogonal("orthogonal, Λ = I", identity, 1, 4), Orthogonal("orthogonal, Λ", covariance, 0, 5)]);

        PlannedRow Row(int pairs, string label, Matrix query, int at) => new(
            $"error at M = {pairs}", label, at, 0, new(pairs, new FixedCovariance(covariance)) { Query = new OtherQuery(query) },
            Predictions.RightSide("risk-under-shift", "query shift", values.With("M", pairs).With("H", query)));

        PlannedRow Orthogonal(string label, Matrix inputs, int layer, int at) => new(
            "ŷ² of an orthogonal query", label, at, layer, new(Math.Max(1, settings.D - 2), new FixedCovariance(inputs)) { Query = new OrthogonalQuery() }, 0)
        {
            Quantity = Quantity.SquaredPrediction,
            Scale = 1,
            ExpectedTrue = layer == 1 || settings.Condition == 1,
        };
    }

    // Λ^-1 with trace d: the directions that the pairs seldom show are asked most.
    private static Matrix Inverse(Matrix covariance)
    {
        var inverse = Predictions.Inverse(covariance);
        var trace = Enumerable.Range(0, inverse.Rows).Sum(i => inverse[i, i]);
        return Matrix.Of(inverse.Rows, inverse.Rows, (i, j) => (inverse[i, j] + inverse[j, i]) / 2 * inverse.Rows / trace);
    }
}
