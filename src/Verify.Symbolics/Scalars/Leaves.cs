using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>The free symbols and dimensions on which a generator or an atom depends through its whole definition: few, so kept as a list.</summary>
internal sealed class Leaves
{
    private readonly object[] _items;

    private Leaves(object[] items) => _items = items;

    /// <summary>Nothing.</summary>
    public static Leaves None { get; } = new([]);

    /// <summary>One symbol or dimension.</summary>
    public static Leaves Of(object leaf) => new([leaf]);

    /// <summary>The dimensions of a size.</summary>
    public static Leaves OfSize(Size size)
    {
        var all = None;
        foreach (var dimension in size.Dimensions)
        {
            all = all.Union(Of(dimension));
        }

        return all;
    }

    /// <summary>Whether the symbol or dimension is among them.</summary>
    public bool Contains(object leaf) => Array.IndexOf(_items, leaf) >= 0;

    /// <summary>The symbols among them.</summary>
    public IEnumerable<Symbol> Symbols => _items.OfType<Symbol>();

    /// <summary>The dimensions among them.</summary>
    public IEnumerable<Dimension> Dimensions => _items.OfType<Dimension>();

    /// <summary>Both together.</summary>
    public Leaves Union(Leaves other)
    {
        List<object>? added = null;
        foreach (var item in other._items)
        {
            if (!Contains(item))
            {
                (added ??= [.. _items]).Add(item);
            }
        }

        return added is null ? this : new([.. added]);
    }

    /// <summary>These without one.</summary>
    public Leaves Without(object leaf) => Contains(leaf) ? new([.. _items.Where(item => item != leaf)]) : this;
}
