using FsCheck;
using FsCheck.Fluent;
using Verify.Attention.Layers;
using Verify.Attention.Theory;
using Verify.Attention.Training;
using Verify.Simulation.Dense;
using Verify.Simulation.Flows;
using Verify.Testing;

namespace Verify.Attention.Tests.Training;

/// <summary>Theorem 4.1 on trained layers, within errors that are derived, not chosen.</summary>
public sealed class FlowTests
{
    private const double Tolerance = 1e-10;

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 10).Select(seed => (ulong)seed)];

    /// <summary>
    /// Where the other weights are 0, ∇ by U is u ΓΛ (uU - Γ^-1) Λ, so that ‖uU - Γ^-1‖ ≤ ‖∇L‖/(u λ(Γ) λ(Λ)²) with the least eigenvalues. Of u² - ‖U‖², which the flow keeps at 0,
    /// the integration may lose in each step twice ‖θ‖ times the error allowed, √p τ max|θᵢ| over p weights; and |u² - ‖Γ^-1‖| is at most that plus the error of uU.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradient_flow_ends_at_the_limit_of_theorem_4_1(ulong seed) => Prop.ForAll(Problem.UpTo(4), problem => IsLimit(problem, Predictions.Limit(problem.Covariance(), problem.N))).Holds(4, seed);

    [Fact]
    public void A_fault_in_the_theory_shrinks_to_the_smallest_case()
    {
        var failure = Record.Exception(() => Prop.ForAll(Problem.UpTo(4), problem => IsLimit(problem, Faulty(problem))).Holds(20));
        Assert.NotNull(failure);
        Assert.Contains("Problem { D = 1, N = 1, M = 1, Condition = 1, Scale = 1, Seed = 1 }", failure.Message);
    }

    private static bool IsLimit(Problem problem, Matrix limit)
    {
        var loss = problem.Loss();
        var result = new PopulationFlow(problem.Loss, problem.Start()) { Tolerance = Tolerance }.Follow(problem.Start(), CancellationToken.None);
        var end = Weights.Of(problem.D, result.State);
        var gradient = new double[loss.Dimension];
        var value = loss.Evaluate(result.State, gradient);
        var (ofGamma, ofCovariance) = (Spectra.Least(Predictions.Gamma(problem.Covariance(), problem.N)), Spectra.Least(problem.Covariance()));
        var rounding = 1e-12 * limit.Norm();
        var ofProduct = (Spectra.Norm(gradient) / (end.Scale * ofGamma * ofCovariance * ofCovariance)) + rounding;
        var largest = Math.Max(end.Scale, problem.Start().Scale);
        var drift = result.Steps * 2 * Spectra.Norm(result.State) * Math.Sqrt(loss.Dimension) * Tolerance * largest;
        var excess = ofProduct * ofProduct * Spectra.Largest(Predictions.Gamma(problem.Covariance(), problem.N)) * Math.Pow(Spectra.Largest(problem.Covariance()), 2) / 2;
        var least = Predictions.LeastLoss(problem.Covariance(), problem.N);
        return Spectra.Distance(end.Effective, limit) <= ofProduct
            && Math.Abs((end.Scale * end.Scale) - limit.Norm()) <= ofProduct + drift + rounding
            && Math.Abs(value - least) <= excess + (1e-12 * problem.Covariance().Norm())
            && OthersAreZero(end);
    }

    // W*_KQ and W*_PV have zeros everywhere else, and the flow from zeros keeps them to the bit.
    private static bool OthersAreZero(Weights weights) =>
        weights.State.Zip(Weights.OfBlocks(weights.Upper, weights.Scale).State, (a, b) => a == b).All(same => same);

    // Γ without its trace.
    private static Matrix Faulty(Problem problem)
    {
        var factor = problem.N / (problem.N + 1.0);
        var gamma = Predictions.Gamma(problem.Covariance(), problem.N);
        var right = Predictions.Limit(problem.Covariance(), problem.N);
        return problem.D == 1 ? new(1, 1, [factor / problem.Covariance().Entries[0]]) : Matrix.Of(gamma.Rows, gamma.Columns, (i, j) => right[i, j] * (1 + (0.5 / problem.N)));
    }
}
