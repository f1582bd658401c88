using Verify.Simulation.Dense;
using Verify.Simulation.Dense.Arithmetic;

namespace Verify.Attention.Tests;

/// <summary>Eigenvalues and distances of matrices.</summary>
internal static class Spectra
{
    public static double Largest(Matrix symmetric) => Spectrum.Of(symmetric.Entries, symmetric.Rows)!.Value.Values[^1];

    public static double Least(Matrix symmetric) => Spectrum.Of(symmetric.Entries, symmetric.Rows)!.Value.Values[0];

    public static double Distance(Matrix a, Matrix b) => new Matrix(a.Rows, a.Columns, [.. a.Entries.Zip(b.Entries, (x, y) => x - y)]).Norm();

    public static double Norm(IEnumerable<double> x) => Math.Sqrt(x.Sum(y => y * y));
}
