using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Dense.Compiling;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Binders;

/// <summary>The limit of matrices along a sequence of points, entry by entry.</summary>
internal abstract class LimitStep(Node result, params ReadOnlySpan<Node> operands) : ApproximateStep(result, operands)
{
    /// <inheritdoc/>
    public override string Obstacle => "the gradient of a limit";

    /// <summary>The limits of the entries of the bodies' values with their errors, NaN where there is none, and the size of the values.</summary>
    protected (double[] Values, double[] Errors, double Size) Extrapolate(IEnumerable<InnerProgram> evaluated)
    {
        var (sequence, noise) = (new List<double[]>(), new List<double>());
        foreach (var body in evaluated)
        {
            var value = new double[Result.Values.Length];
            body.CopyValue(value);
            sequence.Add(value);
            noise.Add(Extrapolation.Rounding * body.Magnitude);
        }

        var size = sequence.SelectMany(value => value).Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty().Max();
        var limits = Enumerable.Range(0, Result.Values.Length)
            .Select(i => Extrapolation.Of([.. sequence.Select(value => value[i])], [.. noise], size)).ToList();
        return ([.. limits.Select(limit => limit.Value)], [.. limits.Select(limit => limit.Error)], size);
    }

    /// <summary>Writes limits, or NaN where one is not there.</summary>
    protected void WriteLimits(double[] values, double[] errors, double size)
    {
        if (errors.All(double.IsFinite))
        {
            Write(values, errors, size);
        }
        else
        {
            WriteUndefined();
        }
    }
}

/// <summary>The limit as a dimension grows, from one program for each of its values, each twice the one before.</summary>
internal sealed class DimensionLimitStep(Node result, ImmutableArray<InnerProgram> bodies) : LimitStep(result, [.. bodies.SelectMany(body => body.Around)])
{
    /// <inheritdoc/>
    public override long Operations => bodies.Sum(body => body.Operations);

    /// <inheritdoc/>
    public override void Forward()
    {
        var (values, errors, size) = Extrapolate(bodies.Select(Evaluated));
        WriteLimits(values, errors, size);
    }

    private static InnerProgram Evaluated(InnerProgram body)
    {
        body.Begin();
        body.Evaluate();
        return body;
    }
}

/// <summary>
/// The limit as a scalar grows (at 2^k) or goes to a target (at the target ± 2^-k, as far as the scalar's range allows; where both sides are allowed, their limits
/// must agree to their errors).
/// </summary>
internal sealed class ScalarLimitStep(Node result, Node? target, ScalarRange range, InnerProgram body)
    : LimitStep(result, [.. body.Around, .. target is null ? [] : new[] { target }])
{
    private const int Halvings = 24;

    /// <inheritdoc/>
    public override long Operations => (target is null ? 1 : 2) * (Halvings + 1) * body.Operations;

    /// <inheritdoc/>
    public override void Forward()
    {
        body.Begin();
        if (target is null)
        {
            var (values, errors, size) = Along(k => Math.ScaleB(1, k));
            WriteLimits(values, errors, size);
            return;
        }

        var sides = new[] { 1, -1 }.Where(side => IsWithin(target.Value + Math.ScaleB(side, -Halvings)))
            .Select(side => Along(k => target.Value + Math.ScaleB(side, -k))).ToList();
        var joined = sides.Aggregate((a, b) => (
            [.. a.Values.Zip(b.Values, (x, y) => (x + y) / 2)],
            [.. a.Values.Select((x, i) => Math.Abs(x - b.Values[i]) <= a.Errors[i] + b.Errors[i] ? a.Errors[i] + b.Errors[i] : double.NaN)],
            Math.Max(a.Size, b.Size)));
        WriteLimits(joined.Values, joined.Errors, joined.Size);
    }

    private (double[] Values, double[] Errors, double Size) Along(Func<int, double> point) =>
        Extrapolate(Enumerable.Range(0, Halvings + 1).Select(point).Where(IsWithin).Select(x =>
        {
            body.Bound[0] = x;
            body.Evaluate();
            return body;
        }));

    private bool IsWithin(double x) =>
        (range.Lower is not { } lower || (range.LowerStrict ? x > (double)lower : x >= (double)lower))
        && (range.Upper is not { } upper || (range.UpperStrict ? x < (double)upper : x <= (double)upper));
}
