using System.Collections.Immutable;
using Verify.Faults.Injection;
using Verify.Faults.Table;

namespace Verify.Faults.Tests;

/// <summary>The short form of the campaign: of each part the first fault and every third after it, against the claims that are enough to catch it. The classes run side by side.</summary>
internal static class Caught
{
    private const int Every = 3;

    public static TheoryData<string> Names(ImmutableArray<Fault> faults) =>
        [.. faults.GroupBy(fault => fault.Part).SelectMany(part => part.Where((_, place) => place % Every == 0)).Select(fault => fault.What)];

    public static void Check(string what)
    {
        using var tool = new FaultyTool(FaultTable.All.Single(fault => fault.What == what));
        var run = tool.CheckWhatCatches(threads: 1);
        Assert.True(run.Caught, $"status {run.Status}: {run.Trouble}");
    }
}

public sealed class ElaborationTests
{
    public static TheoryData<string> Faults => Caught.Names(ElaborationFaults.All);

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_claims_catch_a_fault_that_all_routes_share(string what) => Caught.Check(what);
}

public sealed class AlgebraTests
{
    public static TheoryData<string> Faults => Caught.Names(AlgebraFaults.All);

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_claims_catch_a_fault_of_the_algebra(string what) => Caught.Check(what);
}

public sealed class DecisionTests
{
    public static TheoryData<string> Faults => Caught.Names(DecisionFaults.All);

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_claims_catch_a_fault_of_what_the_algebra_decides(string what) => Caught.Check(what);
}

public sealed class NumericTests
{
    public static TheoryData<string> Faults => Caught.Names(NumericFaults.All);

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_claims_catch_a_fault_of_the_exact_check_or_the_simulation(string what) => Caught.Check(what);
}
