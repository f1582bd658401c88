using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Evidence.Tests.Soundness;

/// <summary>Every step of a derivation is a claim of its own: the exact check, which shares no code with the algebra, replays it, expectations and gradients included.</summary>
public sealed class DerivationsReplayedTests
{
    private const long WorkLimit = 200_000;

    [Theory]
    [InlineData("zhang-frei-bartlett-2024")]
    [InlineData("calculus")]
    public void TheExactCheckAgreesWithEveryStep(string folder)
    {
        var (algebra, exact) = (RouteCatalogue.Built[0], RouteCatalogue.Built[1]);
        var (seen, replayed) = (new HashSet<(Expr, Expr)>(), 0);
        foreach (var claim in RepositoryFiles.ClaimFiles(folder).SelectMany(path => ClaimReader.Read(path).Claims).Where(claim => claim.Conditions.IsEmpty && (claim.Statement is not AlongFlow || claim.Steps.IsEmpty)))
        {
            foreach (var step in algebra.Examine(claim, RouteSettings.Default, CancellationToken.None).Derivation.Where(step => !IsSplit(claim, step) && seen.Add((step.From, step.To))))
            {
                var finding = exact.Examine(AsClaim(claim, step), RouteSettings.Default with { WorkLimit = WorkLimit }, CancellationToken.None);
                Assert.True(finding.Outcome != Outcome.Disagrees, $"{claim.Place.File}: {claim.Name}: {step.Rule}");
                replayed += finding.Outcome == Outcome.Agrees ? 1 : 0;
            }
        }

        Assert.True(replayed > seen.Count / 2, $"only {replayed} of {seen.Count} steps were replayed");
    }

    /// <summary>The blocks of an unsplit symbol are symbols of their own to the exact check, which would give them other values.</summary>
    private static bool IsSplit(Claim claim, DerivationStep step) => step.To.FreeSymbols.Except(step.From.FreeSymbols).Any(symbol => !claim.Symbols.Contains(symbol));

    /// <summary>The step as a claim; a step may speak of symbols that the algebra made, such as blocks and products of parameters.</summary>
    private static Claim AsClaim(Claim claim, DerivationStep step)
    {
        var made = step.From.FreeSymbols.Union(step.To.FreeSymbols).Order().Where(symbol => !claim.Symbols.Contains(symbol));
        return claim with { ExpectedTrue = true, Statement = new Comparison(step.From, step.Relation, step.To), Symbols = [.. claim.Symbols, .. made] };
    }
}
