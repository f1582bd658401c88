using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics.Normalization;

/// <summary>Normal forms as core expressions, to be printed or read by others: numbers first, then dimensions, scalars and traces, then the word.</summary>
internal static class CorePrinter
{
    /// <summary>The form as an expression of its shape.</summary>
    public static Expr ToCore(Form form)
    {
        if (form.IsZero)
        {
            return Expr.Zero(form.Shape);
        }

        if (form.IsScalar)
        {
            return ToCore(form.AsScalar);
        }

        var terms = new List<Expr>();
        for (var i = form.Count - 1; i >= 0; i--)
        {
            var word = ToCore(form.WordAt(i));
            terms.Add(form.CoefficientAt(i).IsOne ? word : Expr.Times(ToCore(form.CoefficientAt(i)), word));
        }

        return Expr.Add(terms);
    }

    /// <summary>The scalar as an expression.</summary>
    public static Expr ToCore(Scalar scalar)
    {
        var value = ToCore(scalar.Numerator);
        for (var i = 0; i < scalar.Denominator.Count; i++)
        {
            value = Expr.Times(value, Expr.Pow(ToCore(scalar.Denominator.FactorAt(i)), -scalar.Denominator.PowerAt(i)));
        }

        return value;
    }

    /// <summary>The word as an expression.</summary>
    public static Expr ToCore(Word word) => word.IsIdentity ? Expr.Identity(word.Shape.Rows) : Product(word.Letters);

    private static Expr ToCore(Polynomial polynomial)
    {
        if (polynomial.IsZero)
        {
            return Expr.Of(Rational.Zero);
        }

        var terms = new List<Expr>();
        for (var i = 0; i < polynomial.Count; i++)
        {
            // Each node is looked up among all nodes, which costs more than a term.
            Algebra.Current.Spend(8 * (1 + polynomial.MonomialAt(i).Count));
            terms.Add(ToCore(polynomial.MonomialAt(i), polynomial.CoefficientAt(i).Value));
        }

        return Expr.Add(terms);
    }

    private static Expr ToCore(Monomial monomial, Rational coefficient)
    {
        var factors = new List<(int Rank, Expr Factor)>();
        for (var i = 0; i < monomial.Count; i++)
        {
            var (generator, power) = (monomial.GeneratorAt(i), new Rational(monomial.UnitsAt(i), Monomial.Unit));
            var value = ToCore(generator);
            factors.Add((Rank(generator, power), power.IsOne ? value : Expr.Pow(value, power)));
        }

        factors.Sort(static (a, b) => a.Rank.CompareTo(b.Rank));
        Expr? product = coefficient.IsOne && factors.Count > 0 ? null : Expr.Of(coefficient);
        foreach (var (_, factor) in factors)
        {
            product = product is null ? factor : Expr.Times(product, factor);
        }

        return product!;
    }

    /// <summary>Dimensions, then scalars, then traces; what divides comes last.</summary>
    private static int Rank(Generator generator, Rational power) =>
        (power.Sign < 0 ? 10_000_000 : 0) + (generator is DimensionGenerator ? 0 : generator is SymbolGenerator ? 1_000_000 : 2_000_000) + generator.Order;

    private static Expr ToCore(Generator generator) => generator switch
    {
        DimensionGenerator dimension => Expr.Of(dimension.Dimension),
        SymbolGenerator symbol => Expr.Of(symbol.Symbol),
        TraceGenerator trace => OfCycle(trace.Word),
        RootGenerator root => ToCore(root.Base),
        OperatorNormGenerator norm => Expr.OperatorNormOf(ToCore(norm.Argument)),
        DeterminantGenerator determinant => Expr.DeterminantOf(ToCore(determinant.Argument)),
        DimensionPowerGenerator power => Expr.DeterminantOf(Expr.Times(ToCore(Form.Of(power.Base)), Expr.Identity(power.Exponent))),
        ExpectationGenerator mean => Expr.ExpectationOf(ToCore(mean.Body, 1), [mean.Bound]),
        _ => throw new NotTreatedException("printing a closed scalar"),
    };

    /// <summary>A cycle in the direction with fewer transposes; a chain from its size 1 on.</summary>
    private static Expr OfCycle(Word word)
    {
        var letters = word.Letters;
        var start = 0;
        var transposed = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            start = letters[i].Rows.IsOne ? i : start;
            transposed += letters[i].IsTransposed ? 1 : letters[i].Atom.IsSymmetric ? 0 : -1;
        }

        Letter[] cycle = [.. letters[start..], .. letters[..start]];
        cycle = transposed > 0 ? WordProduct.Reversed(cycle) : cycle;
        return cycle.Length > 2 && cycle[0].Atom.IsUnitVector && cycle[^1].Atom.IsUnitVector
            ? Expr.Times(ToCore(cycle[0]), Product(cycle.AsSpan()[1..^1]), ToCore(cycle[^1]))
            : Expr.TraceOf(Product(cycle));
    }

    private static Expr Product(ReadOnlySpan<Letter> letters)
    {
        var product = ToCore(letters[0]);
        foreach (var letter in letters[1..])
        {
            product = Expr.Times(product, ToCore(letter));
        }

        return product;
    }

    private static Expr ToCore(Letter letter)
    {
        var argument = ToCore(letter.Atom);
        argument = letter.IsTransposed ? Expr.TransposeOf(argument) : argument;
        var element = letter.Element;
        if (element.IsLambda)
        {
            return argument;
        }

        if (letter.Atom.IsOrthogonal && element.IsPower && element.Units < 0)
        {
            var transpose = Expr.TransposeOf(argument);
            return element.Units == -Monomial.Unit ? transpose : Expr.Pow(transpose, new Rational(-element.Units, Monomial.Unit));
        }

        Expr? product = element.Units == 0 ? null : Expr.Pow(argument, new Rational(element.Units, Monomial.Unit));
        foreach (var (pole, units) in element.Shifts)
        {
            product = Times(product, Expr.Pow(Shifted(argument, pole), new Rational(units, Monomial.Unit)));
        }

        return element.Pole is { } own ? Times(product, Expr.Pow(Shifted(argument, own), -element.Multiplicity)) : product!;
    }

    private static Expr Times(Expr? left, Expr right) => left is null ? right : Expr.Times(left, right);

    private static Expr Shifted(Expr argument, Pole pole) =>
        Expr.Add(argument, Expr.Times(ToCore(-pole.Value), Expr.Identity(argument.Shape.Rows)));

    private static Expr ToCore(Atom atom) => atom switch
    {
        SymbolAtom symbol => Expr.Of(symbol.Symbol),
        SumAtom sum => ToCore(sum.Sum),
        DiagonalAtom diagonal => Expr.DiagonalOf(ToCore(diagonal.Word)),
        HadamardAtom product => product.Factors.Select(ToCore).Aggregate(Expr.EntrywiseProduct),
        ExpectationAtom mean => Expr.ExpectationOf(mean.Factor.IsOne ? ToCore(mean.Word) : Expr.Times(ToCore(mean.Factor, 1), ToCore(mean.Word)), [mean.Bound]),
        SoftmaxAtom softmax => Expr.SoftmaxOf(ToCore(softmax.Argument)),
        UnitAtom unit => Expr.Unit(unit.Shape.Rows, unit.Position),
        _ => Expr.Ones(atom.Shape.Rows),
    };
}
