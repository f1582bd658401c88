using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Families;

/// <summary>
/// Products of basis functions, by partial fractions. Powers of one factor add; what is left is λ^k Π (λ - p)^(n_p) with integers, which is reduced by
/// 1/((λ-p)(λ-q)) = (1/(λ-p) - 1/(λ-q))/(p-q),  λ/(λ-p) = 1 + p/(λ-p),  1/(λ(λ-p)) = (1/(λ-p) - 1/λ)/p.  So Γ^-1 Λ = (I - βΓ^-1)/α is no rule but the form itself.
/// </summary>
internal static class PartialFractions
{
    /// <summary>The product as a sum of basis functions; remembered in the workspace.</summary>
    public static FamilySum Product(Element a, Element b)
    {
        if (a.IsOne || b.IsOne)
        {
            return FamilySum.Of(a.IsOne ? b : a, Scalar.One);
        }

        var memory = Algebra.Current.ElementProducts;
        var key = new ElementPair(a, b);
        if (!memory.TryGetValue(key, out var known))
        {
            memory.Add(key, known = Compute(a, b));
        }

        return known;
    }

    /// <summary>λ^(units) Π (λ - p)^(units_p) as a sum of basis functions.</summary>
    public static FamilySum Of(int units, IReadOnlyList<(Pole Pole, int Units)> powers)
    {
        var shifts = new List<(Pole, int)>();
        var whole = new List<(Pole, int)>();
        foreach (var (pole, power) in powers)
        {
            var floor = FloorUnits(power);
            if (power != floor)
            {
                shifts.Add((pole, power - floor));
            }

            if (floor != 0)
            {
                whole.Add((pole, floor / Monomial.Unit));
            }
        }

        shifts.Sort(static (x, y) => x.Item1.CompareTo(y.Item1));
        var k = FloorUnits(units);
        return Expand(k / Monomial.Unit, [.. whole], units - k, [.. shifts]);
    }

    private static FamilySum Compute(Element a, Element b)
    {
        var powers = new List<(Pole Pole, int Units)>();
        foreach (var element in (Element[])[a, b])
        {
            foreach (var (pole, units) in element.Shifts)
            {
                Add(powers, pole, units);
            }

            if (element.Pole is { } own)
            {
                Add(powers, own, checked(-element.Multiplicity * Monomial.Unit));
            }
        }

        powers.RemoveAll(static power => power.Units == 0);
        return Of(checked(a.Units + b.Units), powers);
    }

    private static void Add(List<(Pole Pole, int Units)> powers, Pole pole, int units)
    {
        var i = powers.FindIndex(power => power.Pole == pole);
        if (i < 0)
        {
            powers.Add((pole, units));
        }
        else
        {
            powers[i] = (pole, powers[i].Units + units);
        }
    }

    /// <summary>λ^k Π (λ - p)^n times the fractional prefix.</summary>
    private static FamilySum Expand(int k, (Pole Pole, int N)[] powers, int fraction, (Pole, int)[] shifts)
    {
        Algebra.Current.Spend(1);
        powers = Array.FindAll(powers, static power => power.N != 0);
        var up = Array.FindIndex(powers, static power => power.N > 0);
        if (up >= 0)
        {
            // (λ - p)^n = λ (λ - p)^(n-1) - p (λ - p)^(n-1)
            var less = Raised(powers, up, -1);
            return Expand(k + 1, less, fraction, shifts) + Expand(k, less, fraction, shifts).Scaled(-powers[up].Pole.Value);
        }

        if (powers.Length == 0)
        {
            return FamilySum.Of(Make(checked((k * Monomial.Unit) + fraction), shifts, null, 0), Scalar.One);
        }

        var p = powers[0].Pole.Value;
        if (powers.Length > 1)
        {
            var distance = p - powers[1].Pole.Value;
            Algebra.Current.Divide(distance);
            var inverse = distance.Inverse();
            return (Expand(k, Raised(powers, 1, 1), fraction, shifts) + Expand(k, Raised(powers, 0, 1), fraction, shifts).Scaled(-1)).Scaled(inverse);
        }

        if (k > 0)
        {
            return Expand(k - 1, Raised(powers, 0, 1), fraction, shifts) + Expand(k - 1, powers, fraction, shifts).Scaled(p);
        }

        if (k < 0)
        {
            Algebra.Current.Divide(p);
        }

        return k < 0
            ? (Expand(k + 1, powers, fraction, shifts) + Expand(k, Raised(powers, 0, 1), fraction, shifts).Scaled(-1)).Scaled(p.Inverse())
            : FamilySum.Of(Make(fraction, shifts, powers[0].Pole, -powers[0].N), Scalar.One);
    }

    private static Element Make(int units, (Pole, int)[] shifts, Pole? pole, int multiplicity) =>
        shifts.Length == 0 && pole is null ? Element.Power(units) : new(units, shifts, pole, multiplicity);

    private static (Pole Pole, int N)[] Raised((Pole Pole, int N)[] powers, int index, int by)
    {
        var raised = ((Pole Pole, int N)[])powers.Clone();
        raised[index].N += by;
        return raised;
    }

    private static int FloorUnits(int units) => units - ((units % Monomial.Unit) + Monomial.Unit) % Monomial.Unit;
}
