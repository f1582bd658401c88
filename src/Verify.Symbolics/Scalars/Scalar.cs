using Verify.Language;

namespace Verify.Symbolics.Scalars;

/// <summary>
/// An exact rational function of generators: a polynomial over a factored denominator. Two are equal when the numerator of their difference is 0, which needs no gcd;
/// factors of the denominator that divide the numerator are cancelled as sums are made.
/// </summary>
internal sealed class Scalar
{
    private Leaves? _leaves;

    /// <summary>numerator / denominator.</summary>
    public Scalar(Polynomial numerator, Denominator denominator) =>
        (Numerator, Denominator) = (numerator, numerator.IsZero ? Denominator.One : denominator);

    /// <summary>0.</summary>
    public static Scalar Zero { get; } = new(Polynomial.Zero, Denominator.One);

    /// <summary>1.</summary>
    public static Scalar One { get; } = new(Polynomial.One, Denominator.One);

    /// <summary>The numerator; negative powers of generators are among its terms.</summary>
    public Polynomial Numerator { get; }

    /// <summary>The denominator.</summary>
    public Denominator Denominator { get; }

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether this is written as 1.</summary>
    public bool IsOne => Numerator.IsOne && Denominator.IsOne;

    /// <summary>The value where no generator occurs; otherwise null.</summary>
    public Rational? Constant => !Numerator.IsConstant || !Denominator.IsOne ? null : IsZero ? Rational.Zero : Numerator.CoefficientAt(0).Value;

    /// <summary>Everything the value depends on.</summary>
    public Leaves Leaves => _leaves ??= FindLeaves();

    public static implicit operator Scalar(int value) => Of((Rational)value);

    /// <summary>A number.</summary>
    public static Scalar Of(Rational value) => value.IsZero ? Zero : new(Polynomial.Of(Monomial.One, Coefficient.Of(value)), Denominator.One);

    /// <summary>A generator, or the value that a condition gives it.</summary>
    public static Scalar Of(Generator generator)
    {
        var unique = Algebra.Current.Unique(generator);
        return Algebra.Current.ValueOf(unique) ?? new(Polynomial.Of(Monomial.Of(unique), 1), Denominator.One);
    }

    /// <summary>A dimension as a number.</summary>
    public static Scalar Of(Dimension dimension) => Of(new DimensionGenerator(dimension));

    /// <summary>A scalar symbol.</summary>
    public static Scalar Of(Symbol symbol) => Of(new SymbolGenerator(symbol));

    /// <summary>A size as a number.</summary>
    public static Scalar Of(Size size)
    {
        Scalar sum = size.Constant;
        foreach (var term in size.Terms)
        {
            sum += term.Key.Factors.Aggregate((Scalar)term.Value, (product, factor) => product * Of(factor));
        }

        return sum;
    }

    /// <summary>One monomial, whose roots are reduced.</summary>
    public static Scalar Of(Monomial monomial, Coefficient coefficient) => new(Polynomial.Of(monomial, coefficient), Denominator.One);

    public static Scalar operator +(Scalar a, Scalar b)
    {
        if (a.IsZero)
        {
            return b;
        }

        if (b.IsZero)
        {
            return a;
        }

        if (a.Denominator.IsOne && b.Denominator.IsOne)
        {
            return new(a.Numerator + b.Numerator, Denominator.One);
        }

        var common = Denominator.LeastMultiple(a.Denominator, b.Denominator);
        return new Scalar((a.Numerator * common.Over(a.Denominator)) + (b.Numerator * common.Over(b.Denominator)), common).Cancelled();
    }

    public static Scalar operator -(Scalar a) => new(-a.Numerator, a.Denominator);

    public static Scalar operator -(Scalar a, Scalar b) => a + (-b);

    public static Scalar operator *(Scalar a, Scalar b)
    {
        if (a.IsZero || b.IsOne)
        {
            return a;
        }

        if (b.IsZero || a.IsOne)
        {
            return b;
        }

        var product = new Scalar(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
        return product.Denominator.IsOne || (a.Denominator.IsOne && a.Numerator.Count == 1) || (b.Denominator.IsOne && b.Numerator.Count == 1) ? product : product.Cancelled();
    }

    /// <summary>a / b; b = 0 throws <see cref="NotDecidedException"/>.</summary>
    public static Scalar operator /(Scalar a, Scalar b) => a * b.Inverse();

    /// <summary>1 / this; 0 throws <see cref="NotDecidedException"/>.</summary>
    public Scalar Inverse()
    {
        if (IsZero)
        {
            throw new NotDecidedException("a denominator that is 0 at every value");
        }

        var top = Polynomial.One;
        for (var i = 0; i < Denominator.Count; i++)
        {
            top *= Denominator.FactorAt(i).Power(Denominator.PowerAt(i));
        }

        if (Numerator.Count > 1)
        {
            var content = Numerator.Content();
            var lead = Numerator.CoefficientAt(0);
            var primitive = Numerator.Times(content.Inverse(), Coefficient.One / lead);
            return new Scalar(top, Denominator.Of(primitive, 1)).Cancelled() * OfInverse(content, lead);
        }

        return new Scalar(top, Denominator.One) * OfInverse(Numerator.MonomialAt(0), Numerator.CoefficientAt(0));
    }

    /// <summary>this^k for an integer k.</summary>
    public Scalar Power(int k) => k < 0 ? Inverse().Power(checked(-k))
        : k == 0 ? One
        : Numerator.Count == 1 && !Numerator.HasRoots && Numerator.CoefficientAt(0).IsOne
            ? new(Polynomial.Of(Numerator.MonomialAt(0).Power(k), 1), Denominator.Power(k))
            : new(Numerator.Power(k), Denominator.Power(k));

    /// <summary>Whether both are the same function: the numerator of their difference is 0.</summary>
    public bool SameAs(Scalar other) => ReferenceEquals(this, other)
        || (Denominator.IsOne && other.Denominator.IsOne ? Numerator.Equals(other.Numerator) : (this - other).IsZero);

    /// <summary>Whether the value depends on the symbol or dimension.</summary>
    public bool DependsOn(object leaf) => Leaves.Contains(leaf);

    /// <summary>This with factors of the denominator that divide the numerator cancelled.</summary>
    private Scalar Cancelled()
    {
        if (IsZero)
        {
            return Zero;
        }

        var (numerator, denominator) = (Numerator, Denominator);
        for (var i = denominator.Count - 1; i >= 0; i--)
        {
            var (factor, power) = (denominator.FactorAt(i), denominator.PowerAt(i));
            for (; power > 0 && numerator.DividedBy(factor) is { } quotient; power--)
            {
                (numerator, denominator) = (quotient, denominator.Less(i));
            }
        }

        return new(numerator, denominator);
    }

    private static Scalar OfInverse(Monomial monomial, Coefficient coefficient)
    {
        var inverse = Of(Monomial.One, Coefficient.One / coefficient);
        var plain = monomial;
        for (var i = 0; monomial.HasRoots && i < monomial.Count; i++)
        {
            if (monomial.GeneratorAt(i) is RootGenerator root)
            {
                // c^-f = c^(1-f) / c
                plain = plain.Without(root);
                inverse = inverse * Of(Monomial.Of(root, Monomial.Unit - monomial.UnitsAt(i)), 1) / new Scalar(root.Base, Denominator.One);
            }
        }

        return inverse * Of(plain.Inverse(), 1);
    }

    private Leaves FindLeaves()
    {
        var leaves = LeavesOf(Numerator, Leaves.None);
        for (var i = 0; i < Denominator.Count; i++)
        {
            leaves = LeavesOf(Denominator.FactorAt(i), leaves);
        }

        return leaves;
    }

    private static Leaves LeavesOf(Polynomial polynomial, Leaves leaves)
    {
        var seen = new HashSet<Generator>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < polynomial.Count; i++)
        {
            var monomial = polynomial.MonomialAt(i);
            for (var j = 0; j < monomial.Count; j++)
            {
                leaves = seen.Add(monomial.GeneratorAt(j)) ? leaves.Union(monomial.GeneratorAt(j).Leaves) : leaves;
            }
        }

        return leaves;
    }
}
