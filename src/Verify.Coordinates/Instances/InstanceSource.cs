using System.Collections.Immutable;
using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Evaluation;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>The instances of one claim: generic ones at random, small ones in order. Everything follows from the seed.</summary>
internal sealed class InstanceSource(Claim claim, StatementTraits traits, ulong seed, Func<Instance, Evaluator> evaluatorAt)
{
    private const int Attempts = 12;
    private readonly Sampler _sampler = new(traits.MatrixRoots, traits.NeedsSpectrum);

    /// <summary>A generic instance that satisfies the conditions, or null where none was found.</summary>
    public Instance? Generic(ImmutableDictionary<Dimension, int> sizes, int number)
    {
        var random = SplitMix.For(seed + (ulong)number, string.Join(",", traits.Dimensions.Select(d => sizes[d])));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var instance = Bare(sizes, random.Next());
            foreach (var symbol in traits.Symbols)
            {
                instance = instance.With(symbol, _sampler.Draw(symbol, Size(symbol.Shape.Rows, sizes), Size(symbol.Shape.Columns, sizes), random));
            }

            if (claim.Conditions.IsDefaultOrEmpty)
            {
                return instance;
            }

            var tight = number % 3 == 2 ? new ConditionSolver(evaluatorAt, [.. claim.Conditions.Select(OnBoundary)], traits.Symbols, random).Solve(instance) : null;
            if ((tight ?? new ConditionSolver(evaluatorAt, claim.Conditions, traits.Symbols, random).Solve(instance)) is { } solved)
            {
                return solved;
            }
        }

        return null;
    }

    /// <summary>Small instances in order; the conditions may fail there.</summary>
    public IEnumerable<Instance> Small(ImmutableDictionary<Dimension, int> sizes) =>
        SmallInstances.Of(Bare(sizes, seed), traits.Symbols, size => Size(size, sizes));

    /// <summary>What follows from s ≥ 1 fails, if anywhere, most often at s = 1, which no random value meets.</summary>
    private static Comparison OnBoundary(Comparison condition) => condition.Left.IsScalar && condition.Relation is Relation.LessOrEqual or Relation.GreaterOrEqual
        ? condition with { Relation = Relation.Equal }
        : condition;

    private static int Size(Size size, ImmutableDictionary<Dimension, int> sizes) =>
        size.Dimensions.All(sizes.ContainsKey) ? size.Evaluate(dimension => sizes[dimension])
        : throw new NotTreatedException("a symbol sized by a dimension that grows");

    private Instance Bare(ImmutableDictionary<Dimension, int> sizes, ulong lawSeed)
    {
        var laws = new Dictionary<(string, int, int), IReadOnlyList<Atom>>();
        return new(sizes, ImmutableDictionary<Symbol, Rational[,]>.Empty, (symbol, rows, columns) =>
        {
            // Copies of one symbol share its name, so they share its law.
            if (!laws.TryGetValue((symbol.Name, rows, columns), out var atoms))
            {
                laws[(symbol.Name, rows, columns)] = atoms = Atoms(symbol, rows, columns, SplitMix.For(lawSeed, $"{symbol.Name} {rows} {columns}"));
            }

            return atoms;
        });
    }

    // Three values with different chances: two would satisfy relations between moments that other laws break.
    private IReadOnlyList<Atom> Atoms(Symbol symbol, int rows, int columns, SplitMix random) =>
        [.. new[] { new Rational(1, 2), new(1, 3), new(1, 6) }.Select(chance => new Atom(chance, _sampler.Draw(symbol, rows, columns, random)))];
}
