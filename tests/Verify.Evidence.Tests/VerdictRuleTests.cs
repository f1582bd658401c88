using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Language.Routes;
using Verify.Testing;
using Outcome = Verify.Language.Routes.Outcome;

namespace Verify.Evidence.Tests;

public sealed class VerdictRuleTests
{
    /// <summary>Any two or three findings, with and without a counterexample, with and without instances, with satisfiable conditions or none, sound or contradicting themselves.</summary>
    private static readonly Arbitrary<ImmutableArray<RouteReport>> AnyReports = Gen.ArrayOf(
            from outcome in Gen.Elements(Enum.GetValues<Outcome>())
            from shown in Gen.Elements(true, false)
            from instances in Gen.Elements<int?>(null, 0, 3)
            from empty in Gen.Frequency((5, Gen.Constant((false, false))), (1, Gen.Constant((true, false))), (1, Gen.Constant((false, true))))
            from fault in Gen.Frequency((7, Gen.Constant(false)), (1, Gen.Constant(true)))
            select fault ? new(Outcome.Undecided, "the variance does not fit the draws") { Instances = instances, FoundFault = true } : Finding(outcome, shown, instances, empty))
        .Where(findings => findings.Length is 2 or 3)
        .Select(findings => findings.Select((finding, index) => new RouteReport($"route{index}", finding, TimeSpan.Zero)).ToImmutableArray())
        .ToArbitrary();

    [Fact]
    public void A_proof_that_a_route_contradicts_is_a_conflict() => Implies(
        routes => Has(routes, Outcome.Proved) && Has(routes, Outcome.Disagrees), verdict => verdict == Verdict.Conflict);

    [Fact]
    public void Proved_needs_a_proof_that_nothing_contradicts_and_values_that_satisfy_the_conditions() => Backwards(
        Verdict.Proved, routes => Has(routes, Outcome.Proved) && !Has(routes, Outcome.Disagrees) && !Empty(routes) && !Faulty(routes));

    [Fact]
    public void Refuted_needs_a_counterexample_and_no_proof() => Backwards(
        Verdict.Refuted, routes => routes.Any(Shows) && !Has(routes, Outcome.Proved) && !Empty(routes));

    [Fact]
    public void A_counterexample_without_a_proof_refutes() => Implies(
        routes => routes.Any(Shows) && !Has(routes, Outcome.Proved) && !Empty(routes) && !Faulty(routes), verdict => verdict == Verdict.Refuted);

    [Fact]
    public void Supported_needs_agreement_and_no_disagreement() => Backwards(
        Verdict.Supported, routes => Has(routes, Outcome.Agrees) && !Has(routes, Outcome.Disagrees) && !Has(routes, Outcome.Proved));

    [Fact]
    public void Agreement_alone_supports() => Implies(
        routes => Has(routes, Outcome.Agrees) && !Has(routes, Outcome.Disagrees) && !Has(routes, Outcome.Proved) && !Empty(routes) && !Faulty(routes), verdict => verdict == Verdict.Supported);

    [Fact]
    public void Where_nothing_satisfies_the_conditions_nothing_is_decided() => Implies(
        Empty, verdict => verdict is Verdict.Undecided or Verdict.Conflict);

    [Fact]
    public void An_instance_of_conditions_that_nothing_satisfies_is_a_conflict() => Implies(
        routes => Established(routes) && routes.Any(route => route.Finding is { Outcome: Outcome.Agrees, Instances: > 0 }), verdict => verdict == Verdict.Conflict);

    [Fact]
    public void A_search_that_found_no_instance_gives_way_to_one_that_did() => Implies(
        routes => routes.Any(route => route.Finding.FoundNoInstance) && !Established(routes) && !Faulty(routes) && routes.Any(AtAnInstance) && !Has(routes, Outcome.Disagrees),
        verdict => verdict is Verdict.Proved or Verdict.Supported);

    [Fact]
    public void Data_that_contradict_themselves_or_a_closed_form_are_a_conflict_whatever_else_is_found() => Implies(Faulty, verdict => verdict == Verdict.Conflict);

    [Fact]
    public void A_conflict_needs_a_fault_or_two_findings_that_exclude_each_other() => Backwards(
        Verdict.Conflict, routes => Faulty(routes) || (Has(routes, Outcome.Proved) && Has(routes, Outcome.Disagrees)) || (Empty(routes) && routes.Any(AtAnInstance)));

    [Fact]
    public void A_proof_or_a_counterexample_is_what_a_next_route_is_told_of() => Prop.ForAll(AnyReports, routes =>
        VerdictRule.Settled(routes) == (Empty(routes) ? null : routes.Any(Shows) ? Outcome.Disagrees : Has(routes, Outcome.Proved) ? Outcome.Proved : (Outcome?)null)).Holds(1000);

    [Fact]
    public void What_is_settled_is_the_verdict_unless_there_is_a_conflict() => Prop.ForAll(AnyReports, routes => VerdictRule.Settled(routes) switch
    {
        Outcome.Disagrees => VerdictRule.Join(routes) is Verdict.Refuted or Verdict.Conflict,
        Outcome.Proved => VerdictRule.Join(routes) is Verdict.Proved or Verdict.Conflict,
        _ => VerdictRule.Join(routes) is not (Verdict.Refuted or Verdict.Proved),
    }).Holds(1000);

    [Fact]
    public void The_order_of_the_routes_does_not_matter() =>
        Prop.ForAll(AnyReports, routes => VerdictRule.Join(routes) == VerdictRule.Join([.. routes.Reverse()])).Holds(500);

    [Fact]
    public void What_is_undecided_says_what_was_tried() => Prop.ForAll(AnyReports, routes =>
        VerdictRule.Join(routes) is not Verdict.Undecided || Empty(routes)
        || routes.All(route => VerdictRule.Reason(Verdict.Undecided, routes).Contains(route.Route))).Holds(500);

    private static void Implies(Func<ImmutableArray<RouteReport>, bool> premise, Func<Verdict, bool> conclusion) =>
        Prop.ForAll(AnyReports, routes => !premise(routes) || conclusion(VerdictRule.Join(routes))).Holds(1000);

    private static void Backwards(Verdict verdict, Func<ImmutableArray<RouteReport>, bool> evidence) =>
        Prop.ForAll(AnyReports, routes => VerdictRule.Join(routes) != verdict || evidence(routes)).Holds(1000);

    private static bool Has(ImmutableArray<RouteReport> routes, Outcome outcome) => routes.Any(route => route.Finding.Outcome == outcome);

    private static bool Empty(ImmutableArray<RouteReport> routes) => Established(routes) || (routes.Any(route => route.Finding.FoundNoInstance) && !routes.Any(AtAnInstance));

    private static bool Established(ImmutableArray<RouteReport> routes) => routes.Any(route => route.Finding.NothingSatisfiesConditions);

    private static bool Faulty(ImmutableArray<RouteReport> routes) => routes.Any(route => route.Finding.FoundFault);

    private static bool AtAnInstance(RouteReport route) => Shows(route) || route.Finding is { Outcome: Outcome.Agrees, Instances: > 0 };

    private static bool Shows(RouteReport route) => route.Finding is { Outcome: Outcome.Disagrees, Counterexample: not null };

    private static Finding Finding(Outcome outcome, bool shown, int? instances, (bool Established, bool Searched) empty) => empty is not (false, false)
        ? new(Outcome.Undecided, "no value satisfies c > 1, c < 0") { NothingSatisfiesConditions = empty.Established, FoundNoInstance = empty.Searched }
        : new(outcome, "") { Instances = instances, Counterexample = shown && outcome == Outcome.Disagrees ? Made.Counterexample() : null };
}
