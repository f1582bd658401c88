using System.Numerics;

namespace Verify.Coordinates.Arithmetic;

/// <summary>Roots and powers of positive integers.</summary>
internal static class IntegerRoots
{
    /// <summary>The largest r with r^k ≤ n, for n ≥ 0 and k ≥ 1 (Newton from above).</summary>
    public static BigInteger Floor(BigInteger n, int k)
    {
        if (n.IsZero || k == 1)
        {
            return n;
        }

        var root = BigInteger.One << (int)((n.GetBitLength() + k - 1) / k);
        while (true)
        {
            var next = (((k - 1) * root) + (n / BigInteger.Pow(root, k - 1))) / k;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>n = product of base^multiplicity with coprime bases, none a perfect power: primes below 1000 and what is left.</summary>
    public static IEnumerable<(BigInteger Base, int Multiplicity)> Factors(BigInteger n)
    {
        for (var prime = 2; prime < 1000 && n > 1; prime++)
        {
            var multiplicity = 0;
            while ((n % prime).IsZero)
            {
                n /= prime;
                multiplicity++;
            }

            if (multiplicity > 0)
            {
                yield return (prime, multiplicity);
            }
        }

        if (n > 1)
        {
            yield return PerfectPower(n);
        }
    }

    // The largest k with n = root^k.
    private static (BigInteger Root, int Exponent) PerfectPower(BigInteger n)
    {
        for (var k = (int)(n.GetBitLength() / 9) + 1; k > 1; k--)
        {
            if (Floor(n, k) is var root && BigInteger.Pow(root, k) == n)
            {
                return (root, k);
            }
        }

        return (n, 1);
    }
}
