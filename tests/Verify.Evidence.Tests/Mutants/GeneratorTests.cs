using Verify.Evidence.Mutants;
using Verify.Language;
using Verify.Language.Printing;

namespace Verify.Evidence.Tests.Mutants;

public sealed class GeneratorTests
{
    [Fact]
    public void No_two_mutants_read_the_same_and_none_reads_as_the_claim()
    {
        var made = MutantsOf.Statement("E[X' X A X' X] = N (N + 1) Λ A Λ + N tr(A Λ) Λ");
        var texts = made.Mutants.Select(mutant => CorePrinter.Print(mutant.Claim.Statement)).Append(CorePrinter.Print(made.Claim.Statement)).ToList();
        Assert.True(texts.Count > 30);
        Assert.Equal(texts.Distinct(), texts);
    }

    [Fact]
    public void Mutants_are_made_in_the_same_order_again()
    {
        var texts = Enumerable.Range(0, 2).Select(_ => MutantsOf.Statement("grad(tr(U' A U B); U) = A U B + A' U B'").Mutants.Select(mutant => $"{mutant.Rule} {CorePrinter.Print(mutant.Claim.Statement)}").ToList()).ToList();
        Assert.Equal(texts[0], texts[1]);
    }

    [Fact]
    public void What_a_definition_stands_for_is_not_looked_into_not_even_under_a_binder()
    {
        string[] changed = [.. MutantsOf.Statement("grad(tr(G U G U'); U) = 2 G U G").Mutants.Select(mutant => mutant.From)];
        Assert.Contains(changed, from => from.Contains("U'"));
        Assert.DoesNotContain("Λ", changed);
        Assert.DoesNotContain("1/N", changed);
    }

    [Fact]
    public void Written_out_the_same_is_looked_into() =>
        Assert.Contains("Ω", MutantsOf.Statement("A = (1 + 1/N) Ω + tr(Ω)/N * I").Mutants.Select(mutant => mutant.From));

    [Fact]
    public void The_loss_and_the_start_of_a_flow_stay_as_they_are()
    {
        var made = MutantsOf.Statement("flow(tr(U' Λ U - 2 U); U = A) -> U = Λ^-1");
        Assert.NotEmpty(made.Mutants);
        Assert.All(made.Mutants, mutant => Assert.Equal(((FlowLimit)made.Claim.Statement).Flow, ((FlowLimit)mutant.Claim.Statement).Flow));
    }

    [Fact]
    public void The_value_of_a_minimum_never_mentions_what_is_minimised_over() =>
        Assert.All(MutantsOf.Statement("min(tr(U' Λ U - 2 U A); U) = -tr(A' Λ^-1 A)").Mutants, mutant =>
            Assert.DoesNotContain(((MinimumClaim)mutant.Claim.Statement).Parameters.Single(), ((MinimumClaim)mutant.Claim.Statement).Value.FreeSymbols));

    [Fact]
    public void A_changed_expectation_binds_symbols_of_its_own()
    {
        var made = MutantsOf.Statement("E[X' X A] = N Λ A");
        var original = ((Expectation)((Comparison)made.Claim.Statement).Left).Bound.Single();
        var inside = made.Mutants.Where(mutant => mutant.Place == "left side").Select(mutant => ((Comparison)mutant.Claim.Statement).Left).OfType<Expectation>().ToList();
        Assert.NotEmpty(inside);
        Assert.All(inside, mean => Assert.NotEqual(original, mean.Bound.Single()));
    }

    [Fact]
    public void There_is_a_bound_on_the_mutants_of_one_claim_and_those_left_are_of_every_side()
    {
        var made = MutantsOf.Statement("A B C + B C A + C A B + A C B + Λ A Ω B = B A C + A B Λ + Ω C A + C B Ω + B B A C");
        Assert.Equal(MutantGenerator.Most, made.Mutants.Length);
        Assert.True(made.Made > MutantGenerator.Most);
        Assert.Equal(["left side", "right side"], made.Mutants.Select(mutant => mutant.Place).Distinct());
    }

    [Fact]
    public void Steps_stay_only_where_a_condition_is_removed()
    {
        var file = MutantsOf.File("claim \"c\": s^2 <= t^2 + s^2 assuming t > 0 by t^2 >= 0");
        Assert.All(MutantGenerator.Of(file.Claims.Single(), []).Mutants, mutant => Assert.Equal(mutant.Rule == "condition removed", !mutant.Claim.Steps.IsEmpty));
    }
}
