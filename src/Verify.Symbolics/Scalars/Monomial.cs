namespace Verify.Symbolics.Scalars;

/// <summary>
/// A product of generators to rational powers, sorted by generator. A power is held in units of 1/5040 (= 1/(2^4 3^2 5 7)); it may be negative, so 1/N needs no denominator.
/// </summary>
internal sealed class Monomial : IEquatable<Monomial>, IComparable<Monomial>
{
    /// <summary>The units of the power 1.</summary>
    public const int Unit = 5040;

    private readonly Generator[] _generators;
    private readonly int[] _powers;
    private readonly int _hash;

    private Monomial(Generator[] generators, int[] powers)
    {
        (_generators, _powers) = (generators, powers);
        var hash = generators.Length;
        for (var i = 0; i < generators.Length; i++)
        {
            hash = unchecked((hash * 1_000_003) + (generators[i].Order * 7919) + powers[i]);
            HasRoots |= generators[i] is RootGenerator;
        }

        _hash = hash;
    }

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([], []);

    /// <summary>How many generators occur.</summary>
    public int Count => _generators.Length;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => Count == 0;

    /// <summary>Whether a root of a polynomial occurs.</summary>
    public bool HasRoots { get; }

    /// <summary>generator^(units/5040).</summary>
    public static Monomial Of(Generator generator, int units = Unit) => units == 0 ? One : new([generator], [units]);

    /// <summary>The generator at an index, in order.</summary>
    public Generator GeneratorAt(int index) => _generators[index];

    /// <summary>Its power in units.</summary>
    public int UnitsAt(int index) => _powers[index];

    /// <summary>The power of a generator, in units.</summary>
    public int UnitsOf(Generator generator) => Array.IndexOf(_generators, generator) is var i and >= 0 ? _powers[i] : 0;

    public static Monomial operator *(Monomial a, Monomial b)
    {
        if (a.Count == 0)
        {
            return b;
        }

        if (b.Count == 0)
        {
            return a;
        }

        var generators = new Generator[a.Count + b.Count];
        var powers = new int[a.Count + b.Count];
        var (i, j, n) = (0, 0, 0);
        while (i < a.Count || j < b.Count)
        {
            var order = i == a.Count ? 1 : j == b.Count ? -1 : a._generators[i].Order.CompareTo(b._generators[j].Order);
            generators[n] = order <= 0 ? a._generators[i] : b._generators[j];
            powers[n] = AddUnits(order <= 0 ? a._powers[i++] : 0, order >= 0 ? b._powers[j++] : 0);
            n += powers[n] == 0 ? 0 : 1;
        }

        return n == generators.Length ? new(generators, powers) : n == 0 ? One : new(generators[..n], powers[..n]);
    }

    /// <summary>This to the power numerator/denominator; a power that is no multiple of 1/5040 or too large throws.</summary>
    public Monomial Power(int numerator, int denominator = 1)
    {
        if (numerator == 0)
        {
            return One;
        }

        var powers = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            powers[i] = ScaleUnits(_powers[i], numerator, denominator);
        }

        return new(_generators, powers);
    }

    /// <summary>1 / this.</summary>
    public Monomial Inverse() => Power(-1);

    /// <summary>This without a generator.</summary>
    public Monomial Without(Generator generator) => UnitsOf(generator) is var units and not 0 ? this * Of(generator, -units) : this;

    /// <summary>Whether no power is negative.</summary>
    public bool IsNonnegative => Array.TrueForAll(_powers, power => power >= 0);

    /// <summary>Generator by generator the smaller power, where 0 counts for one that does not occur.</summary>
    public static Monomial Least(Monomial a, Monomial b)
    {
        var least = One;
        for (var i = 0; i < a.Count; i++)
        {
            least *= Of(a._generators[i], Math.Min(a._powers[i], b.UnitsOf(a._generators[i])));
        }

        for (var j = 0; j < b.Count; j++)
        {
            least *= a.UnitsOf(b._generators[j]) == 0 ? Of(b._generators[j], Math.Min(b._powers[j], 0)) : One;
        }

        return least;
    }

    /// <summary>Units times a rational; what is no multiple of 1/5040 or overflows throws.</summary>
    public static int ScaleUnits(int units, int numerator, int denominator)
    {
        var scaled = (long)units * numerator;
        return scaled % denominator != 0 ? throw new NotTreatedException($"a power with denominator {denominator}")
            : Math.Abs(scaled / denominator) > int.MaxValue ? throw new WorkLimitException("a power exceeds the limit of 426000")
            : (int)(scaled / denominator);
    }

    /// <summary>Lexicographic by generator, which respects products.</summary>
    public int CompareTo(Monomial? other)
    {
        for (var i = 0; ; i++)
        {
            var (here, there) = (i < Count, i < other!.Count);
            if (!here && !there)
            {
                return 0;
            }

            var order = !here ? 1 : !there ? -1 : _generators[i].Order.CompareTo(other._generators[i].Order);
            var difference = order < 0 ? _powers[i].CompareTo(0) : order > 0 ? 0.CompareTo(other._powers[i]) : _powers[i].CompareTo(other._powers[i]);
            if (difference != 0)
            {
                return difference;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(Monomial? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && _powers.AsSpan().SequenceEqual(other._powers) && SameGenerators(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Monomial);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    private static int AddUnits(int a, int b) =>
        Math.Abs((long)a + b) > int.MaxValue ? throw new WorkLimitException("a power exceeds the limit of 426000") : a + b;

    private bool SameGenerators(Monomial other)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_generators[i] != other._generators[i])
            {
                return false;
            }
        }

        return true;
    }
}
