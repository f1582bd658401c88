using System.Collections.Immutable;
using Verify.Language;
using Verify.Language.Elaboration;
using Verify.Language.Printing;

namespace Verify.Evidence.Mutants;

/// <summary>The mutants of one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Mutants">Those that are checked, in order.</param>
/// <param name="Made">How many the rules make.</param>
public sealed record MutantsOfClaim(Claim Claim, ImmutableArray<Mutant> Mutants, int Made)
{
    /// <summary>The same, knowing the other claims of the file.</summary>
    public MutantsOfClaim Among(ImmutableArray<Claim> neighbours) => this with { Mutants = [.. Mutants.Select(mutant => mutant with { Neighbours = neighbours })] };
}

/// <summary>Makes every mutant of a claim, in a fixed order: side by side, place by place from the outermost in, rule by rule; then those of the statement as a whole.</summary>
public static class MutantGenerator
{
    /// <summary>The most mutants of one claim. Where the rules make more, as many are taken at even distances.</summary>
    public const int Most = 100;

    /// <summary>The names of all rules, in the order of the table.</summary>
    public static ImmutableArray<string> RuleNames { get; } = [.. MutationTable.Rules.Select(rule => rule.Name), .. StatementMutations.Names];

    /// <summary>The mutants. What two rules make alike is one mutant, and what reads as the claim does is none.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="definitions">What the definitions of its file stand for; they are not looked into.</param>
    public static MutantsOfClaim Of(Claim claim, IEnumerable<Expr> definitions)
    {
        ImmutableArray<Mutant> all = [.. OfSides(claim, new Definitions(definitions)), .. StatementMutations.Of(claim)];
        return new(claim, all.Length <= Most ? all : [.. Enumerable.Range(0, Most).Select(i => all[i * all.Length / Most])], all.Length);
    }

    private static IEnumerable<Mutant> OfSides(Claim claim, Definitions definitions)
    {
        foreach (var side in Sides.Of(claim.Statement))
        {
            var seen = new HashSet<int> { definitions.NumberOf(side.Expression) };
            ImmutableArray<Symbol> symbols = [.. claim.Symbols.Where(symbol => !side.Excluded.Contains(symbol))];
            foreach (var (spot, rebuild) in Spots.Of(side, symbols, claim.Dimensions, definitions.Contains))
            {
                foreach (var rule in MutationTable.Rules)
                {
                    foreach (var changed in rule.At(spot))
                    {
                        var whole = rebuild(changed);
                        if (seen.Add(definitions.NumberOf(whole)) && Determinacy.Of(whole))
                        {
                            var mutant = claim with { Statement = side.With(whole), Steps = [] };
                            yield return new(rule.Name, side.Place, CorePrinter.Print(spot.Expression), CorePrinter.Print(changed), mutant) { Change = new(claim, side.Expression, whole, spot.Expression, changed) { Factor = rule.Factor } };
                        }
                    }
                }
            }
        }
    }
}
