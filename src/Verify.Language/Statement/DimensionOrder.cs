using System.Collections.Immutable;

namespace Verify.Language;

/// <summary>Dimensions in the order in which they can be given values.</summary>
public static class DimensionOrder
{
    /// <summary>The dimensions and every one that their bounds mention, each once and after those that bound it; otherwise in the order given.</summary>
    public static ImmutableArray<Dimension> WithBounding(IEnumerable<Dimension> dimensions)
    {
        var (all, seen) = (ImmutableArray.CreateBuilder<Dimension>(), new HashSet<Dimension>());
        foreach (var dimension in dimensions)
        {
            Visit(dimension);
        }

        return all.ToImmutable();

        void Visit(Dimension dimension)
        {
            if (!seen.Add(dimension))
            {
                return;
            }

            foreach (var mentioned in dimension.LowerBounds.SelectMany(bound => bound.Dimensions))
            {
                Visit(mentioned);
            }

            all.Add(dimension);
        }
    }
}
