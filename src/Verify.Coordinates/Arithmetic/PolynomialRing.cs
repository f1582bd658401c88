using Verify.Language;

namespace Verify.Coordinates.Arithmetic;

/// <summary>
/// Products and inverses of polynomials, with the table of variables they are in. Entries of random symbols and of parameters take variables from below
/// and give them back when they are integrated; radicals take theirs from above and stay. Infinitesimals come in groups, one for each gradient, and a product
/// of two of one group is 0.
/// </summary>
internal sealed class PolynomialRing(Work work)
{
    // Merging sorted terms is cheaper than multiplying them.
    private const int TermsAddedPerUnit = 4;

    private readonly List<ulong> _groups = [];
    private int _infinitesimals;
    private int _entries;

    /// <summary>What the work is charged to.</summary>
    public Work Work => work;

    /// <summary>The radicals in use.</summary>
    public RadicalTable Radicals { get; } = new();

    /// <summary>Takes consecutive variables and returns the first; <see cref="LimitException"/> where there are too few.</summary>
    public int TakeVariables(int count)
    {
        if (_entries + count + Radicals.Count > Monomial.Variables)
        {
            throw new LimitException($"{Monomial.Variables} random entries at a time");
        }

        _entries += count;
        return _entries - count;
    }

    /// <summary>Gives back the variables taken last.</summary>
    public void ReturnVariables(int count) => _entries -= count;

    /// <summary>Takes a group of infinitesimals and returns the bit of the first; a product of two of them is 0.</summary>
    public int TakeInfinitesimals(int count)
    {
        if (_infinitesimals + count > 64)
        {
            throw new LimitException("64 derivatives at a time");
        }

        _groups.Add((count == 64 ? ulong.MaxValue : (1UL << count) - 1) << _infinitesimals);
        _infinitesimals += count;
        return _infinitesimals - count;
    }

    /// <summary>Gives back the group taken last.</summary>
    public void ReturnInfinitesimals(int count)
    {
        _groups.RemoveAt(_groups.Count - 1);
        _infinitesimals -= count;
    }

    /// <summary>The radical base^(numerator / order) of a positive rational as a polynomial; see <see cref="RadicalTable"/>.</summary>
    public Polynomial Root(Rational @base, int numerator, int denominator) =>
        Radicals.Root(@base, numerator, denominator, Monomial.Variables - _entries);

    /// <summary>a b.</summary>
    public Polynomial Multiply(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
        {
            return Polynomial.Zero;
        }

        if (a.IsRational || b.IsRational)
        {
            work.Spend(Math.Max(a.Terms.Length, b.Terms.Length));
            return a.IsRational ? b.Scale(a.Value) : a.Scale(b.Value);
        }

        var product = new Dictionary<Monomial, Rational>(Math.Max(a.Terms.Length, b.Terms.Length));
        AddProduct(product, a, b);
        return Polynomial.OfDistinct(product);
    }

    /// <summary>Σ a_k b_k, like terms of all products collected at once.</summary>
    public Polynomial SumOfProducts(int count, Func<int, (Polynomial Left, Polynomial Right)> factors)
    {
        var number = Rational.Zero;
        (Polynomial Left, Polynomial Right)? only = null;
        Dictionary<Monomial, Rational>? terms = null;
        for (var k = 0; k < count; k++)
        {
            var (a, b) = factors(k);
            if (a.IsRational && b.IsRational)
            {
                work.Spend(1);
                number += a.Value * b.Value;
            }
            else if (only is null)
            {
                only = a.IsZero || b.IsZero ? null : (a, b);
            }
            else
            {
                if (terms is null)
                {
                    AddProduct(terms = [], only.Value.Left, only.Value.Right);
                }

                AddProduct(terms, a, b);
            }
        }

        var sum = terms is not null ? Polynomial.OfDistinct(terms) : only is { } product ? Multiply(product.Left, product.Right) : Polynomial.Zero;
        return Add(sum, Polynomial.Of(number));
    }

    /// <summary>a + b.</summary>
    public Polynomial Add(Polynomial a, Polynomial b)
    {
        if (!a.IsZero && !b.IsZero)
        {
            work.Spend((a.Terms.Length + b.Terms.Length) / TermsAddedPerUnit);
        }

        return a + b;
    }

    private void AddProduct(Dictionary<Monomial, Rational> product, Polynomial a, Polynomial b)
    {
        work.Spend((long)a.Terms.Length * b.Terms.Length);
        foreach (var (left, leftCoefficient) in a.Terms)
        {
            foreach (var (right, rightCoefficient) in b.Terms)
            {
                if (left.Infinitesimals != 0 && right.Infinitesimals != 0 && ShareGroup(left.Infinitesimals, right.Infinitesimals))
                {
                    continue;
                }

                var coefficient = leftCoefficient * rightCoefficient;
                var monomial = Radicals.Reduce(left * right, ref coefficient);
                ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(product, monomial, out _);
                sum += coefficient;
            }
        }
    }

    private bool ShareGroup(ulong a, ulong b)
    {
        foreach (var group in _groups)
        {
            if ((a & group) != 0 && (b & group) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>this^k for k ≥ 0.</summary>
    public Polynomial Power(Polynomial @base, int exponent)
    {
        if (@base.IsRational)
        {
            work.Spend(1 + (exponent / 16));
            return Polynomial.Of(@base.Value.Power(exponent));
        }

        // Halving keeps the factors alike in size; for sparse polynomials that is no worse than one factor at a time.
        var half = exponent <= 1 ? null : Power(@base, exponent / 2);
        return exponent == 0 ? Polynomial.One
            : half is null ? @base
            : exponent % 2 == 0 ? Multiply(half, half)
            : Multiply(Multiply(half, half), @base);
    }

    /// <summary>What no infinitesimal divides.</summary>
    public static Polynomial Finite(Polynomial a) => a.Where(monomial => monomial.Infinitesimals == 0);

    /// <summary>Whether only radicals occur: a real number.</summary>
    public bool IsNumber(Polynomial a)
    {
        foreach (var (monomial, _) in a.Terms)
        {
            if (!Radicals.IsNumber(monomial))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>1/a. Zero throws <see cref="UndefinedException"/>; a random entry in a, <see cref="NotTreatedException"/>.</summary>
    public Polynomial Inverse(Polynomial a)
    {
        var finite = Finite(a);
        if (!IsNumber(finite))
        {
            throw new NotTreatedException("an inverse of random values inside an expectation");
        }

        var inverse = finite.IsZero ? throw new UndefinedException("division by 0")
            : finite.IsRational ? Polynomial.Of(finite.Value.Inverse())
            : RadicalDivision.Inverse(this, finite);
        return Series(a - finite, inverse, inverse, power => (power & 1) == 0 ? 1 : -1);
    }

    /// <summary>a^(numerator / denominator), defined for a positive number with infinitesimals beside it.</summary>
    public Polynomial FractionalPower(Polynomial a, int numerator, int denominator)
    {
        var finite = Finite(a);
        var root = Radicals.PowerOf(this, finite, numerator, denominator);
        if (ReferenceEquals(finite, a))
        {
            return root;
        }

        // (c + ν)^r = c^r Σ binomial(r, k) (ν/c)^k, which ends.
        var exponent = new Rational(numerator, denominator);
        var binomial = Rational.One;
        return Series(a - finite, Inverse(finite), root, power => power == 0 ? 1 : binomial *= (exponent - (power - 1)) / power);
    }

    // Σ coefficient(k) (ν scale)^k start over the k where ν^k is not yet 0.
    private Polynomial Series(Polynomial infinitesimal, Polynomial scale, Polynomial start, Func<int, Rational> coefficient)
    {
        var ratio = Multiply(infinitesimal, scale);
        var (sum, power) = (Polynomial.Zero, start);
        for (var k = 0; !power.IsZero; k++)
        {
            sum += power.Scale(coefficient(k));
            power = Multiply(power, ratio);
        }

        return sum;
    }
}
