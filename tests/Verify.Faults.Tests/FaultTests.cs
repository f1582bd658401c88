using Verify.Faults.Injection;
using Verify.Faults.Table;
using Verify.Testing;

namespace Verify.Faults.Tests;

/// <summary>The table of faults, and that injecting one can come out either way.</summary>
public sealed class FaultTests
{
    private static readonly Fault NoFault = new("none", "nothing is changed", "Verify.Symbolics/Words/Traces.cs", "candidate < 2 * n", "candidate < 2 * n");

    [Fact]
    public void What_changes_nothing_is_not_caught()
    {
        using var tool = new FaultyTool(NoFault);
        var run = tool.Check(["proofs/language/operators.claim", "proofs/counterexamples/calculus.claim"], threads: 1);
        Assert.False(run.Caught);
        Assert.Equal(0, run.Status);
        Assert.Empty(run.Claims);
    }

    [Fact]
    public void A_fragment_stands_once_in_its_file() =>
        Assert.All(FaultTable.All, fault => Assert.NotEqual(fault.In(File.ReadAllText(RepositoryFiles.PathOf("src", fault.File))), File.ReadAllText(RepositoryFiles.PathOf("src", fault.File))));

    [Theory]
    [InlineData("", "no such fragment")]
    [InlineData("x x", "x")]
    public void A_fragment_that_is_not_there_once_is_an_error(string text, string fragment) =>
        Assert.Throws<InvalidOperationException>(() => (NoFault with { Fragment = fragment }).In(text));

    [Fact]
    public void What_does_not_compile_is_an_error() =>
        Assert.Contains("does not compile", Assert.Throws<InvalidOperationException>(() => SourceProject.Of(NoFault.Project).With(NoFault with { Replacement = "candidate <" })).Message);

    [Fact]
    public void Every_fault_names_claims_of_the_catalogue() => Assert.All(FaultTable.All, fault =>
    {
        Assert.NotEmpty(fault.Caught);
        Assert.All(fault.Caught, claim => Assert.Contains($"\"{claim[(claim.IndexOf(':') + 2)..]}\":", File.ReadAllText(RepositoryFiles.PathOf("proofs", $"{claim[..claim.IndexOf(':')]}.claim"))));
    });

    [Fact]
    public void Faults_have_different_names() => Assert.Equal(FaultTable.All.Length, FaultTable.All.Select(fault => fault.What).Distinct().Count());

    /// <summary>The parts that a fault is asked of.</summary>
    [Fact]
    public void Every_part_has_faults() => Assert.All(
        ["size inference", "block splitting", "Stein recurrence", "trace normal form", "partial fractions", "gradient", "coordinate moments", "generator", "integrator's step"],
        part => Assert.True(FaultTable.All.Count(fault => fault.Part == part) >= 2, part));

    [Fact]
    public void The_page_names_every_fault()
    {
        var page = File.ReadAllText(RepositoryFiles.PathOf("docs", "faults.md"));
        Assert.All(FaultTable.All, fault => Assert.Contains($"| {fault.Part} | {fault.What} |", page));
    }
}
