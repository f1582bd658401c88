using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks.Paths;

/// <summary>A comparison as a function of the parameters' state.</summary>
internal sealed class StateComparison
{
    private readonly DenseProgram _program;
    private readonly Relation _relation;
    private readonly int _terms;

    /// <summary>The comparison at an instance that gives a value to all but the parameters.</summary>
    public StateComparison(Comparison comparison, Instance instance, IReadOnlyList<Symbol> parameters)
    {
        Expr[] terms = [.. TopLevelTerms.Of(comparison.Left), .. TopLevelTerms.Of(comparison.Right)];
        (_relation, _terms) = (comparison.Relation, terms.Length);
        _program = DenseProgram.Compile([comparison.Left, comparison.Right, .. terms], instance, parameters);
    }

    /// <summary>The largest scale met so far: what was large on the way is what an error is measured against.</summary>
    public double Scale { get; private set; }

    /// <summary>The left side as last evaluated.</summary>
    public Matrix Left => _program.Value(0);

    /// <summary>The right side as last evaluated.</summary>
    public Matrix Right => _program.Value(1);

    /// <summary>Left - right as last evaluated.</summary>
    public Matrix Difference => new(Left.Rows, Left.Columns, [.. Left.Entries.Zip(Right.Entries, (a, b) => a - b)]);

    /// <summary>Whether both sides as last evaluated have values.</summary>
    public bool IsDefined => Array.TrueForAll(Left.Entries, double.IsFinite) && Array.TrueForAll(Right.Entries, double.IsFinite);

    /// <summary>The largest bound so far of the relative error of gradients and limits in it.</summary>
    public double RelativeError => _program.RelativeError;

    /// <summary>What the comparison does at a state, allowing for a relative uncertainty of the state.</summary>
    public CheckResult At(ReadOnlySpan<double> state, double uncertainty)
    {
        Evaluate(state);
        return Closeness.Of(Defined(0), _relation, Defined(1), Scale, uncertainty + RelativeError);
    }

    /// <summary>Whether the left side is what it was.</summary>
    public CheckResult Unchanged(ReadOnlySpan<double> state, Matrix before, double uncertainty)
    {
        Evaluate(state);
        return Closeness.Of(Defined(0), Relation.Equal, before, Scale, uncertainty + RelativeError);
    }

    /// <summary>Evaluates both sides.</summary>
    public void Evaluate(ReadOnlySpan<double> state)
    {
        _program.Evaluate(state);
        var terms = Enumerable.Range(2, _terms).Select(term => _program.Value(term).Norm()).Where(double.IsFinite).Sum();
        Scale = Math.Max(Scale, Math.Max(terms, IsDefined ? Math.Max(Left.Norm(), Right.Norm()) : 0));
    }

    private Matrix Defined(int output) => _program.Value(output) is var value && Array.TrueForAll(value.Entries, double.IsFinite) ? value
        : throw new UndefinedException("a side has no value");
}
