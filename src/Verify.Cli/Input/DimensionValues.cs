using System.Collections.Immutable;
using System.Globalization;
using Verify.Language;

namespace Verify.Cli.Input;

/// <summary>Reads the value of <c>--at</c>, such as <c>d=5, N=20</c>.</summary>
public static class DimensionValues
{
    private const int Largest = 1_000_000;

    /// <summary>Values by name. Throws <see cref="UsageException"/> for what is not <c>name=positive integer</c>, and for a name given twice.</summary>
    public static ImmutableDictionary<string, int> Parse(string text)
    {
        var values = ImmutableDictionary<string, int>.Empty;
        foreach (var part in text.Split(','))
        {
            var sides = part.Split('=');
            if (sides.Length != 2 || sides[0].Trim() is not { Length: > 0 } name)
            {
                throw new UsageException($"--at: '{part.Trim()}' is not of the form NAME=SIZE; write for example --at \"d=5, N=20\"");
            }

            if (!int.TryParse(sides[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > Largest)
            {
                throw new UsageException($"--at: the size of {name} must be an integer from 1 to {Largest}, not '{sides[1].Trim()}'");
            }

            values = values.ContainsKey(name) ? throw new UsageException($"--at: {name} is given twice") : values.Add(name, size);
        }

        return values;
    }

    /// <summary>Throws <see cref="UsageException"/> where a name is no dimension of the claims, or a value lies below a bound that it must meet.</summary>
    public static void RequireMeaningful(ImmutableDictionary<string, int> values, IReadOnlyList<Claim> claims)
    {
        var dimensions = claims.SelectMany(claim => claim.Dimensions).Distinct().Order().ToList();
        foreach (var name in values.Keys.Order(StringComparer.Ordinal).Where(name => dimensions.All(dimension => dimension.Name != name)))
        {
            var known = string.Join(", ", dimensions.Select(dimension => dimension.Name).Distinct());
            throw new UsageException($"--at: no claim has a dimension '{name}'; " + (known.Length == 0 ? "there are none" : $"there are {known}"));
        }

        foreach (var dimension in dimensions.Where(dimension => values.ContainsKey(dimension.Name)))
        {
            foreach (var bound in dimension.LowerBounds.Where(bound => bound.Terms.All(term => values.ContainsKey(term.Key.Name))))
            {
                var least = bound.Evaluate(other => values[other.Name]);
                if (values[dimension.Name] < least)
                {
                    throw new UsageException($"--at: {dimension.Name} = {values[dimension.Name]} is below its bound {dimension.Name} >= {bound} = {least}");
                }
            }
        }
    }
}
