namespace Verify.Coordinates.Arithmetic;

/// <summary>
/// A product of powers of at most 30 variables and of infinitesimals. Exponents up to 31 are packed ten to a word, six bits each, the highest of which
/// guards against overflow. An infinitesimal ε has ε² = 0, so one bit stands for it.
/// </summary>
internal readonly record struct Monomial(ulong First, ulong Second, ulong Third, ulong Infinitesimals) : IComparable<Monomial>
{
    /// <summary>How many variables there can be at a time.</summary>
    public const int Variables = 30;

    private const int PerWord = 10;
    private const int Bits = 6;
    private const ulong Field = (1UL << Bits) - 1;
    private const ulong Guards = 0x0820820820820820;

    /// <summary>1.</summary>
    public static Monomial One => default;

    /// <summary>Whether no variable and no infinitesimal occurs.</summary>
    public bool IsOne => (First | Second | Third | Infinitesimals) == 0;

    /// <summary>The exponent of a variable.</summary>
    public int this[int variable] => (int)((Word(variable / PerWord) >> (variable % PerWord * Bits)) & Field);

    /// <summary>variable^exponent.</summary>
    public static Monomial Of(int variable, int exponent = 1) => One.With(variable, exponent);

    /// <summary>The infinitesimal of the given bit.</summary>
    public static Monomial Infinitesimal(int bit) => new(0, 0, 0, 1UL << bit);

    /// <summary>The product where no infinitesimal is shared; an exponent above 31 throws <see cref="LimitException"/>.</summary>
    public static Monomial operator *(Monomial a, Monomial b)
    {
        var product = new Monomial(a.First + b.First, a.Second + b.Second, a.Third + b.Third, a.Infinitesimals | b.Infinitesimals);
        return ((product.First | product.Second | product.Third) & Guards) == 0 ? product : throw new LimitException("degree 31 in one entry");
    }

    /// <summary>This with the exponent of one variable replaced.</summary>
    public Monomial With(int variable, int exponent)
    {
        var shift = variable % PerWord * Bits;
        var cleared = Word(variable / PerWord) & ~(Field << shift);
        var word = cleared | ((ulong)exponent << shift);
        return (variable / PerWord) switch
        {
            0 => this with { First = word },
            1 => this with { Second = word },
            _ => this with { Third = word },
        };
    }

    /// <summary>Equality of all words.</summary>
    public bool Equals(Monomial other) => First == other.First && Second == other.Second && Third == other.Third && Infinitesimals == other.Infinitesimals;

    /// <summary>Mixes the words by odd multipliers; tables of products spend their time here.</summary>
    public override int GetHashCode()
    {
        var mixed = (First * 0x9E3779B97F4A7C15) ^ (Second * 0xC2B2AE3D27D4EB4F) ^ (Third * 0x165667B19E3779F9) ^ (Infinitesimals * 0xD6E8FEB86659FD93);
        return (int)(mixed ^ (mixed >> 32));
    }

    /// <summary>Any fixed total order.</summary>
    public int CompareTo(Monomial other) =>
        Infinitesimals != other.Infinitesimals ? Infinitesimals.CompareTo(other.Infinitesimals)
        : Third != other.Third ? Third.CompareTo(other.Third)
        : Second != other.Second ? Second.CompareTo(other.Second)
        : First.CompareTo(other.First);

    private ulong Word(int index) => index switch { 0 => First, 1 => Second, _ => Third };
}
