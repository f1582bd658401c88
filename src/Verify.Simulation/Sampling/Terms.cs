using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>Collects the terms of one entry.</summary>
internal sealed class Terms
{
    private readonly List<int> _linear = [];
    private readonly List<double> _coefficients = [];
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private double _constant;

    /// <summary>The entry itself, where the terms amount to one: a number, or one row times 1.</summary>
    public Entry? Alone => _left.Count > 0 ? null
        : _linear.Count == 0 ? Entry.Of(_constant)
        : _linear.Count == 1 && _coefficients[0] == 1 && _constant == 0 ? Entry.At(_linear[0])
        : null;

    /// <summary>Adds an entry times a number.</summary>
    public Terms Add(Entry entry, double factor)
    {
        if (entry.IsConstant)
        {
            _constant += factor * entry.Constant;
        }
        else if (factor != 0)
        {
            _linear.Add(entry.Index);
            _coefficients.Add(factor);
        }

        return this;
    }

    /// <summary>Adds a product of two entries.</summary>
    public Terms Add(Entry left, Entry right)
    {
        if (left.IsConstant)
        {
            return Add(right, left.Constant);
        }

        if (right.IsConstant)
        {
            return Add(left, right.Constant);
        }

        _left.Add(left.Index);
        _right.Add(right.Index);
        return this;
    }

    /// <summary>The terms as a combination that writes the given row.</summary>
    public Combination ToCombination(int output) => new(output, _constant, [.. _linear], [.. _coefficients], [.. _left], [.. _right]);
}
