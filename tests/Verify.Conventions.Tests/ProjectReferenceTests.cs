using System.Xml.Linq;

namespace Verify.Conventions.Tests;

/// <summary>The routes share the core statement and the exact rational, and no other code: the project files enforce it.</summary>
public sealed class ProjectReferenceTests
{
    public static TheoryData<string, string[], string[]> Allowed => new()
    {
        { "Verify.Language", [], [] },
        { "Verify.Symbolics", ["Verify.Language"], [] },
        { "Verify.Coordinates", ["Verify.Language"], [] },
        { "Verify.Simulation", ["Verify.Language"], ["MathNet.Numerics"] },
        { "Verify.Evidence", ["Verify.Coordinates", "Verify.Language", "Verify.Simulation", "Verify.Symbolics"], [] },
        { "Verify.Attention", ["Verify.Evidence", "Verify.Language", "Verify.Simulation"], [] },
        { "Verify.Replay", ["Verify.Language"], [] },
        { "Verify.Reports", ["Verify.Attention", "Verify.Evidence", "Verify.Language"], [] },
        { "Verify.Cli", ["Verify.Attention", "Verify.Evidence", "Verify.Replay", "Verify.Reports"], ["Spectre.Console", "System.CommandLine"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_references_exactly_what_the_design_allows(string project, string[] projects, string[] packages)
    {
        var file = Project($"src/{project}/{project}.csproj");
        Assert.Equal(projects, Included(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).Order(StringComparer.Ordinal));
        Assert.Equal(packages, Included(file, "PackageReference").Order(StringComparer.Ordinal));
        Assert.Empty(Included(file, "Compile"));
    }

    [Fact]
    public void Every_project_has_its_references_pinned_here() =>
        Assert.Equal(Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension), Allowed.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Text("Verify.sln").Replace('\\', '/');
        Assert.All([.. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj")], path => Assert.Contains(path, solution));
    }

    [Fact]
    public void Only_the_evidence_sees_more_than_one_route()
    {
        var tests = Repository.Files("tests", ".csproj").Where(path => path.Contains("Symbolics.Tests") || path.Contains("Coordinates.Tests") || path.Contains("Simulation.Tests"));
        Assert.All(tests, path => Assert.Single(Included(Project(path), "ProjectReference"), reference => reference.Contains("Symbolics") || reference.Contains("Coordinates") || reference.Contains("Simulation")));
    }

    [Fact]
    public void Package_versions_are_central() => Assert.All(
        [.. Repository.Files("src", ".csproj"), .. Repository.Files("tests", ".csproj")],
        path => Assert.All(Project(path).Descendants("PackageReference"), package => Assert.Null(package.Attribute("Version"))));

    private static XDocument Project(string path) => XDocument.Parse(Repository.Text(path));

    private static IEnumerable<string> Included(XDocument project, string item) => project.Descendants(item).Select(reference => (string)reference.Attribute("Include")!);
}
