using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Compiling;

namespace Verify.Simulation.Dense.Steps;

/// <summary>C = AB, m × k times k × n, both dense, one of them perhaps stored as its transpose (not both: then C' is the simpler product).</summary>
internal sealed class ProductStep : Step
{
    private readonly Factor _left;
    private readonly Factor _right;
    private readonly int _m;
    private readonly int _k;
    private readonly int _n;
    private readonly double[] _turned;

    /// <summary>A step that multiplies the factors.</summary>
    public ProductStep(Node result, Factor left, Factor right)
        : base(result, left.Node, right.Node)
    {
        (_left, _right) = (left, right);
        (_m, _k, _n) = (left.Rows, left.Columns, right.Columns);
        _turned = new double[Math.Max(_m * _k, Math.Max(_k * _n, _m * _n))];
    }

    /// <inheritdoc/>
    public override long Operations => 2L * _m * _k * _n;

    /// <inheritdoc/>
    public override void Forward()
    {
        var right = _right.Transposed ? Turned(_right.Node.Values, _n, _k) : _right.Node.Values;
        Products.Multiply(_left.Node.Values, _left.Transposed, right, Result.Values, (_m, _k, _n), add: false);
    }

    /// <summary>dA += G B', dB += A' G, or their transposes where A or B is stored so.</summary>
    public override void Backward()
    {
        var (a, b, g) = (_left.Node.Values, _right.Node.Values, Result.Adjoints!);
        switch (_left.Node.Adjoints)
        {
            case { } da when _left.Transposed:
                Products.Multiply(b, _right.Transposed, Turned(g, _m, _n), da, (_k, _n, _m), add: true);
                break;
            case { } da:
                Products.Multiply(g, false, _right.Transposed ? b : Turned(b, _k, _n), da, (_m, _n, _k), add: true);
                break;
        }

        switch (_right.Node.Adjoints)
        {
            case { } db when _right.Transposed:
                Products.Multiply(g, true, a, db, (_n, _m, _k), add: true);
                break;
            case { } db:
                Products.Multiply(a, !_left.Transposed, g, db, (_k, _m, _n), add: true);
                break;
        }
    }

    private double[] Turned(double[] matrix, int rows, int columns)
    {
        Transposition.Copy(matrix, _turned, rows, columns);
        return _turned;
    }
}
