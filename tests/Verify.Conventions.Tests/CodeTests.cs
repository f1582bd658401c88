using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Verify.Conventions.Tests;

/// <summary>What every file keeps to.</summary>
public sealed partial class CodeTests
{
    private const int LongestFile = 300;

    public static TheoryData<string> Assemblies =>
        ["Verify.Language", "Verify.Symbolics", "Verify.Coordinates", "Verify.Simulation", "Verify.Evidence", "Verify.Attention", "Verify.Replay", "Verify.Reports", "verify"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_class_is_sealed_or_abstract(string assembly)
    {
        var open = Assembly.Load(assembly).GetTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(type));
        Assert.Empty(open.Select(type => type.FullName));
    }

    /// <summary>The benchmarks are left out: BenchmarkDotNet derives from them.</summary>
    [Fact]
    public void Every_class_and_record_in_the_source_is_sealed_abstract_or_static() =>
        Assert.Empty(Lines().Where(line => !line.Place.StartsWith("tests/Verify.Benchmarks/") && Declaration().IsMatch(line.Text) && !Modifier().IsMatch(line.Text)).Select(line => line.Place));

    [Fact]
    public void No_file_is_longer_than_its_idea() =>
        Assert.DoesNotContain(Repository.Code, path => Repository.Text(path).AsSpan().Count('\n') > LongestFile);

    [Fact]
    public void Nothing_is_left_open_or_skipped()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "Quick" + "Check(", "Sk" + "ip = \"", "Assert.True(" + "true"];
        Assert.Empty(Lines().Where(line => !line.Text.TrimStart().StartsWith("///")).SelectMany(line => marks.Where(mark => line.Text.Contains(mark)).Select(mark => $"{line.Place}: {mark}")));
    }

    [Fact]
    public void Nothing_names_a_machine()
    {
        string[] marks = ["/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/", "/tm" + "p/", "C:" + "\\Users", "../sha" + "red"];
        var files = Repository.Code.Concat(Repository.Files("proofs", ".claim", ".setting")).Concat(Repository.Files("docs", ".md")).Append("README.md").Append(".ci/run");
        Assert.Empty(files.SelectMany(path => marks.Where(Repository.Text(path).Contains).Select(mark => $"{path}: {mark}")));
    }

    [Fact]
    public void Warnings_are_errors_nulls_are_typed_and_public_members_are_documented()
    {
        var properties = XDocument.Parse(Repository.Text("Directory.Build.props")).Descendants("PropertyGroup").Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal("true", properties["TreatWarningsAsErrors"]);
        Assert.Equal("enable", properties["Nullable"]);
        Assert.Equal("true", properties["GenerateDocumentationFile"]);
        Assert.All(Repository.Files("src", ".csproj"), path => Assert.DoesNotContain("NoWarn", Repository.Text(path)));
        Assert.Empty(Lines().Where(line => line.Place.StartsWith("src/") && line.Text.Contains("#pragma warning")).Select(line => line.Place));
    }

    private static IEnumerable<(string Place, string Text)> Lines() =>
        Repository.Code.SelectMany(path => Repository.Text(path).Split('\n').Select((text, index) => ($"{path}:{index + 1}", text)));

    private static bool IsGenerated(Type type) => type.FullName!.Contains('<') || type.Name == "Program";

    [GeneratedRegex(@"^\s*((public|internal|private|protected|file|partial|readonly|sealed|abstract|static|new)\s+)*(class|record)\s+(?!struct)[A-Z]")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(sealed|abstract|static)\b")]
    private static partial Regex Modifier();
}
