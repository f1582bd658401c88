using Verify.Evidence.Mutants;
using Verify.Testing;

namespace Verify.Evidence.Tests.Mutants;

/// <summary>The short form of `verify mutate proofs`: a few files of proofs/ that hold every kind of statement and to which every rule applies.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] Files =
    [
        "language/comparisons", "language/conditions", "language/flows", "language/limits", "language/minima", "language/spellings", "language/steps", "gaussian/wishart-moments",
        "inequalities/norms-of-large-matrices", "zhang-frei-bartlett-2024/covariance-moments", "zhang-frei-bartlett-2024/diagonal-balance", "zhang-frei-bartlett-2024/diagonal-minimum",
        "zhang-frei-bartlett-2024/diagonal-gradient-flow",
    ];

    private static readonly Lazy<MutationReport> Judged = new(() =>
        MutationRun.Of(Checker.Read([.. Files.Select(file => RepositoryFiles.PathOf("proofs", file + ".claim"))], 2), RunSettings.Default with { Threads = 2 }, _ => { }, CancellationToken.None));

    [Fact]
    public void Every_rule_and_every_kind_of_statement_is_there()
    {
        Assert.Equal(MutantGenerator.RuleNames, Judged.Value.ByRule.Select(row => row.Rule));
        Assert.Equal(StatementKinds.All.Select(kind => kind.Kind), Judged.Value.ByKind.Select(row => row.Kind));
    }

    [Fact]
    public void All_mutants_of_identities_gradients_minima_and_conserved_quantities_are_settled()
    {
        Assert.Empty(Judged.Value.Errors);
        Assert.True(Judged.Value.IsSettled);
        Assert.All(Judged.Value.ByKind.Where(row => row.Kind.MustBeSettled()), row => Assert.Equal(1, row.Score.Settled));
    }

    [Fact]
    public void At_most_one_in_twenty_mutants_of_inequalities_and_flows_survives()
    {
        var score = Score.Of([.. Judged.Value.Claims.Where(claim => !claim.Kind.MustBeSettled()).SelectMany(claim => claim.Mutants)]);
        Assert.True(score.Total > 200);
        Assert.InRange(score.Settled, 0.95, 1);
    }

    [Fact]
    public void Few_mutants_say_nothing_and_those_are_of_limits_and_minima() =>
        Assert.All(Judged.Value.Claims.Where(claim => claim.Mutants.Any(mutant => mutant.Fate == Fate.Void)), claim => Assert.Matches("lim|min", claim.Claim.Text));
}
