using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Checks;
using Verify.Coordinates.Evaluation;
using Verify.Coordinates.Instances;
using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Coordinates.Tests.Examining;

/// <summary>The counterexamples reported for the false claims of the catalogue cannot be made smaller by taking something away.</summary>
public sealed class SmallestTests
{
    private static readonly ImmutableArray<string> Files = ["block-matrices", "calculus", "conditions-and-orders", "diagonal-covariance", "gaussian-moments", "inequalities", "small-sizes-mislead"];

    public static TheoryData<string> Refuted => [.. Files];

    [Theory]
    [MemberData(nameof(Refuted))]
    public void No_entry_can_be_dropped(string file) => Each(file, (claim, counterexample) =>
    {
        var instance = InstanceOf(counterexample);
        Assert.True(Fails(claim, instance) != false, claim.Name);
        foreach (var (symbol, value) in instance.Values)
        {
            foreach (var (i, j) in Enumerable.Range(0, value.Length).Select(place => (place / value.GetLength(1), place % value.GetLength(1))))
            {
                var dropped = (Rational[,])value.Clone();
                dropped[i, j] = 0;
                if (symbol.Is(MatrixAttributes.Symmetric))
                {
                    dropped[j, i] = 0;
                }

                Assert.False(!value[i, j].IsZero && Attributes.Allow(symbol, dropped) && Fails(claim, instance.With(symbol, dropped)) == true, $"{claim.Name}: {symbol.Name}[{i}, {j}]");
            }
        }
    });

    [Theory]
    [MemberData(nameof(Refuted))]
    public void No_dimension_can_be_lowered(string file) => Each(file, (claim, counterexample) =>
    {
        var sizes = counterexample.Dimensions.ToImmutableDictionary(size => size.Key.Name, size => size.Value);
        foreach (var (dimension, size) in counterexample.Dimensions.Where(size => size.Value > 1))
        {
            var smaller = RouteSettings.Default with { FixedDimensions = sizes.SetItem(dimension.Name, size - 1) };
            Assert.NotEqual(Outcome.Disagrees, new CoordinatesRoute().Examine(claim, smaller, CancellationToken.None).Outcome);
        }
    });

    private static void Each(string file, Action<Claim, Counterexample> test)
    {
        var tested = 0;
        foreach (var claim in ClaimReader.Read(RepositoryFiles.PathOf("proofs", "counterexamples", $"{file}.claim")).Claims)
        {
            if (new CoordinatesRoute().Examine(claim, RouteSettings.Default, CancellationToken.None) is { Outcome: Outcome.Disagrees, Counterexample: { } counterexample })
            {
                test(claim, counterexample);
                tested++;
            }
        }

        Assert.True(tested > 1, $"only {tested} claims of {file}");
    }

    private static Instance InstanceOf(Counterexample counterexample) => new(
        counterexample.Dimensions.ToImmutableDictionary(size => size.Key, size => size.Value),
        counterexample.Values.ToImmutableDictionary(value => value.Key, value => Entries(value.Value)),
        (symbol, _, _) => throw new UndefinedException(symbol.Name));

    private static Rational[,] Entries(ImmutableArray<ImmutableArray<Rational>> rows)
    {
        var value = new Rational[rows.Length, rows[0].Length];
        foreach (var (i, row) in rows.Index())
        {
            foreach (var (j, entry) in row.Index())
            {
                value[i, j] = entry;
            }
        }

        return value;
    }

    // Null where the conditions fail or a side has no exact value.
    private static bool? Fails(Claim claim, Instance instance)
    {
        try
        {
            var evaluator = new Evaluator(instance, Evaluating.Ring(2));
            return !claim.Conditions.All(condition => new ComparisonCheck(condition).At(evaluator) is Holds) ? null : StatementCheck.Of(claim.Statement).At(evaluator) is Fails;
        }
        catch (ObstacleException)
        {
            return null;
        }
    }
}
