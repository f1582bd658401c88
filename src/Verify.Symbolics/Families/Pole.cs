using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Families;

/// <summary>A non-zero scalar p at which functions of a symbol have a pole or a branch: (λ - p)^-j. Unique in its workspace.</summary>
internal sealed class Pole(Scalar value, int order) : IComparable<Pole>
{
    private Sign? _sign;

    /// <summary>p.</summary>
    public Scalar Value { get; } = value;

    /// <summary>The order of first use.</summary>
    public int Order { get; } = order;

    /// <summary>What is known of the sign of -p: positive puts the pole left of every psd spectrum.</summary>
    public Sign SignOfNegative => _sign ??= Signs.Of(-Value);

    /// <inheritdoc/>
    public int CompareTo(Pole? other) => Order.CompareTo(other!.Order);
}
