using MathNet.Numerics.LinearAlgebra;
using Verify.Language;
using Matrix = Verify.Simulation.Dense.Matrix;

namespace Verify.Simulation.Instances;

/// <summary>
/// Where a law with mean m (d × 1) and covariance C (d × d) puts its draws: at m plus the column space of C. With rows each row lies there, otherwise
/// the one column.
/// </summary>
internal sealed class Support
{
    private const double SmallestShare = 1e-10;
    private const double Slack = 1e-9;
    private readonly Matrix _mean;
    private readonly Matrix<double> _basis;
    private readonly double[] _roots;
    private readonly bool _rows;

    private Support(Matrix mean, Matrix covariance, bool rows)
    {
        var spectrum = Matrix<double>.Build.DenseOfRowMajor(covariance.Rows, covariance.Columns, covariance.Entries).Evd(Symmetricity.Symmetric);
        (_mean, _rows, _basis) = (mean, rows, spectrum.EigenVectors);
        var values = spectrum.EigenValues.Select(value => value.Real).ToArray();
        _roots = [.. values.Select(value => value > SmallestShare * values.Max() ? Math.Sqrt(value) : 0)];
    }

    /// <summary>Whether the covariance has full rank, so that every value is possible.</summary>
    public bool IsEverything => !_roots.Contains(0);

    /// <summary>The support of a law at an instance; null where its mean or covariance has no value there.</summary>
    public static Support? Of(MomentLaw law, Instance instance, Func<Expr, Instance, Matrix?> evaluate) =>
        evaluate(law.Mean, instance) is { } mean && evaluate(law.Covariance, instance) is { } covariance
            && mean.Entries.All(double.IsFinite) && covariance.Entries.All(double.IsFinite)
            ? new(mean, covariance, law.IidRows)
            : null;

    /// <summary>A normal draw of the given size, to three decimals where every value is possible.</summary>
    public Matrix Draw(int rows, int columns, SplitMix random)
    {
        var draws = Enumerable.Range(0, _rows ? rows : columns).Select(_ => One(random)).ToArray();
        return Matrix.Of(rows, columns, (i, j) => _rows ? draws[i][j] : draws[j][i]);
    }

    /// <summary>Whether a value lies in the support, up to 1e-9 of its distance from the mean.</summary>
    public bool Contains(Matrix value) => IsEverything || Enumerable.Range(0, _rows ? value.Rows : value.Columns).All(k =>
    {
        var difference = Vector<double>.Build.Dense(_roots.Length, i => (_rows ? value[k, i] : value[i, k]) - _mean.Entries[i]);
        var coordinates = _basis.TransposeThisAndMultiply(difference);
        return Math.Sqrt(coordinates.Where((_, i) => _roots[i] == 0).Sum(x => x * x)) <= Slack * (1 + difference.L2Norm());
    });

    private double[] One(SplitMix random)
    {
        var coordinates = Vector<double>.Build.Dense(_roots.Length, i => _roots[i] * random.Normal());
        var value = _basis * coordinates;
        return [.. value.Select((x, i) => _mean.Entries[i] + x).Select(x => IsEverything ? Math.Round(x, 3) : x)];
    }
}
