using System.Collections.Immutable;

namespace Verify.Faults.Table;

/// <summary>Faults in the exact check and in the simulation.</summary>
internal static class NumericFaults
{
    private const string Exact = "Verify.Coordinates";
    private const string Sampled = "Verify.Simulation";

    public static ImmutableArray<Fault> All { get; } =
    [
        new("coordinate moments", "a normal moment lacks its last odd factor", $"{Exact}/Evaluation/IndependentNormals.cs",
            "for (var k = 1; k < exponent && exponent % 2 == 0; k += 2)", "for (var k = 1; k < exponent && exponent % 2 == 0; k += exponent > 2 && k == exponent - 3 ? 3 : 2)",
            "gaussian/wishart-moments: E[W²]"),
        new("coordinate moments", "the factor of a covariance forgets a variance", $"{Exact}/Evaluation/IndependentNormals.cs",
            "rest[i, j] -= _factor[i, k] * variance * _factor[j, k];", "rest[i, j] -= _factor[i, k] * _factor[j, k];",
            "language/gaussian-laws: normal rows: second moment"),
        new("coordinate moments", "the mean of a normal law is left out", $"{Exact}/Evaluation/IndependentNormals.cs",
            ".Aggregate(mean[i, 0], (sum, term) => sum + term)", ".Aggregate(Polynomial.Zero, (sum, term) => sum + term)",
            "language/gaussian-laws: normal mean: of a square"),
        new("coordinate moments", "a pairing counts an entry once, however often it stands", $"{Exact}/Evaluation/Pairings.cs",
            "ring.Multiply(covariance[first, i], rest).Scale(others[i])", "ring.Multiply(covariance[first, i], rest)",
            "language/named-laws: diagonal entries: a random covariance"),
        new("coordinate moments", "1/k for 1/(k + 1) in the moments of a uniform law", $"{Exact}/Evaluation/IndependentEntries.cs",
            "new Rational(1, k + 1)", "new Rational(1, k)",
            "language/named-laws: uniform entries: second moment"),
        new("coordinate moments", "the gradient is transposed", $"{Exact}/Evaluation/Gradients.cs",
            "Coefficient(value, 1UL << (first + (i * at.Columns) + j))", "Coefficient(value, 1UL << (first + (at.Rows == at.Columns ? (j * at.Columns) + i : (i * at.Columns) + j)))",
            "calculus/gradients-of-traces: tr(A X') (D.1)"),
        new("coordinate moments", "the Hessian of a loss is filled on one side of its diagonal", $"{Exact}/Evaluation/PolynomialLoss.cs",
            "hessian[j, i] += coefficient;", "hessian[j, i] += i == j ? coefficient : 0;",
            "language/minima: min with at: between two matrices"),

        new("generator", "normals have half their variance", $"{Sampled}/Drawing/Normals.cs",
            "Elementary.Log(v) * -2", "Elementary.Log(v) * -1",
            "language/gaussian-laws: normal rows: second moment"),
        new("generator", "both normals of a pair take the cosine", $"{Sampled}/Drawing/Normals.cs",
            "(radius * sine).CopyTo", "(radius * cosine).CopyTo",
            "language/gaussian-laws: normal identity: iid entries"),
        new("generator", "every pair of entries has the same counter", $"{Sampled}/Drawing/EntryPairs.cs",
            "((uint)(entry / 2), kind)", "(0u, kind)",
            "language/gaussian-laws: normal identity: iid entries"),
        new("generator", "all random symbols share one stream", $"{Sampled}/Drawing/StreamKey.cs",
            "hash = (hash ^ unit) * prime;", "hash = (hash ^ 0) * prime + (ulong)(unit & 0);",
            "language/gaussian-laws: independence: of one shape"),
        new("generator", "one round of mixing for ten", $"{Sampled}/Drawing/Philox.cs",
            "private const int Rounds = 10;", "private const int Rounds = 1;",
            "language/gaussian-laws: normal rows: second moment"),
        new("generator", "the factor of a covariance forgets what earlier columns took", $"{Sampled}/Sampling/CovarianceFactor.cs",
            "rest -= factor[(i * n) + k] * factor[(j * n) + k];", "_ = k;",
            "language/gaussian-laws: normal rows: second moment"),
        new("generator", "exponentials lack their minus", $"{Sampled}/Drawing/Exponentials.cs",
            "(-Elementary.Log(UnitInterval.WithOne(Vector.AsVectorUInt64(new Vector<double>(second[b..]))))).CopyTo(second[b..]);", "Elementary.Log(UnitInterval.WithOne(Vector.AsVectorUInt64(new Vector<double>(second[b..])))).CopyTo(second[b..]);",
            "language/named-laws: diagonal entries: traces"),

        new("variance reduction", "the weights of a cubature add up to one half", $"{Sampled}/Reduction/Cubature.cs",
            "new(1, 2 * n), isEven", "new(1, 4 * n), isEven",
            "zhang-frei-bartlett-2024/risk-on-random-covariances: risk over covariances"),
        new("variance reduction", "a pair of axes of a cubature weighs too much", $"{Sampled}/Reduction/Cubature.cs",
            "Signed(pairs, new(1, 36), isEven)", "Signed(pairs, new(1, 18), isEven)",
            "zhang-frei-bartlett-2024/second-moment: over the prompts"),
        new("variance reduction", "half of the points, whether or not the mean is 0", $"{Sampled}/Reduction/Averaging.cs",
            " && ((MomentLaw)symbol.Law!).Mean.Equals(Expr.Zero(symbol.Shape))", "",
            "gaussian/quadratic-forms: third cumulant"),

        new("integrator's step", "a weight of the solution has the wrong sign", $"{Sampled}/Flows/DormandPrinceTableau.cs",
            "(8, 0.3111643669578199), (9, -0.1521609496625161)", "(8, 0.3111643669578199), (9, 0.1521609496625161)",
            "language/flows: conserved: balanced layers"),
        new("integrator's step", "every step is accepted", $"{Sampled}/Flows/DormandPrinceStepper.cs",
            "return both == 0 ? 0 : five / Math.Sqrt(both * _field.Dimension);", "return 0;",
            "language/flows: conserved: balanced layers"),
        new("integrator's step", "the flow climbs", $"{Sampled}/Dense/GradientField.cs",
            "sweep.Evaluate(state, rate, factor: -1)", "sweep.Evaluate(state, rate, factor: 1)",
            "language/flows: end of a flow: a regression"),
    ];
}
