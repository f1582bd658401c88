using System.Collections.Immutable;
using Verify.Language;
using Verify.Simulation.Instances;

namespace Verify.Simulation.Checks;

/// <summary>
/// A way for variables to go to their targets together, in steps: what grows doubles with each, the distance of what has a finite target halves, and a variable
/// that is to lag behind does so in two steps.
/// </summary>
internal sealed record ApproachPath
{
    private readonly ImmutableArray<(Approach Approach, double From, double Length, double Rate)> _variables;

    private ApproachPath(ImmutableArray<(Approach, double, double, double)> variables, bool isEven) => (_variables, IsEven) = (variables, isEven);

    /// <summary>Whether no variable lags behind.</summary>
    public bool IsEven { get; }

    /// <summary>
    /// The paths within what is allowed for the variables: from above and from below, and, of several variables, with each in turn ahead of the others. None where a
    /// target cannot be approached.
    /// </summary>
    /// <param name="approaches">The variables.</param>
    /// <param name="targets">The value of each finite target, in order; null for those that grow.</param>
    public static IEnumerable<ApproachPath> All(ImmutableArray<Approach> approaches, IReadOnlyList<double?> targets)
    {
        var sides = new[] { 1, -1 }.Select(side => approaches.Select((approach, place) => Line(approach, targets[place], side) ?? Line(approach, targets[place], -side)).ToArray())
            .Where(lines => Array.TrueForAll(lines, line => line is not null)).Select(lines => lines.Select(line => line!.Value).ToArray()).ToList();
        if (sides.Count == 2 && sides[0].SequenceEqual(sides[1]))
        {
            sides.RemoveAt(1);
        }

        foreach (var lines in sides)
        {
            for (var ahead = approaches.Length == 1 ? 0 : -1; ahead < (approaches.Length == 1 ? 1 : approaches.Length); ahead++)
            {
                var first = ahead;
                var isEven = approaches.Length == 1 || ahead < 0;
                yield return new([.. approaches.Select((approach, place) => (approach, lines[place].From, lines[place].Length, isEven || place == first ? 1 : 0.5))], isEven);
            }
        }
    }

    /// <summary>The instance at a step.</summary>
    public Instance At(Instance instance, int step)
    {
        foreach (var (approach, from, length, rate) in _variables)
        {
            var growth = Math.Pow(2, rate * step);
            instance = approach.Dimension is { } dimension ? instance with { Dimensions = instance.Dimensions.SetItem(dimension, (int)(4 * growth)) }
                : instance.With(approach.Scalar!, Dense.Matrix.Scalar(from + (approach.Target is null ? length * growth : length / growth)));
        }

        return _variables.Select(variable => variable.Approach.Dimension).OfType<Dimension>().Aggregate(instance, Raised);
    }

    // Above its bounds by as much as it is above 1.
    private static Instance Raised(Instance instance, Dimension dimension)
    {
        var least = dimension.LowerBounds.Select(instance.SizeOf).Append(1).Max();
        return instance with { Dimensions = instance.Dimensions.SetItem(dimension, instance.Dimensions[dimension] + least - 1) };
    }

    // Where a scalar comes from on one side: from + length 2^k, or target + length 2^-k, inside its range; null where the range leaves nothing there.
    private static (double From, double Length)? Line(Approach approach, double? target, int side)
    {
        if (approach.Scalar is not { } scalar)
        {
            return (0, 0);
        }

        var (lower, upper) = ((double?)scalar.Range.Lower ?? double.NegativeInfinity, (double?)scalar.Range.Upper ?? double.PositiveInfinity);
        if (target is not { } place)
        {
            return double.IsPositiveInfinity(upper) ? (Math.Max(lower, 0), 1.5) : null;
        }

        var room = side > 0 ? upper - place : place - lower;
        return place >= lower && place <= upper && room > 0 ? (place, side * Math.Min(0.75, 0.75 * room)) : null;
    }
}
