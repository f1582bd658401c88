using System.Collections.Immutable;
using FsCheck.Fluent;
using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Instances;
using Verify.Testing;

namespace Verify.Simulation.Tests.Instances;

/// <summary>Whole instances: shapes, seeds, laws, and random symbols that stay free.</summary>
public sealed class InstanceDrawTests
{
    private static readonly ImmutableDictionary<Dimension, int> Sizes = ImmutableDictionary<Dimension, int>.Empty.Add(SampleSymbols.D, 4).Add(SampleSymbols.N, 7);
    private static readonly InstanceDraw Draws = new(SampleSymbols.All, 1, PlainEvaluator.Evaluate);

    [Fact]
    public void Every_symbol_has_a_value_of_its_shape()
    {
        var instance = Draws.Draw(Sizes, 0);
        Assert.All(SampleSymbols.All, symbol => Assert.Equal(
            (instance.SizeOf(symbol.Shape.Rows), instance.SizeOf(symbol.Shape.Columns)), (instance.Values[symbol].Rows, instance.Values[symbol].Columns)));
    }

    [Fact]
    public void Seed_number_and_sizes_determine_the_values_and_each_changes_them() => Prop.ForAll(Gen.Choose(1, 10000).ToArbitrary(), number =>
    {
        string Text(InstanceDraw draws, int which) => draws.Draw(Sizes, which) is var instance ? string.Join(" ", draws.Symbols.SelectMany(symbol => instance.Values[symbol].Entries)) : "";
        return Text(Draws, number) == Text(Draws, number)
            && Text(Draws, number) != Text(Draws, number + 1)
            && Text(Draws, number) != Text(Draws with { Seed = 2 }, number);
    }).Holds(30);

    [Fact]
    public void A_value_does_not_depend_on_what_else_is_drawn() =>
        Assert.Equal(Draws.Draw(Sizes, 3).Values[SampleSymbols.U].Entries, (Draws with { Symbols = [SampleSymbols.U] }).Draw(Sizes, 3).Values[SampleSymbols.U].Entries);

    [Fact]
    public void Symbols_of_one_shape_have_different_values() =>
        Assert.NotEqual(Draws.Draw(Sizes, 3).Values[SampleSymbols.U].Entries, Draws.Draw(Sizes, 3).Values[SampleSymbols.A].Entries);

    [Fact]
    public void An_unknown_law_has_three_values_shared_by_copies_of_the_symbol()
    {
        Symbol Copy(string name) => new(name, new(SampleSymbols.D, SampleSymbols.D), SymbolRole.Random, MatrixAttributes.PositiveDefinite, law: new AnyLaw());
        var instance = Draws.Draw(Sizes, 0);
        var atoms = instance.Laws(Copy("Φ"), 4, 4);
        Assert.Equal([1.0 / 2, 1.0 / 3, 1.0 / 6], atoms.Select(atom => atom.Probability));
        Assert.All(atoms, atom => Assert.True(Cholesky.Factorise([.. atom.Value.Entries], 4)));
        Assert.Equal(3, atoms.Select(atom => atom.Value[0, 0]).Distinct().Count());
        Assert.Equal(Entries(atoms), Entries(Draws.Draw(Sizes, 0).Laws(Copy("Φ"), 4, 4)));
        Assert.NotEqual(Entries(atoms), Entries(instance.Laws(Copy("Ψ"), 4, 4)));
        Assert.Equal(5, instance.Laws(Copy("Φ"), 5, 5)[0].Value.Rows);
    }

    [Fact]
    public void A_free_random_symbol_lies_where_a_singular_covariance_puts_it()
    {
        var claim = Assert.Single(SoundFile.Read("""
            dim d, N
            vector b, m : d
            random X : N × d ~ normal(mean: m, rows: b b')
            random w : d ~ normal(mean: m, cov: b b')
            claim "free": norm(X) = norm(w)
            """).Claims);
        var sizes = claim.Dimensions.ToImmutableDictionary(dimension => dimension, dimension => dimension.Name == "d" ? 4 : 6);
        foreach (var number in Enumerable.Range(0, 20))
        {
            var instance = new InstanceDraw(claim.Symbols, 1, PlainEvaluator.Evaluate).Draw(sizes, number);
            Matrix Value(string name) => instance.Values[claim.Symbols.Single(symbol => symbol.Name == name)];
            var (b, m, x, w) = (Value("b").Entries, Value("m").Entries, Value("X"), Value("w").Entries);
            Assert.True(IsMultiple(w, m, b));
            Assert.NotEqual(m, w);
            Assert.All(Enumerable.Range(0, 6), i => Assert.True(IsMultiple(x.Entries[(4 * i)..(4 * (i + 1))], m, b)));
            Assert.NotEqual(x.Entries[..4], x.Entries[4..8]);
        }
    }

    private static bool IsMultiple(double[] value, double[] mean, double[] direction)
    {
        var difference = value.Zip(mean, (x, y) => x - y).ToArray();
        var factor = difference.Zip(direction, (x, y) => x * y).Sum() / direction.Sum(y => y * y);
        return difference.Zip(direction, (x, y) => Math.Abs(x - (factor * y))).Max() < 1e-12;
    }

    private static double[] Entries(IReadOnlyList<Atom> atoms) => [.. atoms.SelectMany(atom => atom.Value.Entries)];
}
