using Verify.Attention.Layers;
using Verify.Attention.Theory;
using Verify.Simulation.Dense;

namespace Verify.Attention.Tests.Training;

/// <summary>
/// What errors of a layer follow from others, on a problem. With B the matrix that predicts, a b' + u U (a = w21 of W^PV, b = w21 of W^KQ): the loss is ½ tr(ΓΛBΛB') - tr(Λ²B) + ½ tr Λ and
/// something that is not negative, so L - min L ≥ ½ λ(Γ) λ(Λ)² ‖B - Γ^-1‖² with the least eigenvalues.
/// </summary>
internal sealed class Bounds
{
    public Bounds(Problem problem)
    {
        var gamma = Predictions.Gamma(problem.Covariance(), problem.N);
        var (ofGamma, ofCovariance) = (Spectra.Least(gamma), Spectra.Least(problem.Covariance()));
        Limit = Predictions.Limit(problem.Covariance(), problem.N);
        LeastLoss = Predictions.LeastLoss(problem.Covariance(), problem.N);
        Curvature = ofGamma * ofCovariance * ofCovariance;
        LargestCurvature = Spectra.Largest(gamma) * Math.Pow(Spectra.Largest(problem.Covariance()), 2);
        Square = Spectra.Norm(problem.Covariance().Entries) * Spectra.Largest(problem.Covariance());
        Rounding = 1e-12 * (1 + problem.Covariance().Norm());
    }

    /// <summary>Γ^-1.</summary>
    public Matrix Limit { get; }

    /// <summary>min L.</summary>
    public double LeastLoss { get; }

    /// <summary>λ(Γ) λ(Λ)², least eigenvalues.</summary>
    public double Curvature { get; }

    /// <summary>The same of the largest ones.</summary>
    public double LargestCurvature { get; }

    /// <summary>At least ‖Λ²‖.</summary>
    public double Square { get; }

    /// <summary>What rounding may do to a loss.</summary>
    public double Rounding { get; }

    /// <summary>How far B is from Γ^-1 at most, where L - min L is at most so much.</summary>
    public double DistanceAt(double gap) => Math.Sqrt(2 * (gap + Rounding) / Curvature);

    /// <summary>‖B - Γ^-1‖.</summary>
    public double Distance(Weights weights)
    {
        var d = weights.D;
        var (value, key) = (weights.Value, weights.KeyQuery);
        return Spectra.Distance(Matrix.Of(d, d, (i, j) => (value[d, i] * key[d, j]) + (value[d, d] * key[i, j])), Limit);
    }
}
