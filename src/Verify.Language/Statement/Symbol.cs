namespace Verify.Language;

/// <summary>What a declared symbol stands for.</summary>
public enum SymbolRole
{
    /// <summary>Any fixed value that its attributes allow (<c>matrix</c>, <c>vector</c>, <c>scalar</c>).</summary>
    Given,

    /// <summary>What gradients, minima and flows act on (<c>param</c>).</summary>
    Parameter,

    /// <summary>A draw from a law (<c>random</c>).</summary>
    Random,
}

/// <summary>Properties that every value of a matrix symbol has.</summary>
[Flags]
public enum MatrixAttributes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A = A'. Implied by Positive..., and by Diagonal.</summary>
    Symmetric = 1,

    /// <summary>Symmetric and positive semidefinite.</summary>
    PositiveSemidefinite = 2 | Symmetric,

    /// <summary>Symmetric and positive definite.</summary>
    PositiveDefinite = 4 | PositiveSemidefinite,

    /// <summary>Off-diagonal entries are 0.</summary>
    Diagonal = 8 | Symmetric,

    /// <summary>A'A = AA' = I.</summary>
    Orthogonal = 16,

    /// <summary>Of a vector: one entry is 1 and all others are 0. It stands for the position of the 1, an index.</summary>
    UnitVector = 32,
}

/// <summary>The values allowed for a scalar symbol; an absent bound is infinite.</summary>
public sealed record ScalarRange(Rational? Lower = null, bool LowerStrict = false, Rational? Upper = null, bool UpperStrict = false)
{
    /// <summary>Every real number.</summary>
    public static ScalarRange Real { get; } = new();

    /// <summary>Whether every allowed value is &gt; 0.</summary>
    public bool IsPositive => Lower is { } lower && (lower.Sign > 0 || (lower.IsZero && LowerStrict));

    /// <summary>Whether every allowed value is ≥ 0.</summary>
    public bool IsNonnegative => Lower is { Sign: >= 0 };

    /// <summary>Whether the value is allowed.</summary>
    public bool Contains(Rational value) =>
        (Lower is not { } lower || (LowerStrict ? value > lower : value >= lower)) &&
        (Upper is not { } upper || (UpperStrict ? value < upper : value <= upper));
}

/// <summary>A named matrix, vector or scalar. Identity is by reference: what E, grad or min binds is a new object of the same name.</summary>
public sealed class Symbol : IComparable<Symbol>
{
    private static long _count;
    private readonly long _order = Interlocked.Increment(ref _count);

    /// <summary>A symbol of a shape and role; <paramref name="law"/> exactly where the role is random.</summary>
    public Symbol(string name, Shape shape, SymbolRole role, MatrixAttributes attributes = MatrixAttributes.None, ScalarRange? range = null, Law? law = null)
    {
        if ((role == SymbolRole.Random) != (law is not null))
        {
            throw new ArgumentException("A random symbol, and no other, has a law.", nameof(law));
        }

        (Name, Shape, Role, Attributes, Range, Law) = (name, shape, role, attributes, range ?? ScalarRange.Real, law);
    }

    /// <summary>The name as written (normalised: NFC, Greek letters, look-alikes).</summary>
    public string Name { get; }

    /// <summary>Rows × columns.</summary>
    public Shape Shape { get; }

    /// <summary>Given, parameter or random.</summary>
    public SymbolRole Role { get; }

    /// <summary>Properties of every value; <c>None</c> for scalars.</summary>
    public MatrixAttributes Attributes { get; }

    /// <summary>The allowed values of a scalar; every real number otherwise.</summary>
    public ScalarRange Range { get; }

    /// <summary>The law of a random symbol, otherwise null.</summary>
    public Law? Law { get; }

    /// <summary>Whether every value has all of the given attributes.</summary>
    public bool Is(MatrixAttributes attributes) => (Attributes & attributes) == attributes;

    /// <summary>By name, then by age: the order of canonical forms.</summary>
    public int CompareTo(Symbol? other) => other is null ? 1
        : string.CompareOrdinal(Name, other.Name) is var order and not 0 ? order : _order.CompareTo(other._order);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
