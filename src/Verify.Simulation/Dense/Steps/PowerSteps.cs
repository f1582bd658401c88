using Verify.Language;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>x^k of each entry of a scalar or diagonal node.</summary>
internal sealed class EntryPowerStep(Node result, Node @base, Rational exponent) : Step(result, @base)
{
    private readonly Rational _lower = exponent - 1;
    private readonly double _exponent = (double)exponent;

    /// <inheritdoc/>
    public override long Operations => Result.Values.Length;

    /// <inheritdoc/>
    public override void Forward()
    {
        for (var i = 0; i < Result.Values.Length; i++)
        {
            Result.Values[i] = RealPowers.Of(@base.Values[i], exponent);
        }
    }

    /// <inheritdoc/>
    public override void Backward()
    {
        for (var i = 0; @base.Adjoints is { } adjoints && i < adjoints.Length; i++)
        {
            adjoints[i] += Result.Adjoints![i] * _exponent * RealPowers.Of(@base.Values[i], _lower);
        }
    }
}

/// <summary>A^-1 of a dense square A; all NaN where A is singular to the last digit.</summary>
internal sealed class InverseStep(Node result, Node matrix) : Step(result, matrix)
{
    private readonly int _n = matrix.Rows;
    private readonly int[] _order = new int[matrix.Rows];
    private readonly double[] _product = new double[matrix.Values.Length];
    private readonly double[] _turned = new double[matrix.Values.Length];

    /// <inheritdoc/>
    public override long Operations => 2L * _n * _n * _n;

    /// <inheritdoc/>
    public override void Forward() => Inversion.Invert(matrix.Values, Result.Values, _n, _order);

    /// <summary>dA -= A^-T G A^-T (Giles 2008).</summary>
    public override void Backward()
    {
        if (matrix.Adjoints is { } adjoints)
        {
            Products.Multiply(Result.Values, true, Result.Adjoints, _product, (_n, _n, _n), add: false);
            Transposition.Copy(Result.Values, _turned, _n, _n);
            Entries.Scale(_product, -1, _product);
            Products.Multiply(_product, false, _turned, adjoints, (_n, _n, _n), add: true);
        }
    }
}
